package dev.gdwire.protocol.json;

/**
 * Makes 64-bit numbers of decimal digits: exactly, or not at all, after Daniel Lemire, "Number
 * parsing at a gigabyte per second" (2021). The product of the digits and a power of ten is known
 * to lie between two bounds; where both round to one number, it is that.
 */
final class DecimalToDouble {
    /** What is told where the bounds do not decide. */
    static final double UNDECIDED = Double.NaN;

    private static final double[] EXACT_POWERS = new double[23];
    private static final long LARGEST_EXACT = 1L << 53;

    /** Within it neither digits nor products leave the range of numbers of full precision. */
    private static final int LARGEST_POWER = 290;

    /** What is added to an exponent of two in the bits of a number, and their place there. */
    private static final int EXPONENT_BIAS = 1023;

    private static final int EXPONENT_SHIFT = 52;

    /** Of 64 bits, those that the significand of a number has no room for. */
    private static final int DROPPED = 11;

    private static final long DROPPED_BITS = (1L << DROPPED) - 1;
    private static final long HALF = 1L << DROPPED - 1;

    static {
        double power = 1;
        for (int i = 0; i < EXACT_POWERS.length; i++) {
            EXACT_POWERS[i] = power;
            power *= 10;
        }
    }

    private DecimalToDouble() {}

    /**
     * Whether {@link #exact} tells the number nearest to {@code digits * 10^exponent}.
     *
     * @param digits from 0 to 10^18
     */
    static boolean isExact(long digits, int exponent) {
        return digits <= LARGEST_EXACT
                && -EXACT_POWERS.length < exponent
                && exponent < EXACT_POWERS.length;
    }

    /** Both the digits and the power are exact, and so is what IEEE 754 makes of them. */
    static double exact(long digits, int exponent) {
        return exponent < 0 ? digits / EXACT_POWERS[-exponent] : digits * EXACT_POWERS[exponent];
    }

    /**
     * The number nearest to {@code digits * 10^exponent} where that is not {@link #isExact exact};
     * {@link #UNDECIDED} where it cannot be told here.
     */
    static double nearest(long digits, int exponent) {
        if (digits == 0) {
            return 0;
        }
        return exponent < -LARGEST_POWER || exponent > LARGEST_POWER
                ? UNDECIDED
                : product(digits, exponent);
    }

    private static double product(long digits, int exponent) {
        int zeros = Long.numberOfLeadingZeros(digits) - 1;
        long factor = digits << zeros;
        long upper = Math.multiplyHigh(PowersOfTen.high(exponent), factor);
        int spare = Long.numberOfLeadingZeros(upper);
        // The first bits of the product are less than 2 too small: that seldom matters.
        long bits = upper << spare;
        return Math.abs((bits & DROPPED_BITS) - HALF) > 2L << spare
                ? rounded(bits, exponent, zeros + spare)
                : exactly(factor, exponent, zeros);
    }

    private static double exactly(long factor, int exponent, int zeros) {
        // The product, without its last 63 bits. What is left out, and what the power is rounded
        // down by, make it less than 2 too small.
        long high = PowersOfTen.high(exponent);
        long low = PowersOfTen.low(exponent);
        long upper = Math.multiplyHigh(high, factor);
        long lower = high * factor;
        long carried = Math.multiplyHigh(low, factor) << 1 | low * factor >>> 63;
        long sum = lower + carried;
        if (Long.compareUnsigned(sum, lower) < 0) {
            upper++;
        }
        int spare = Long.numberOfLeadingZeros(upper);
        long bits = upper << spare | sum >>> 64 - spare;
        long rest = bits & DROPPED_BITS;
        // Next to the middle between two numbers the bits that are left out would decide.
        return rest == HALF - 1 || rest == HALF && sum << spare == 0
                ? UNDECIDED
                : rounded(bits, exponent, zeros + spare);
    }

    /**
     * The nearest number.
     *
     * @param bits the first of a product with the power
     * @param shifted by how much they and the digits were
     */
    private static double rounded(long bits, int exponent, int shifted) {
        long significand = (bits >>> DROPPED) + ((bits & DROPPED_BITS) >= HALF ? 1 : 0);
        // The power's last bit stands for 2^(log2(10^exponent) - 125).
        int scale = PowersOfTen.log2(exponent) - 125 + 63 + 64 + DROPPED - shifted;
        return significand
                * Double.longBitsToDouble((long) (scale + EXPONENT_BIAS) << EXPONENT_SHIFT);
    }
}
