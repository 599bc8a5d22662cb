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

    private final Word[] words;

    /** Behind each word, and before the first of them, the one that follows in sorted order. */
    private final int[] sorted;

    /** Indexes of words by their hashes; {@link #NONE} where there is none. */
    private final int[] table;

    private FieldNames(Word[] words) {
        this.words = words;
        sorted = sorted(words);
        table = table(words);
    }

    /** These words, each by its index. */
    public static FieldNames of(String... words) {
        return new FieldNames(Arrays.stream(words).map(Word::of).toArray(Word[]::new));
    }

    private static int[] sorted(Word[] words) {
        int[] order =
                IntStream.range(0, words.length)
                        .boxed()
                        .sorted(Comparator.comparing(i -> words[i].bytes, Arrays::compareUnsigned))
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

    private static int[] table(Word[] words) {
        int size = Integer.highestOneBit(Math.max(1, words.length)) << 2;
        int[] table = new int[size];
        Arrays.fill(table, NONE);
        for (int i = 0; i < words.length; i++) {
            int slot = hash(words[i].first, words[i].last, words[i].bytes.length) & size - 1;
            while (table[slot] != NONE) {
                slot = slot + 1 & size - 1;
            }
            table[slot] = i;
        }
        return table;
    }

    /** The bytes of a word, which are not to be changed. */
    byte[] word(int index) {
        return words[index].bytes;
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
        if (next < words.length && words[next].startsMember(bytes, at, end)) {
            return next;
        }
        int second = sorted[next];
        return second != NONE && words[second].startsMember(bytes, at, end) ? second : NONE;
    }

    /** How many bytes the start of a member has: its name, the quotes and the colon. */
    int startLength(int index) {
        return words[index].member.length;
    }

    /** The index of the word that stands there. */
    int find(byte[] bytes, int from, int to) {
        int size = to - from;
        long first = size < Long.BYTES ? Words8.few(bytes, from, to) : Words8.at(bytes, from);
        long last = size < Long.BYTES ? first : Words8.at(bytes, to - Long.BYTES);
        int slot = hash(first, last, size) & table.length - 1;
        for (int index = table[slot]; index != NONE; index = table[slot]) {
            Word word = words[index];
            if (word.first == first && word.last == last && word.equals(bytes, from, to)) {
                return index;
            }
            slot = slot + 1 & table.length - 1;
        }
        return NONE;
    }

    private static int hash(long first, long last, int size) {
        long mixed = (first * 31 + last + size) * 0x9e3779b97f4a7c15L;
        return (int) (mixed >>> 40);
    }

    /** One word, as bytes and as what is compared of it first. */
    private static final class Word {
        private final byte[] bytes;

        /** The first bytes, up to eight of them, and the last. */
        private final long first;

        private final long last;

        /** The start of a member of that name: with quotes and colon. */
        private final byte[] member;

        /** Up to eight bytes of that, and which of the eight count. */
        private final long memberFirst;

        private final long memberMask;

        private Word(byte[] bytes) {
            this.bytes = bytes;
            int size = Math.min(bytes.length, Long.BYTES);
            first = Words8.few(bytes, 0, size);
            last = Words8.few(bytes, bytes.length - size, bytes.length);
            member = new byte[bytes.length + 3];
            member[0] = '"';
            System.arraycopy(bytes, 0, member, 1, bytes.length);
            member[bytes.length + 1] = '"';
            member[bytes.length + 2] = ':';
            int some = Math.min(member.length, Long.BYTES);
            memberFirst = Words8.few(member, 0, some);
            memberMask = Words8.mask(some);
        }

        static Word of(String text) {
            return new Word(text.getBytes(StandardCharsets.UTF_8));
        }

        /** Once the first and last bytes are equal. */
        boolean equals(byte[] there, int from, int to) {
            return bytes.length == to - from
                    && (bytes.length <= 2 * Long.BYTES
                            || Arrays.equals(bytes, 0, bytes.length, there, from, to));
        }

        boolean startsMember(byte[] there, int at, int end) {
            // Eight bytes are compared beyond the end too, as long as there are as many.
            if (at + Long.BYTES > there.length
                    || at + member.length > end
                    || ((Words8.at(there, at) ^ memberFirst) & memberMask) != 0) {
                return false;
            }
            return member.length <= Long.BYTES || restStartsMember(there, at);
        }

        private boolean restStartsMember(byte[] there, int at) {
            int stop = member.length - Long.BYTES;
            for (int i = Long.BYTES; i < stop; i += Long.BYTES) {
                if (Words8.at(there, at + i) != Words8.at(member, i)) {
                    return false;
                }
            }
            return Words8.at(there, at + stop) == Words8.at(member, stop);
        }
    }
}
