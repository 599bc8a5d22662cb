package dev.gdwire.protocol.json;

/** Writes numbers as ASCII digits into a buffer that has room for them. */
final class NumberOutput {
    /** The most bytes that a number takes: {@code -2.2250738585072014E-308}. */
    static final int MOST_BYTES = 26;

    private static final int SIGNIFICAND_BITS = 52;
    private static final int EXPONENT_OFFSET = 1075;
    private static final long SIGNIFICAND_MASK = (1L << SIGNIFICAND_BITS) - 1;

    private static final int FLOAT_SIGNIFICAND_BITS = 23;
    private static final int FLOAT_EXPONENT_OFFSET = 150;
    private static final int FLOAT_SIGNIFICAND_MASK = (1 << FLOAT_SIGNIFICAND_BITS) - 1;

    private static final double LARGEST_INTEGER = 1L << 53;

    /** Up to here numbers are written without an exponent. */
    private static final int MOST_PLAIN = 7;

    /** The two digits of each number below 100, as a little-endian short each. */
    private static final byte[] PAIRS = new byte[200];

    private static final long[] POWERS = new long[19];

    static {
        for (int i = 0; i < 100; i++) {
            PAIRS[2 * i] = (byte) ('0' + i / 10);
            PAIRS[2 * i + 1] = (byte) ('0' + i % 10);
        }
        long power = 1;
        for (int i = 0; i < POWERS.length; i++) {
            POWERS[i] = power;
            power *= 10;
        }
    }

    private NumberOutput() {}

    /** Writes an integer; returns where its digits end. */
    static int write(long value, byte[] buffer, int start) {
        int position = start;
        long size = value;
        if (value < 0) {
            if (value == Long.MIN_VALUE) {
                // Its size is no long.
                buffer[position] = '-';
                buffer[position + 1] = '9';
                return padded(223372036854775808L, 18, buffer, position + 2);
            }
            buffer[position++] = '-';
            size = -value;
        }
        return padded(size, count(size), buffer, position);
    }

    /** Writes a finite number; returns where it ends. */
    static int write(double value, byte[] buffer, int start) {
        long bits = Double.doubleToRawLongBits(value);
        int position = start;
        if (bits < 0) {
            buffer[position++] = '-';
        }
        double size = Math.abs(value);
        if (size == Math.rint(size) && size < LARGEST_INTEGER) {
            return decimal((long) size, 0, buffer, position);
        }
        int biased = (int) (bits >>> SIGNIFICAND_BITS) & 0x7ff;
        long significand = bits & SIGNIFICAND_MASK;
        boolean halfGap = significand == 0 && biased > 1;
        if (biased > 0) {
            significand |= 1L << SIGNIFICAND_BITS;
        }
        int exponent = Math.max(biased, 1) - EXPONENT_OFFSET;
        int scale = ShortestDecimal.scale(exponent, halfGap);
        long digits = ShortestDecimal.digits(significand, exponent, halfGap, scale);
        return decimal(digits, scale, buffer, position);
    }

    /** Writes a finite number; returns where it ends. */
    static int write(float value, byte[] buffer, int start) {
        int bits = Float.floatToRawIntBits(value);
        int position = start;
        if (bits < 0) {
            buffer[position++] = '-';
        }
        int biased = bits >>> FLOAT_SIGNIFICAND_BITS & 0xff;
        int significand = bits & FLOAT_SIGNIFICAND_MASK;
        if (biased == 0 && significand == 0) {
            return decimal(0, 0, buffer, position);
        }
        boolean halfGap = significand == 0 && biased > 1;
        if (biased > 0) {
            significand |= 1 << FLOAT_SIGNIFICAND_BITS;
        }
        int exponent = Math.max(biased, 1) - FLOAT_EXPONENT_OFFSET;
        int scale = ShortestDecimal.scale(exponent, halfGap);
        long digits = ShortestDecimal.digits(significand, exponent, halfGap, scale);
        return decimal(digits, scale, buffer, position);
    }

    /** Writes {@code digits * 10^scale}. */
    private static int decimal(long digits, int scale, byte[] buffer, int start) {
        if (digits == 0) {
            return zero(buffer, start);
        }
        long significant = digits;
        int exponent = scale;
        while (significant % 10_000 == 0) {
            significant /= 10_000;
            exponent += 4;
        }
        while (significant % 10 == 0) {
            significant /= 10;
            exponent++;
        }
        int count = count(significant);
        int point = count + exponent;
        if (point < 0 || point > MOST_PLAIN) {
            return scientific(significant, count, point - 1, buffer, start);
        }
        if (point == 0) {
            buffer[start] = '0';
            buffer[start + 1] = '.';
            return padded(significant, count, buffer, start + 2);
        }
        if (count <= point) {
            int end = padded(significant * POWERS[point - count], point, buffer, start);
            buffer[end] = '.';
            buffer[end + 1] = '0';
            return end + 2;
        }
        int end = padded(significant, count, buffer, start + 1);
        for (int i = start; i < start + point; i++) {
            buffer[i] = buffer[i + 1];
        }
        buffer[start + point] = '.';
        return end;
    }

    private static int zero(byte[] buffer, int start) {
        buffer[start] = '0';
        buffer[start + 1] = '.';
        buffer[start + 2] = '0';
        return start + 3;
    }

    private static int scientific(long digits, int count, int exponent, byte[] buffer, int start) {
        int end = padded(digits, count, buffer, start + 1);
        buffer[start] = buffer[start + 1];
        buffer[start + 1] = '.';
        if (count == 1) {
            buffer[end++] = '0';
        }
        buffer[end] = 'E';
        return write(exponent, buffer, end + 1);
    }

    /** Writes so many digits, zeros in front of those that there are. */
    private static int padded(long value, int count, byte[] buffer, int start) {
        int position = start + count;
        long rest = value;
        while (position - start >= 2) {
            long left = rest / 100;
            int pair = (int) (rest - left * 100) * 2;
            position -= 2;
            buffer[position] = PAIRS[pair];
            buffer[position + 1] = PAIRS[pair + 1];
            rest = left;
        }
        if (position > start) {
            buffer[start] = (byte) ('0' + rest);
        }
        return start + count;
    }

    /** How many decimal digits a number from 0 on has. */
    private static int count(long value) {
        // 1233 / 2^12 is a little less than log10(2), enough for 64 bits.
        int about = (64 - Long.numberOfLeadingZeros(value | 1)) * 1233 >> 12;
        return about < POWERS.length && value >= POWERS[about] ? about + 1 : Math.max(about, 1);
    }
}
