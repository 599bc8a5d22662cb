package dev.gdwire.protocol.codec;

/**
 * The limits of 32-bit numbers. They are 32-bit numbers themselves: 0.1 is at most 0.1 though
 * neither is exactly that. As in {@link Limit}, all throw {@link
 * dev.gdwire.protocol.InvalidValueException}.
 */
public final class FloatLimit {
    private FloatLimit() {}

    /** {@code minimum}. */
    public static void atLeast(String place, float value, float limit) {
        require(value >= limit, place, "at least ", limit, value);
    }

    /** {@code maximum}. */
    public static void atMost(String place, float value, float limit) {
        require(value <= limit, place, "at most ", limit, value);
    }

    /** {@code exclusiveMinimum}. */
    public static void moreThan(String place, float value, float limit) {
        require(value > limit, place, "more than ", limit, value);
    }

    /** {@code exclusiveMaximum}. */
    public static void lessThan(String place, float value, float limit) {
        require(value < limit, place, "less than ", limit, value);
    }

    /** {@code multipleOf}, but for rounding: 0.3 is a multiple of 0.1. */
    public static void multipleOf(String place, float value, float factor) {
        boolean fits = Multiples.FLOAT32.isMultiple(value, factor);
        require(fits, place, "a multiple of ", factor, value);
    }

    private static void require(
            boolean fits, String place, String words, float limit, float actual) {
        if (!fits) {
            throw Check.fault(place, words + text(limit), text(actual));
        }
    }

    private static String text(float value) {
        return NumberText.of(value, NumberText.FLOAT_DIGITS);
    }
}
