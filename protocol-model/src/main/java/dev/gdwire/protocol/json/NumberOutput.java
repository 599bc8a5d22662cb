package dev.gdwire.protocol.json;

/** Writes numbers as ASCII digits into a buffer that has room for them. */
final class NumberOutput {
    /**
     * The room that a number asks for: at most 24 bytes, {@code -2.2250738585072014E-308}, of which
     * eight are written at once.
     */
    static final int MOST_BYTES = 32;

    private static final int SIGNIFICAND_BITS = 52;
    private static final int EXPONENT_OFFSET = 1075;
    private static final long SIGNIFICAND_MASK = (1L << SIGNIFICAND_BITS) - 1;

    private static final int FLOAT_SIGNIFICAND_BITS = 23;
    private static final int FLOAT_EXPONENT_OFFSET = 150;
    private static final int FLOAT_SIGNIFICAND_MASK = (1 << FLOAT_SIGNIFICAND_BITS) - 1;

    /** Up to here numbers are written without an exponent. */
    private static final int MOST_PLAIN = 7;

    /** Numbers of as few decimals are told without a search. */
    private static final int FEW_DECIMALS = 4;

    private static final double FEW_DECIMALS_POWER = 1e4;

    /** So many digits tell two numbers apart, whatever they are. */
    private static final long LARGEST_OF_FEW = 1_000_000_000_000_000L;

    /** Numbers below have up to three digits before the point. */
    private static final int MOST_MEDIUM = 1_000;

    /** Numbers below are written with an exponent. */
    private static final double LEAST_PLAIN = 0.1;

    /** Twice eight. */
    private static final int MOST_DECIMALS = 16;

    private static final long EIGHT_DIGITS = 100_000_000;
    private static final long SIXTEEN_DIGITS = EIGHT_DIGITS * EIGHT_DIGITS;

    /** As many as a 32-bit number has. */
    private static final int FEW_DIGITS = 9;

    /** No number has more. */
    private static final int MOST_DIGITS = 17;

    private static final long[] POWERS = new long[19];

    static {
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
                return whole(223372036854775808L, buffer, position + 2);
            }
            buffer[position++] = '-';
            size = -value;
        }
        return whole(size, buffer, position);
    }

    /** Writes a finite number; returns where it ends. */
    static int write(double value, byte[] buffer, int start) {
        long bits = Double.doubleToRawLongBits(value);
        buffer[start] = '-';
        int position = start + (int) (bits >>> Long.SIZE - 1);
        double size = Math.abs(value);
        long few = (long) (size * FEW_DECIMALS_POWER + 0.5);
        if (few / FEW_DECIMALS_POWER == size && few < LARGEST_OF_FEW) {
            return decimal(few, -FEW_DECIMALS, buffer, position);
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
        if (size < MOST_MEDIUM && size >= LEAST_PLAIN && scale >= -MOST_DECIMALS) {
            return medium((int) size, digits, scale, buffer, position);
        }
        return decimal(digits, scale, buffer, position);
    }

    /** Writes a finite number; returns where it ends. */
    static int write(float value, byte[] buffer, int start) {
        int bits = Float.floatToRawIntBits(value);
        buffer[start] = '-';
        int position = start + (bits >>> Integer.SIZE - 1);
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
        int digits = ShortestDecimal.digits(significand, exponent, halfGap, scale);
        return decimal(digits, scale, buffer, position);
    }

    /**
     * Writes {@code digits * 10^scale}, which has a fraction.
     *
     * @param whole what stands before the point, which is no digit of the fraction: a number never
     *     is written as an integer that is not it
     */
    private static int medium(int whole, long digits, int scale, byte[] buffer, int start) {
        long fraction = (digits - whole * POWERS[-scale]) * POWERS[MOST_DECIMALS + scale];
        int upper = (int) (fraction / EIGHT_DIGITS);
        int lower = (int) (fraction - upper * EIGHT_DIGITS);
        int position = wholeAndPoint(whole, buffer, start);
        long uppers = Words8.digitsOf(upper);
        long lowers = Words8.digitsOf(lower);
        Words8.put(buffer, position, Words8.asSigns(uppers));
        Words8.put(buffer, position + Long.BYTES, Words8.asSigns(lowers));
        return lower == 0
                ? position + Math.max(Words8.last(uppers), 1)
                : position + Long.BYTES + Words8.last(lowers);
    }

    /** Writes an integer from 0 to 999 and a point, with bytes of no meaning behind them. */
    private static int wholeAndPoint(int value, byte[] buffer, int start) {
        int hundreds = value * 5243 >> 19;
        int rest = value - hundreds * 100;
        int tens = rest * 103 >> 10;
        int digits = hundreds | tens << 8 | rest - tens * 10 << 16;
        // The last digit stands even if it is a zero.
        int zeros = Integer.numberOfTrailingZeros(digits | 1 << 16) / Byte.SIZE;
        int signs = digits | '0' | '0' << 8 | '0' << 16 | '.' << 24;
        Words8.put(buffer, start, signs >>> zeros * Byte.SIZE);
        return start + 4 - zeros;
    }

    /** Writes {@code digits * 10^scale}. */
    private static int decimal(long digits, int scale, byte[] buffer, int start) {
        if (digits == 0) {
            return zero(buffer, start);
        }
        int count = count(digits);
        int point = count + scale;
        if (point == 0) {
            buffer[start] = '0';
            buffer[start + 1] = '.';
            return start + 2 + digits(digits, count, 0, buffer, start + 1);
        }
        if (point > 0 && point <= MOST_PLAIN) {
            return plain(digits, count, point, buffer, start);
        }
        int end = plain(digits, count, 1, buffer, start);
        buffer[end] = 'E';
        return write(point - 1, buffer, end + 1);
    }

    /** Writes digits with a point among them, but not the zeros at their end. */
    private static int plain(long digits, int count, int point, byte[] buffer, int start) {
        int significant = digits(digits, count, point, buffer, start);
        return start + 1 + Math.max(significant, point + 1);
    }

    /**
     * Writes digits, and zeros behind them.
     *
     * @param point how many of them, at most seven, stand before the point; 0 for no point
     * @param start of all, if there is a point; without one the digits start behind it
     * @return how many digits there are but for the zeros at their end
     */
    private static int digits(long value, int count, int point, byte[] buffer, int start) {
        if (count <= FEW_DIGITS) {
            long few = value * POWERS[FEW_DIGITS - count];
            long top = few / EIGHT_DIGITS;
            return 1 + nine(top, (int) (few - top * EIGHT_DIGITS), point, buffer, start);
        }
        long many = value * POWERS[MOST_DIGITS - count];
        long top = many / SIXTEEN_DIGITS;
        long rest = many - top * SIXTEEN_DIGITS;
        int upper = (int) (rest / EIGHT_DIGITS);
        int lower = (int) (rest - upper * EIGHT_DIGITS);
        int significant = nine(top, upper, point, buffer, start);
        if (lower == 0) {
            return 1 + significant;
        }
        long digits = Words8.digitsOf(lower);
        Words8.put(buffer, start + 2 + Long.BYTES, Words8.asSigns(digits));
        return 1 + Long.BYTES + Words8.last(digits);
    }

    /** Writes one digit, and eight more; tells how many of the eight are more than zeros. */
    private static int nine(long top, int rest, int point, byte[] buffer, int start) {
        long digits = Words8.digitsOf(rest);
        long signs = Words8.asSigns(digits);
        Words8.put(buffer, start + 2, signs);
        // The first eight once more, those before the point one place further left.
        long first = signs << Byte.SIZE | '0' + top;
        if (point == 0) {
            buffer[start + 1] = (byte) first;
        } else {
            long before = Words8.mask(point);
            long sign = (long) '.' << point * Byte.SIZE;
            Words8.put(buffer, start, first & before | sign | (first & ~before) << Byte.SIZE);
        }
        return Words8.last(digits);
    }

    private static int zero(byte[] buffer, int start) {
        buffer[start] = '0';
        buffer[start + 1] = '.';
        buffer[start + 2] = '0';
        return start + 3;
    }

    /** Writes an integer from 0 on. */
    private static int whole(long value, byte[] buffer, int start) {
        if (value < EIGHT_DIGITS) {
            return first((int) value, buffer, start);
        }
        long upper = value / EIGHT_DIGITS;
        int end = whole(upper, buffer, start);
        int lower = (int) (value - upper * EIGHT_DIGITS);
        Words8.put(buffer, end, Words8.asSigns(Words8.digitsOf(lower)));
        return end + Long.BYTES;
    }

    /** Writes an integer of at most eight digits, with bytes of no meaning behind it. */
    private static int first(int value, byte[] buffer, int start) {
        if (value < 10) {
            buffer[start] = (byte) ('0' + value);
            return start + 1;
        }
        long digits = Words8.digitsOf(value);
        int zeros = Words8.first(digits);
        Words8.put(buffer, start, Words8.asSigns(digits) >>> zeros * Byte.SIZE);
        return start + Long.BYTES - zeros;
    }

    /** How many decimal digits a number from 0 on has. */
    static int count(long value) {
        // 1233 / 2^12 is a little less than log10(2), enough for 64 bits.
        int about = (64 - Long.numberOfLeadingZeros(value | 1)) * 1233 >> 12;
        return about < POWERS.length && value >= POWERS[about] ? about + 1 : Math.max(about, 1);
    }
}
