package dev.gdwire.protocol.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Eight bytes of an array at once, the first of them the lowest of a long. */
final class Words8 {
    /** What the digits before eight others are worth. */
    static final long DIGITS_FACTOR = 100_000_000;

    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long ZEROS = ONES * '0';

    private Words8() {}

    /** The eight bytes from an index on. */
    static long at(byte[] bytes, int index) {
        return (long) LONGS.get(bytes, index);
    }

    /** Up to eight bytes, zeros behind them. */
    static long few(byte[] bytes, int from, int to) {
        if (from + Long.BYTES <= bytes.length) {
            return at(bytes, from) & mask(to - from);
        }
        long word = 0;
        for (int i = to - 1; i >= from; i--) {
            word = word << Byte.SIZE | bytes[i] & 0xff;
        }
        return word;
    }

    /** The bits of the first bytes, at most eight. */
    static long mask(int count) {
        return count == 0 ? 0 : -1L >>> Long.SIZE - Byte.SIZE * count;
    }

    /**
     * Marks bytes that end plain ASCII text: a quote, a backslash, a control character, 0x80 and
     * more. Only of the first mark it is sure that it is right; none means that there is none.
     */
    static long special(long word) {
        return (word - ONES * ' ' & ~word | equal(word, '"') | equal(word, '\\') | word)
                & HIGH_BITS;
    }

    /** Marks quotes and all brackets as {@link #special} does. */
    static long quotesAndBrackets(long word) {
        // One bit tells each square bracket from the brace.
        long braces = word | ONES * 0x20;
        return (equal(word, '"') | equal(braces, '{') | equal(braces, '}')) & HIGH_BITS;
    }

    private static long equal(long word, char sign) {
        long difference = word ^ ONES * sign;
        return difference - ONES & ~difference;
    }

    /** Which byte the first mark is at, from 0. */
    static int first(long marks) {
        return Long.numberOfTrailingZeros(marks) / Byte.SIZE;
    }

    /** Whether all eight are digits. */
    static boolean areDigits(long word) {
        // A digit has 3 in its upper half, and still so with six more.
        return ((word & word + ONES * 6) & ONES * 0xf0) == ZEROS;
    }

    /** The number that eight digits are, the first of them the highest. */
    static long digits(long word) {
        long ones = word - ZEROS;
        long pairs = (ones * 10 + (ones >>> 8)) & 0x00ff00ff00ff00ffL;
        long fours = (pairs * 100 + (pairs >>> 16)) & 0x0000ffff0000ffffL;
        return (fours * 10_000 + (fours >>> 32)) & 0xffffffffL;
    }
}
