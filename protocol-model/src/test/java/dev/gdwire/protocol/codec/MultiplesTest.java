package dev.gdwire.protocol.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MultiplesTest {
    @ParameterizedTest
    @CsvSource({
        "7, 3, false",
        "-0.3, 0.1, true",
        "0.00751, 0.0001, false",
        "9007199254740991, 6361, true",
        "3e22, 3, true",
        "3e300, 3, true",
        "1e300, 3, false",
        "1e300, 0.3, false",
        "9e300, 0.3, true",
        "1e300, 1e-300, true",
        "-1e300, 1e-300, true",
        "1e300, 3e-300, false",
        "1e308, 0.123456789, false",
        "1e308, 0.5, true",
        "1, 1e300, false",
        "1e299, 1e300, false",
        "3e300, 1e300, true",
        "1e-300, 1e-299, false",
        "0, 1e300, true"
    })
    void isAsInDecimal(double value, double factor, boolean isMultiple) {
        assertThat(Multiples.FLOAT64.isMultiple(value, factor)).isEqualTo(isMultiple);
    }

    @ParameterizedTest
    @CsvSource({
        "0.3, 0.1, true",
        "0.35, 0.1, false",
        "16777216, 3, false",
        "10000002, 4, false",
        "3e10, 3, true",
        "3e38, 3, true",
        "1e38, 3, false",
        "3e38, 0.7, false",
        "3e30, 1e-30, true"
    })
    void narrowNumbersToo(float value, float factor, boolean isMultiple) {
        assertThat(Multiples.FLOAT32.isMultiple(value, factor)).isEqualTo(isMultiple);
    }

    @Property
    void everyProductIsAMultiple(
            @ForAll @LongRange(min = 1, max = 99_999_999) long digits,
            @ForAll @IntRange(min = -140, max = 140) int exponent,
            @ForAll @LongRange(min = -9_999_999, max = 9_999_999) long times,
            @ForAll @IntRange(max = 140) int more) {
        BigDecimal factor = BigDecimal.valueOf(digits).scaleByPowerOfTen(exponent);
        BigDecimal value = factor.multiply(BigDecimal.valueOf(times)).scaleByPowerOfTen(more);
        assertThat(Multiples.FLOAT64.isMultiple(value.doubleValue(), factor.doubleValue()))
                .isTrue();
    }

    @Property
    void nothingElseIs(
            @ForAll @LongRange(min = 2, max = 99_999) long digits,
            @ForAll @IntRange(min = -140, max = 140) int exponent,
            @ForAll @LongRange(min = -99_999, max = 99_999) long times,
            @ForAll @LongRange(min = 1, max = 99_998) long rest) {
        BigDecimal factor = BigDecimal.valueOf(digits).scaleByPowerOfTen(exponent);
        BigDecimal value = BigDecimal.valueOf(digits * times + rest).scaleByPowerOfTen(exponent);
        assertThat(Multiples.FLOAT64.isMultiple(value.doubleValue(), factor.doubleValue()))
                .isEqualTo(rest % digits == 0);
    }
}
