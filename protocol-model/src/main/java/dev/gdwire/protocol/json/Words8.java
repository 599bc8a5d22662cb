package dev.gdwire.protocol.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

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

    /** Eight characters as bytes; what {@link #special} marks if they are not all ASCII. */
    static long ofCharacters(String text, int from) {
        int first = text.charAt(from);
        int second = text.charAt(from + 1);
        int third = text.charAt(from + 2);
        int fourth = text.charAt(from + 3);
        int fifth = text.charAt(from + 4);
        int sixth = text.charAt(from + 5);
        int seventh = text.charAt(from + 6);
        int eighth = text.charAt(from + 7);
        int all = first | second | third | fourth | fifth | sixth | seventh | eighth;
        int lower = first | second << 8 | third << 16 | fourth << 24;
        int upper = fifth | sixth << 8 | seventh << 16 | eighth << 24;
        return all < 0x80 ? lower | (long) upper << Integer.SIZE : -1;
    }

    /** A word of up to eight ASCII characters, zeros behind them. */
    static long of(String word) {
        byte[] bytes = word.getBytes(StandardCharsets.US_ASCII);
        return few(bytes, 0, bytes.length);
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

    /** Marks quotes and backslashes as {@link #special} does. */
    static long quotesAndBackslashes(long word) {
        return (equal(word, '"') | equal(word, '\\')) & HIGH_BITS;
    }

    /** Marks dollar signs as {@link #special} does. */
    static long dollars(long word) {
        return equal(word, '$') & HIGH_BITS;
    }

    /** Marks quotes and all brackets as {@link #special} does. */
    static long quotesAndBrackets(long word) {
        // One bit tells each square bracket from the brace.
        long braces = word | ONES * 0x20;
        return (equal(word, '"') | equal(braces, '{') | equal(braces, '}')) & HIGH_BITS;
    }

    /** Marks quotes, all brackets and commas as {@link #special} does. */
    static long separators(long word) {
        return quotesAndBrackets(word) | equal(word, ',') & HIGH_BITS;
    }

    private static long equal(long word, char sign) {
        long difference = word ^ ONES * sign;
        return difference - ONES & ~difference;
    }

    /** Marks quotes; only of the first mark it is sure that it is right. */
    static long quotes(long word) {
        return equal(word, '"') & HIGH_BITS;
    }

    /** The bits of the bytes before the first of some marks. */
    static long before(long marks) {
        return ((marks & -marks) >>> Byte.SIZE - 1) - 1;
    }

    /** Which byte is the first that is not 0, from 0; 8 if there is none. */
    static int first(long marks) {
        return Long.numberOfTrailingZeros(marks) / Byte.SIZE;
    }

    /** Behind which byte there are only zeros, from 0; 0 if they are all. */
    static int last(long marks) {
        return Long.BYTES - Long.numberOfLeadingZeros(marks) / Byte.SIZE;
    }

    /** Marks all bytes that are no digits. */
    static long noDigits(long word) {
        long digits = word ^ ZEROS;
        return ((digits & ~HIGH_BITS) + ONES * 0x76 | digits) & HIGH_BITS;
    }

    /** The number that the first digits are, from 0 to 8 of them. */
    static long digits(long word, int count) {
        // Zeros in front; two shifts, since one of 64 bits would be none.
        int half = (Long.BYTES - count) * (Byte.SIZE / 2);
        return digits((word ^ ZEROS) << half << half ^ ZEROS);
    }

    /** Puts eight bytes into an array. */
    static void put(byte[] bytes, int index, long word) {
        LONGS.set(bytes, index, word);
    }

    /** The number that eight digits are, the first of them the highest. */
    static long digits(long word) {
        long ones = word - ZEROS;
        long pairs = (ones * 10 + (ones >>> 8)) & 0x00ff00ff00ff00ffL;
        long fours = (pairs * 100 + (pairs >>> 16)) & 0x0000ffff0000ffffL;
        return (fours * 10_000 + (fours >>> 32)) & 0xffffffffL;
    }

    /**
     * The eight decimal digits of a number, the first of them the lowest byte, each from 0 to 9.
     *
     * @param value from 0 to 99,999,999
     */
    static long digitsOf(int value) {
        // In each step all parts are halved at once, the upper half of the digits moving down.
        int high = value / 10_000;
        long fours = high | (long) (value - high * 10_000) << 32;
        long hundreds = fours * 10_486 >>> 20 & 0x0000007f0000007fL;
        long pairs = hundreds | fours - hundreds * 100 << 16;
        long tens = pairs * 103 >>> 10 & 0x000f000f000f000fL;
        return tens | pairs - tens * 10 << 8;
    }

    /** The same as signs. */
    static long asSigns(long digits) {
        return digits | ZEROS;
    }
}
