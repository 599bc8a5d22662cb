package dev.gdwire.protocol.json;

import java.nio.charset.StandardCharsets;

/** Reads numbers. */
abstract sealed class NumberSource extends ByteSource permits TextSource {
    private static final long LARGEST_INTEGER = (1L << 53) - 1;

    /** More digits may be no integer though their nearest number is. */
    private static final int MOST_EXACT_DIGITS = 15;

    /** As many are below 2^63, whatever they are. */
    private static final int MOST_DIGITS = 18;

    /** A number with a larger exponent is looked at by others. */
    private static final int MOST_EXPONENT = 9_999;

    private static final int TEN = 10;

    /** Of ten, below that of eight digits. */
    private static final int[] POWERS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000};

    /** What was read of a number: all its digits, and where they are to be moved to. */
    private long digits;

    private int exponent;

    /** An integer within +-(2^53-1). */
    public final long integer() {
        boolean negative = next() == '-';
        int start = negative ? position + 1 : position;
        int stop = Math.min(end, start + MOST_EXACT_DIGITS);
        int at = start;
        long value = 0;
        while (at < stop && isDigit(bytes[at])) {
            value = value * TEN + (bytes[at++] - '0');
        }
        if (at < end && isEnd(bytes[at])) {
            requireDigits(start, at);
            position = at;
            return negative ? -value : value;
        }
        return longInteger();
    }

    /** A 32-bit integer. */
    public final int int32() {
        long value = integer();
        require(value == (int) value);
        return (int) value;
    }

    /** With a fraction, an exponent, or many digits. */
    private long longInteger() {
        int start = position;
        double value = number();
        require(value == Math.rint(value) && Math.abs(value) <= LARGEST_INTEGER);
        for (int at = start; at < position; at++) {
            boolean isPlain = isDigit(bytes[at]) || bytes[at] == '-';
            require(isPlain || position - start <= MOST_EXACT_DIGITS);
        }
        require(position - start <= MOST_DIGITS);
        return (long) value;
    }

    /** A 64-bit number; -0 is 0. */
    public final double number() {
        boolean negative = next() == '-';
        int start = negative ? position + 1 : position;
        int at = significand(start);
        boolean isShort = at - start <= MOST_DIGITS || significantDigits(start, at) <= MOST_DIGITS;
        if (at < end && (bytes[at] | 0x20) == 'e') {
            at = exponent(at + 1);
        }
        require(at < end && isEnd(bytes[at]));
        position = at;
        // Nobody looks at an exact one: a division takes long, and what follows need not wait.
        double value =
                isShort && DecimalToDouble.isExact(digits, exponent)
                        ? DecimalToDouble.exact(digits, exponent)
                        : nearest(isShort, start, at);
        // Not -value, which may be -0.
        return negative ? 0.0 - value : value;
    }

    private double nearest(boolean isShort, int start, int stop) {
        double value =
                isShort ? DecimalToDouble.nearest(digits, exponent) : DecimalToDouble.UNDECIDED;
        if (Double.isNaN(value)) {
            value = Double.parseDouble(ascii(start, stop));
        }
        require(value <= Double.MAX_VALUE);
        return value;
    }

    /** A 32-bit number; -0 is 0. */
    public final float float32() {
        float value = (float) number();
        require(Math.abs(value) <= Float.MAX_VALUE);
        return value + 0.0f;
    }

    /**
     * Reads digits, perhaps with a point among them; with more than 18 the sum is not theirs.
     *
     * @return the place behind them
     */
    private int significand(int start) {
        long sum = 0;
        int at = start;
        while (at < end && isDigit(bytes[at])) {
            sum = sum * TEN + (bytes[at++] - '0');
        }
        requireDigits(start, at);
        int point = at;
        if (at < end && bytes[at] == '.') {
            point++;
            at = decimals(point, sum);
            require(at > point);
        } else {
            digits = sum;
        }
        exponent = point - at;
        return at;
    }

    /** Reads digits that follow others; tells the place behind them. */
    private int decimals(int start, long before) {
        long sum = before;
        int at = start;
        // Beyond the end too, as long as there are bytes: a number that goes on there is given up.
        while (at + Long.BYTES <= bytes.length) {
            long word = Words8.at(bytes, at);
            long others = Words8.noDigits(word);
            if (others != 0) {
                int count = Words8.first(others);
                digits = sum * POWERS[count] + Words8.digits(word, count);
                return at + count;
            }
            sum = sum * Words8.DIGITS_FACTOR + Words8.digits(word);
            at += Long.BYTES;
        }
        while (at < end && isDigit(bytes[at])) {
            sum = sum * TEN + (bytes[at++] - '0');
        }
        digits = sum;
        return at;
    }

    /** Without the zeros in front. */
    private int significantDigits(int start, int stop) {
        int count = 0;
        for (int at = start; at < stop; at++) {
            boolean counts = count > 0 || bytes[at] != '0';
            count += counts && bytes[at] != '.' ? 1 : 0;
        }
        return count;
    }

    private int exponent(int start) {
        boolean minus = start < end && bytes[start] == '-';
        boolean signed = minus || start < end && bytes[start] == '+';
        int first = signed ? start + 1 : start;
        int at = first;
        int size = 0;
        while (at < end && isDigit(bytes[at])) {
            size = size * TEN + (bytes[at++] - '0');
            require(size <= MOST_EXPONENT);
        }
        require(at > first);
        exponent += minus ? -size : size;
        return at;
    }

    /** At least one digit, and no zero before others. */
    final void requireDigits(int from, int to) {
        require(to > from && (bytes[from] != '0' || to == from + 1));
    }

    /** Text of single bytes. */
    final String ascii(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    static boolean isDigit(byte sign) {
        return sign >= '0' && sign <= '9';
    }

    private static boolean isEnd(byte sign) {
        return sign == ',' || sign == '}' || sign == ']' || isSpace(sign);
    }
}
