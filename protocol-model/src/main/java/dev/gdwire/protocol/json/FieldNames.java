package dev.gdwire.protocol.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The names of an object's members, or other words of which one is expected: finds the one that
 * stands in JSON by its bytes. It is safe for use by many threads.
 *
 * <p>Members are guessed to come in the order in which they came last, which a writer seldom
 * changes; at first that is the order of the words. A word of up to 16 bytes is compared as two
 * longs, which also are what it is looked up by. What is compared of all words lies side by side.
 */
public final class FieldNames {
    /** What is told of a word that is none of them. */
    public static final int NONE = -1;

    /** What is told of a name that is none of them, and belongs to the wire. */
    public static final int OF_THE_WIRE = -2;

    /** Two quotes and a colon. */
    private static final int SIGNS_OF_A_MEMBER = 3;

    private static final int TWO_WORDS = 2 * Long.BYTES;

    /** Slots of the table for each word, at least. */
    private static final int SPARSITY = 4;

    private static final long MIX_FIRST = 0x9e3779b97f4a7c15L;
    private static final long MIX_SECOND = 0xc2b2ae3d27d4eb4fL;

    private final byte[][] words;

    /** The first bytes of each word, up to eight, and those behind them: the last ones if many. */
    private final long[] firsts;

    private final long[] seconds;

    /** How each word starts as a member: with its quotes and the colon. */
    private final long[] memberFirsts;

    private final long[] memberSeconds;

    /** Which bits of these count. */
    private final long[] masks;

    private final long[] secondMasks;

    /** Indexes of words by their hashes; {@link #NONE} where there is none. */
    private final int[] table;

    private final int shift;

    /**
     * Which word came behind each: behind one of no index first, then behind each by its index.
     * Threads may see each other's guesses or not, and all are looked at as such.
     */
    private final int[] followers;

    private FieldNames(byte[][] words) {
        this.words = words;
        int count = words.length;
        firsts = new long[count];
        seconds = new long[count];
        memberFirsts = new long[count];
        memberSeconds = new long[count];
        masks = new long[count];
        secondMasks = new long[count];
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(SPARSITY * count | 1);
        table = new int[1 << bits];
        shift = Long.SIZE - bits;
        followers = new int[count + 2];
        for (int i = 1; i < followers.length; i++) {
            followers[i] = i - 1;
        }
        Arrays.fill(table, NONE);
        for (int i = 0; i < count; i++) {
            prepare(i);
            enter(i);
        }
    }

    /** These words, each by its index. */
    public static FieldNames of(String... words) {
        // Without streams and lambdas, as all that a program runs before its first message.
        byte[][] bytes = new byte[words.length][];
        for (int i = 0; i < words.length; i++) {
            bytes[i] = words[i].getBytes(StandardCharsets.UTF_8);
        }
        return new FieldNames(bytes);
    }

    private void prepare(int index) {
        byte[] word = words[index];
        firsts[index] = first(word, 0, word.length);
        seconds[index] = second(word, 0, word.length);
        if (isEscaped(word)) {
            // No bits count: it starts no member.
            return;
        }
        byte[] member = new byte[word.length + SIGNS_OF_A_MEMBER];
        member[0] = '"';
        System.arraycopy(word, 0, member, 1, word.length);
        member[word.length + 1] = '"';
        member[word.length + 2] = ':';
        int size = member.length;
        memberFirsts[index] = first(member, 0, size);
        masks[index] = Words8.mask(Math.min(size, Long.BYTES));
        if (size > Long.BYTES) {
            int end = Math.min(size, TWO_WORDS);
            memberSeconds[index] = Words8.few(member, Long.BYTES, end);
            secondMasks[index] = Words8.mask(end - Long.BYTES);
        }
    }

    /** Whether it stands in JSON otherwise than it is: then it is found by others. */
    private static boolean isEscaped(byte[] word) {
        for (byte sign : word) {
            if (sign == '"' || sign == '\\' || sign >= 0 && sign < ' ') {
                return true;
            }
        }
        return false;
    }

    private void enter(int index) {
        if (isEscaped(words[index])) {
            return;
        }
        int slot = slot(firsts[index], seconds[index]);
        while (table[slot] != NONE) {
            slot = slot + 1 & table.length - 1;
        }
        table[slot] = index;
    }

    private static long first(byte[] bytes, int from, int to) {
        return Words8.few(bytes, from, Math.min(to, from + Long.BYTES));
    }

    private static long second(byte[] bytes, int from, int to) {
        if (to - from <= Long.BYTES) {
            return 0;
        }
        return to - from < TWO_WORDS
                ? Words8.few(bytes, from + Long.BYTES, to)
                : Words8.at(bytes, to - Long.BYTES);
    }

    private int slot(long first, long second) {
        return (int) (first * MIX_FIRST + second * MIX_SECOND >>> shift);
    }

    /** The bytes of a word, which are not to be changed. */
    byte[] word(int index) {
        return words[index];
    }

    /**
     * Which word starts a member there, without white space before the colon.
     *
     * @param next one more than the index of the member before; {@link #NONE} if that has none
     * @param at where the quote is
     * @return its index; {@link #NONE} also says that it is hard to tell
     */
    int member(int next, byte[] bytes, int at, int end) {
        int guess = followers[next + 1];
        if (guess < words.length && startsMember(guess, bytes, at, end)) {
            return guess;
        }
        int index = at < end && bytes[at] == '"' ? quoted(bytes, at + 1, end) : NONE;
        if (index == NONE) {
            return NONE;
        }
        followers[next + 1] = index;
        int colon = at + words[index].length + 2;
        return colon < end && bytes[colon] == ':' ? index : NONE;
    }

    private boolean startsMember(int index, byte[] bytes, int at, int end) {
        // Words are compared beyond the end too, as long as there are bytes.
        if (at + Long.BYTES > bytes.length
                || ((Words8.at(bytes, at) ^ memberFirsts[index]) & masks[index]) != 0) {
            return false;
        }
        if (secondMasks[index] == 0) {
            return masks[index] != 0 && at + memberLength(index) <= end;
        }
        return at + TWO_WORDS <= bytes.length
                && ((Words8.at(bytes, at + Long.BYTES) ^ memberSeconds[index]) & secondMasks[index])
                        == 0
                && startsLongMember(index, bytes, at, end);
    }

    private boolean startsLongMember(int index, byte[] bytes, int at, int end) {
        byte[] word = words[index];
        int stop = at + 1 + word.length;
        return stop + 2 <= end
                && (word.length + SIGNS_OF_A_MEMBER <= TWO_WORDS
                        || bytes[stop] == '"'
                                && bytes[stop + 1] == ':'
                                && Arrays.equals(bytes, at + 1, stop, word, 0, word.length));
    }

    /** How many bytes the start of a member has: its name, the quotes and the colon. */
    int memberLength(int index) {
        return words[index].length + SIGNS_OF_A_MEMBER;
    }

    /**
     * Which word stands there before a quote; {@link #NONE} also says that it is hard to tell.
     *
     * @param start where its first byte is, behind a quote
     */
    int quoted(byte[] bytes, int start, int end) {
        if (start + Long.BYTES > bytes.length) {
            return NONE;
        }
        long first = Words8.at(bytes, start);
        long second = 0;
        long quotes = Words8.quotes(first);
        int length;
        if (quotes != 0) {
            length = Words8.first(quotes);
            first &= Words8.before(quotes);
        } else {
            quotes =
                    start + TWO_WORDS > bytes.length
                            ? 0
                            : Words8.quotes(second = Words8.at(bytes, start + Long.BYTES));
            if (quotes == 0) {
                return NONE;
            }
            length = Long.BYTES + Words8.first(quotes);
            second &= Words8.before(quotes);
        }
        int slot = slot(first, second);
        for (int index = table[slot]; index != NONE; index = table[slot]) {
            if (firsts[index] == first && seconds[index] == second) {
                return words[index].length == length && start + length < end ? index : NONE;
            }
            slot = slot + 1 & table.length - 1;
        }
        return NONE;
    }

    /** The index of the word that is all of these bytes. */
    int find(byte[] bytes, int from, int to) {
        long first = first(bytes, from, to);
        long second = second(bytes, from, to);
        int slot = slot(first, second);
        for (int index = table[slot]; index != NONE; index = table[slot]) {
            if (firsts[index] == first && seconds[index] == second && is(index, bytes, from, to)) {
                return index;
            }
            slot = slot + 1 & table.length - 1;
        }
        return NONE;
    }

    /** Whether a word is all of these bytes. */
    boolean is(int index, byte[] bytes, int from, int to) {
        byte[] word = words[index];
        return word.length == to - from && Arrays.equals(word, 0, word.length, bytes, from, to);
    }
}
