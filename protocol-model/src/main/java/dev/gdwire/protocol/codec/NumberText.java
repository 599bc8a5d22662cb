package dev.gdwire.protocol.codec;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Numbers in the words of errors, which the Godot side says too: integers that a double holds
 * exactly in full, others rounded to the digits that both sides read alike, in the notation of
 * ECMAScript (plain from 1e-6 up to 1e21).
 */
final class NumberText {
    /** Godot reads numbers of more digits up to two units in the last place wrong. */
    static final int DOUBLE_DIGITS = 15;

    /** What a 32-bit number always keeps, and one more. */
    static final int FLOAT_DIGITS = 7;

    private static final double LARGEST_INTEGER = (1L << 53) - 1;
    private static final int LARGEST_PLAIN = 21;
    private static final int SMALLEST_PLAIN = -5;

    private NumberText() {}

    static String of(double value, int digits) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        if (value == Math.rint(value) && Math.abs(value) <= LARGEST_INTEGER) {
            return Long.toString((long) value);
        }
        BigDecimal rounded = rounded(Math.abs(value), digits);
        String text = notation(rounded.unscaledValue().toString(), point(rounded));
        return value < 0 ? "-" + text : text;
    }

    /** A finite number, rounded to so many digits. */
    static BigDecimal rounded(double value, int digits) {
        return new BigDecimal(Double.toString(value))
                .round(new MathContext(digits, RoundingMode.HALF_UP))
                .stripTrailingZeros();
    }

    /** How many digits stand before the decimal point; negative for zeros after it. */
    private static int point(BigDecimal value) {
        return value.precision() - value.scale();
    }

    private static String notation(String digits, int point) {
        int count = digits.length();
        if (point > LARGEST_PLAIN || point < SMALLEST_PLAIN) {
            String fraction = count == 1 ? "" : "." + digits.substring(1);
            String sign = point > 0 ? "+" : "";
            return digits.charAt(0) + fraction + "e" + sign + (point - 1);
        }
        if (point >= count) {
            return digits + "0".repeat(point - count);
        }
        return point > 0
                ? digits.substring(0, point) + "." + digits.substring(point)
                : "0." + "0".repeat(-point) + digits;
    }
}
