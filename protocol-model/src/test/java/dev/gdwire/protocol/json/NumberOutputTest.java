package dev.gdwire.protocol.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberOutputTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0.0",
        "-0.0, -0.0",
        "1, 1.0",
        "-12.5, -12.5",
        "1234567, 1234567.0",
        "12345678, 1.2345678E7",
        "0.1, 0.1",
        "0.05, 5.0E-2",
        "0.001, 1.0E-3",
        "1e10, 1.0E10",
        "1e22, 1.0E22",
        "2e23, 2.0E23",
        "9007199254740993e3, 9.007199254740993E18",
        "5e-324, 5.0E-324",
        "2.2250738585072014E-308, 2.2250738585072014E-308",
        "1.7976931348623157E308, 1.7976931348623157E308",
        "0.30000000000000004, 0.30000000000000004",
        "100, 100.0"
    })
    void doubles(double value, String text) {
        assertThat(written(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.0",
        "-0.5, -0.5",
        "0.1, 0.1",
        "16777216, 1.6777216E7",
        "1234567, 1234567.0",
        "3.4028235e38, 3.4028235E38",
        "1.4e-45, 1.0E-45",
        "1.1754944e-38, 1.1754944E-38"
    })
    void floats(float value, String text) {
        byte[] buffer = new byte[NumberOutput.MOST_BYTES];
        assertThat(text(buffer, NumberOutput.write(value, buffer, 0))).isEqualTo(text);
    }

    @Property(tries = 50_000)
    void doublesOfAnyBitsAreReadAgainAndHaveNoDigitTooMany(@ForAll long bits) {
        double value = Double.longBitsToDouble(bits);
        if (Double.isFinite(value)) {
            String text = written(value);
            assertThat(Double.parseDouble(text)).isEqualTo(value);
            assertThat(digits(text)).isLessThanOrEqualTo(digits(Double.toString(value)));
            assertNearest(text, value);
        }
    }

    /** What stands before the point is written by itself. */
    @Property(tries = 50_000)
    void doublesOfUpToThreeDigitsBeforeThePoint(
            @ForAll @DoubleRange(min = 0.1, max = 1_000) double any,
            @ForAll @IntRange(min = -1, max = 1) int beside,
            @ForAll boolean isNearAnInteger) {
        double start = isNearAnInteger ? Math.rint(any) : any;
        double value = beside == 0 ? start : Math.nextAfter(start, beside * 1e9);
        for (double each : new double[] {value, -value, value / 1_000, value / 4_096}) {
            String text = written(each);
            assertThat(Double.parseDouble(text)).isEqualTo(each);
            assertThat(digits(text)).isLessThanOrEqualTo(digits(Double.toString(each)));
            if (each != 0) {
                assertNearest(text, each);
            }
        }
    }

    @Property(tries = 20_000)
    void doublesOfFewDigitsAreWrittenSo(
            @ForAll long number, @ForAll @IntRange(min = -320, max = 300) int exponent) {
        BigDecimal decimal = BigDecimal.valueOf(number % 1_000_000_000_000_000L, -exponent);
        double value = decimal.doubleValue();
        if (Math.abs(value) > Double.MIN_NORMAL && Double.isFinite(value)) {
            assertThat(new BigDecimal(written(value))).isEqualByComparingTo(decimal);
        }
    }

    @Property(tries = 50_000)
    void floatsOfAnyBitsAreReadAgain(@ForAll int bits) {
        float value = Float.intBitsToFloat(bits);
        if (Float.isFinite(value)) {
            byte[] buffer = new byte[NumberOutput.MOST_BYTES];
            String text = text(buffer, NumberOutput.write(value, buffer, 0));
            assertThat(Float.parseFloat(text)).isEqualTo(value);
            assertThat(digits(text)).isLessThanOrEqualTo(digits(Float.toString(value)));
        }
    }

    @Property(tries = 20_000)
    void longs(@ForAll long value) {
        byte[] buffer = new byte[NumberOutput.MOST_BYTES];
        assertThat(text(buffer, NumberOutput.write(value, buffer, 0))).isEqualTo("" + value);
        long near = value >> (value & 63);
        assertThat(text(buffer, NumberOutput.write(near, buffer, 0))).isEqualTo("" + near);
    }

    /** No other number of as many digits is nearer. */
    private static void assertNearest(String text, double value) {
        BigDecimal written = new BigDecimal(text).stripTrailingZeros();
        BigDecimal exact = new BigDecimal(value);
        BigDecimal unit = written.ulp();
        BigDecimal distance = written.subtract(exact).abs();
        for (BigDecimal other : new BigDecimal[] {written.add(unit), written.subtract(unit)}) {
            assertThat(other.subtract(exact).abs()).isGreaterThanOrEqualTo(distance);
        }
    }

    private static int digits(String text) {
        return new BigDecimal(text).stripTrailingZeros().precision();
    }

    private static String written(double value) {
        byte[] buffer = new byte[NumberOutput.MOST_BYTES];
        return text(buffer, NumberOutput.write(value, buffer, 0));
    }

    private static String text(byte[] buffer, int end) {
        return new String(buffer, 0, end, StandardCharsets.US_ASCII);
    }
}
