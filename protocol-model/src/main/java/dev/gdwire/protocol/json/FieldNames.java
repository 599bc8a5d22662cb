package dev.gdwire.protocol.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

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

    /** Indexes of words by their hashes; {@link #NONE} where there is none. */
    private final int[] table;

    private FieldNames(byte[][] words) {
        this.words = words;
        int size = Integer.highestOneBit(Math.max(1, words.length)) << 2;
        this.table = new int[size];
        Arrays.fill(table, NONE);
        for (int i = 0; i < words.length; i++) {
            int slot = hash(words[i], 0, words[i].length) & size - 1;
            while (table[slot] != NONE) {
                slot = slot + 1 & size - 1;
            }
            table[slot] = i;
        }
    }

    /** These words, each by its index. */
    public static FieldNames of(String... words) {
        byte[][] bytes = new byte[words.length][];
        for (int i = 0; i < words.length; i++) {
            bytes[i] = words[i].getBytes(StandardCharsets.UTF_8);
        }
        return new FieldNames(bytes);
    }

    /** How many words. */
    int size() {
        return words.length;
    }

    /** The bytes of a word, which are not to be changed. */
    byte[] word(int index) {
        return words[index];
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
}
