package dev.gdwire.protocol.codec;

import java.math.BigDecimal;

/**
 * Whether a number is a multiple of another. Integers up to 2^53 (2^24 of 32 bits) are judged
 * exactly. Others are multiples but for rounding, so that 0.3 is one of 0.1; where rounding would
 * forgive everything, because the quotient has more digits than the numbers, their decimal digits
 * decide, as people wrote them. The Godot side does the same.
 */
enum Multiples {
    FLOAT64(NumberText.DOUBLE_DIGITS, 1e-15, 1L << 53),
    FLOAT32(NumberText.FLOAT_DIGITS, 1e-6, 1 << 24);

    private final int digits;

    /** How far a quotient may be off an integer, for its size. */
    private final double rounding;

    /** Up to here such a number holds every integer. */
    private final double largestExact;

    Multiples(int digits, double rounding, double largestExact) {
        this.digits = digits;
        this.rounding = rounding;
        this.largestExact = largestExact;
    }

    /** The factor is more than 0. */
    boolean isMultiple(double value, double factor) {
        if (isExact(value) && isExact(factor)) {
            return value % factor == 0;
        }
        double quotient = Math.abs(value / factor);
        return quotient * rounding < 1
                ? Math.abs(quotient - Math.rint(quotient)) <= quotient * rounding
                : isDecimalMultiple(value, factor);
    }

    private boolean isDecimalMultiple(double value, double factor) {
        BigDecimal dividend = NumberText.rounded(value, digits);
        return dividend.remainder(NumberText.rounded(factor, digits)).signum() == 0;
    }

    private boolean isExact(double value) {
        return value == Math.rint(value) && Math.abs(value) <= largestExact;
    }
}
