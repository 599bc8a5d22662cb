package dev.gdwire.protocol.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The names of an object's members, or other words of which one is expected: finds the one that
 * stands in JSON by its bytes. It is immutable.
 */
public final class FieldNames {
    /** What is told of a word that is none of them. */
    public static final int NONE = -1;

    /** What is told of a name that is none of them, and belongs to the wire. */
    public static final int OF_THE_WIRE = -2;

    private final byte[][] words;
    private final MemberStart[] starts;

    /** Behind each word, and before the first of them, the one that follows in sorted order. */
    private final int[] sorted;

    /** Indexes of words by their hashes; {@link #NONE} where there is none. */
    private final int[] table;

    private FieldNames(byte[][] words) {
        this.words = words;
        starts = Arrays.stream(words).map(MemberStart::of).toArray(MemberStart[]::new);
        sorted = sorted(words);
        table = table(words);
    }

    /** These words, each by its index. */
    public static FieldNames of(String... words) {
        byte[][] bytes = new byte[words.length][];
        for (int i = 0; i < words.length; i++) {
            bytes[i] = words[i].getBytes(StandardCharsets.UTF_8);
        }
        return new FieldNames(bytes);
    }

    private static int[] sorted(byte[][] words) {
        int[] order =
                IntStream.range(0, words.length)
                        .boxed()
                        .sorted(Comparator.comparing(i -> words[i], Arrays::compareUnsigned))
                        .mapToInt(i -> i)
                        .toArray();
        int[] next = new int[words.length + 1];
        int before = 0;
        for (int index : order) {
            next[before] = index;
            before = index + 1;
        }
        next[before] = NONE;
        return next;
    }

    private static int[] table(byte[][] words) {
        int size = Integer.highestOneBit(Math.max(1, words.length)) << 2;
        int[] table = new int[size];
        Arrays.fill(table, NONE);
        for (int i = 0; i < words.length; i++) {
            int slot = hash(words[i], 0, words[i].length) & size - 1;
            while (table[slot] != NONE) {
                slot = slot + 1 & size - 1;
            }
            table[slot] = i;
        }
        return table;
    }

    /** The bytes of a word, which are not to be changed. */
    byte[] word(int index) {
        return words[index];
    }

    /**
     * Looks at the two words that are likely to follow the one before an index: in the order of
     * their indexes, and in sorted order.
     *
     * @return the index of the one whose member starts there without white space, or {@link #NONE}
     */
    int guess(int next, byte[] bytes, int at, int end) {
        if (next < 0) {
            return NONE;
        }
        if (next < words.length && starts[next].isAt(bytes, at, end)) {
            return next;
        }
        int second = sorted[next];
        return second != NONE && starts[second].isAt(bytes, at, end) ? second : NONE;
    }

    /** How many bytes the start of a member has: its name, the quotes and the colon. */
    int startLength(int index) {
        return starts[index].length();
    }

    /** The index of the word that stands there. */
    int find(byte[] bytes, int from, int to) {
        int slot = hash(bytes, from, to) & table.length - 1;
        for (int index = table[slot]; index != NONE; index = table[slot]) {
            if (Arrays.equals(words[index], 0, words[index].length, bytes, from, to)) {
                return index;
            }
            slot = slot + 1 & table.length - 1;
        }
        return NONE;
    }

    /** Of the length and up to eight bytes at each end. */
    private static int hash(byte[] bytes, int from, int to) {
        int size = to - from;
        long start = size < Long.BYTES ? 0 : Words8.at(bytes, from);
        long end =
                size < Long.BYTES ? Words8.few(bytes, from, to) : Words8.at(bytes, to - Long.BYTES);
        long mixed = (start * 31 + end + size) * 0x9e3779b97f4a7c15L;
        return (int) (mixed >>> 40);
    }

    /**
     * A name with its quotes and its colon.
     *
     * @param head up to eight bytes of it
     * @param mask which bytes of the head count
     */
    private record MemberStart(long head, long mask, byte[] bytes) {
        static MemberStart of(byte[] name) {
            byte[] bytes = new byte[name.length + 3];
            bytes[0] = '"';
            System.arraycopy(name, 0, bytes, 1, name.length);
            bytes[name.length + 1] = '"';
            bytes[name.length + 2] = ':';
            int size = Math.min(bytes.length, Long.BYTES);
            long mask = -1L >>> Long.SIZE - Byte.SIZE * size;
            return new MemberStart(Words8.few(bytes, 0, size), mask, bytes);
        }

        int length() {
            return bytes.length;
        }

        boolean isAt(byte[] there, int at, int end) {
            // The head is compared beyond the end too, as long as there are bytes.
            if (at + Long.BYTES > there.length
                    || at + bytes.length > end
                    || ((Words8.at(there, at) ^ head) & mask) != 0) {
                return false;
            }
            return bytes.length <= Long.BYTES
                    || Arrays.equals(
                            bytes,
                            Long.BYTES,
                            bytes.length,
                            there,
                            at + Long.BYTES,
                            at + bytes.length);
        }
    }
}
