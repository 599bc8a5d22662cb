package dev.gdwire.protocol.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberTextTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "5, 5",
        "-9007199254740991, -9007199254740991",
        "0.1, 0.1",
        "0.30000000000000004, 0.3",
        "-123456789.5, -123456789.5",
        "0.000001234, 0.000001234",
        "0.000001, 0.000001",
        "0.0000001, 1e-7",
        "0.00000015, 1.5e-7",
        "1e17, 100000000000000000",
        "1e20, 100000000000000000000",
        "1e21, 1e+21",
        "1.25e300, 1.25e+300",
        "-1e-300, -1e-300",
        "0.9999999999999999, 1",
        "NaN, NaN",
        "-Infinity, -Infinity"
    })
    void isAsEcmaScriptWritesIt(double value, String text) {
        assertThat(NumberText.of(value, NumberText.DOUBLE_DIGITS)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0.1, 0.1", "16777217, 16777216", "3.4028235e38, 3.402823e+38", "-0.25, -0.25"})
    void narrowNumbersHaveFewerDigits(float value, String text) {
        assertThat(NumberText.of(value, NumberText.FLOAT_DIGITS)).isEqualTo(text);
    }

    @Property(tries = 2000)
    void staysWithinFifteenDigits(@ForAll double value) {
        BigDecimal said = new BigDecimal(NumberText.of(value, NumberText.DOUBLE_DIGITS));
        BigDecimal difference = said.subtract(new BigDecimal(value)).abs();
        BigDecimal bound = new BigDecimal(value).abs().multiply(new BigDecimal("5.1e-15"));
        assertThat(difference.round(MathContext.DECIMAL32)).isLessThanOrEqualTo(bound);
    }
}
