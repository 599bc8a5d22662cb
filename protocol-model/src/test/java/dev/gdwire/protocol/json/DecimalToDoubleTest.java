package dev.gdwire.protocol.json;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.statistics.Statistics;

class DecimalToDoubleTest {
    @Property(tries = 200_000)
    void anyDigits(
            @ForAll @LongRange(min = 0, max = 1_000_000_000_000_000_000L) long digits,
            @ForAll @IntRange(min = -330, max = 330) int exponent) {
        check(digits, exponent);
    }

    @Property(tries = 50_000)
    void fewDigits(
            @ForAll @LongRange(min = 0, max = 99_999) long digits,
            @ForAll @IntRange(min = -30, max = 30) int exponent) {
        check(digits, exponent);
    }

    /** The numbers that programs write lie next to the middle between others most often. */
    @Property(tries = 100_000)
    void writtenNumbers(@ForAll long bits) {
        double value = Math.abs(Double.longBitsToDouble(bits));
        if (Double.isFinite(value)) {
            java.math.BigDecimal text = new java.math.BigDecimal(Double.toString(value));
            check(text.unscaledValue().longValue(), -text.scale());
        }
    }

    /** Integers in the middle between two numbers, and those next to it. */
    @Property(tries = 20_000)
    void middles(
            @ForAll @LongRange(min = 1L << 53, max = 900_000_000_000_000_000L) long near,
            @ForAll @IntRange(min = -1, max = 1) int beside) {
        double value = near;
        long middle = (long) value + (long) (Math.ulp(value) / 2);
        check(middle + beside, 0);
    }

    private static void check(long digits, int exponent) {
        double number =
                DecimalToDouble.isExact(digits, exponent)
                        ? DecimalToDouble.exact(digits, exponent)
                        : DecimalToDouble.nearest(digits, exponent);
        Statistics.label("decided").collect(!Double.isNaN(number));
        if (!Double.isNaN(number)) {
            assertThat(number).isEqualTo(Double.parseDouble(digits + "E" + exponent));
        } else {
            assertThat(digits).isPositive();
        }
    }
}
