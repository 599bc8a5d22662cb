package dev.gdwire.protocol.json;

/**
 * The fewest decimal digits from which a binary number is read again, and of these the ones nearest
 * to it: Schubfach, after Raffaello Giulietti, "The Schubfach way to render doubles" (2021).
 *
 * <p>A number is {@code significand * 2^exponent}. Everything that a reader rounds to it lies
 * between the middles to its neighbours; {@link #scale} chooses the power of ten of which some, but
 * few, multiples lie there, and {@link #digits} tells the multiple.
 */
final class ShortestDecimal {
    /** log10(3/4) in units of 2^-20, rounded so that all results are right. */
    private static final int LOG10_OF_THREE_QUARTERS = 131_000;

    private static final int LOG10_OF_TWO = 315_653;
    private static final int LOG10_BITS = 20;

    private ShortestDecimal() {}

    /**
     * The power of ten that the digits are to be taken times.
     *
     * @param halfGap whether the neighbour below is only half as far as the one above, as it is of
     *     powers of two
     */
    static int scale(int exponent, boolean halfGap) {
        int less = halfGap ? LOG10_OF_THREE_QUARTERS : 0;
        return exponent * LOG10_OF_TWO - less >> LOG10_BITS;
    }

    /**
     * The digits, as an integer that may end with zeros.
     *
     * @param significand from 1 to 2^53
     * @param scale what {@link #scale} told
     */
    static long digits(long significand, int exponent, boolean halfGap, int scale) {
        // In quarters of the last bit, so that the middles to the neighbours are integers.
        long quarters = significand << 2;
        int shift = exponent + PowersOfTen.log2(-scale) + 2;
        long high = PowersOfTen.high(-scale);
        long low = PowersOfTen.low(-scale) + 1;
        if (low < 0) {
            low = 0;
            high++;
        }
        long middle = scaled(high, low, quarters << shift);
        long lower = scaled(high, low, quarters - (halfGap ? 1 : 2) << shift);
        long upper = scaled(high, low, quarters + 2 << shift);
        // Readers round the middles to even numbers, so those of odd ones belong to others.
        long open = significand & 1;
        long floor = middle >> 2;
        long tens = floor / 10 * 10;
        boolean downTen = lower + open <= tens << 2;
        boolean upTen = (tens + 10 << 2) + open <= upper;
        if (downTen != upTen) {
            return downTen ? tens : tens + 10;
        }
        boolean down = lower + open <= floor << 2;
        boolean up = (floor + 1 << 2) + open <= upper;
        if (down != up) {
            return down ? floor : floor + 1;
        }
        long distance = middle - (2 * floor + 1 << 1);
        return distance < 0 || distance == 0 && (floor & 1) == 0 ? floor : floor + 1;
    }

    /** The same of a 32-bit number, whose significand is from 1 to 2^24. */
    static int digits(int significand, int exponent, boolean halfGap, int scale) {
        long quarters = (long) significand << 2;
        int shift = exponent + PowersOfTen.log2(-scale) + 33;
        long power = PowersOfTen.high(-scale) + 1;
        int middle = scaled(power, quarters << shift);
        int lower = scaled(power, quarters - (halfGap ? 1 : 2) << shift);
        int upper = scaled(power, quarters + 2 << shift);
        int open = significand & 1;
        int floor = middle >> 2;
        int tens = floor / 10 * 10;
        boolean downTen = lower + open <= tens << 2;
        boolean upTen = (tens + 10 << 2) + open <= upper;
        if (downTen != upTen) {
            return downTen ? tens : tens + 10;
        }
        boolean down = lower + open <= floor << 2;
        boolean up = (floor + 1 << 2) + open <= upper;
        if (down != up) {
            return down ? floor : floor + 1;
        }
        int distance = middle - (2 * floor + 1 << 1);
        return distance < 0 || distance == 0 && (floor & 1) == 0 ? floor : floor + 1;
    }

    /** The product by 2^-95, rounded down, its last bit set when anything is left. */
    private static int scaled(long power, long factor) {
        long product = Math.multiplyHigh(power, factor);
        boolean exact = (product & Integer.MAX_VALUE) == 0;
        return (int) (product >>> Integer.SIZE - 1) | (exact ? 0 : 1);
    }

    /** The product by 2^-127, rounded down, its last bit set when anything is left. */
    private static long scaled(long high, long low, long factor) {
        long carried = Math.multiplyHigh(low, factor);
        long rest = (high * factor >>> 1) + carried;
        long whole = Math.multiplyHigh(high, factor) + (rest >>> 63);
        boolean exact = (rest & Long.MAX_VALUE) == 0;
        return exact ? whole : whole | 1;
    }
}
