package dev.gdwire.protocol.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gdwire.gen.pattern.PortablePattern;
import dev.gdwire.protocol.InvalidValueException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class TextPatternTest {
    private static final int MEBIBYTE = 1 << 20;

    /** Each of them fills the stack, or takes for ever, as it stands in the schema. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "^(a|b)*$",
                "^(a+|b+)*$",
                "^(a+)+$|^(ab)*$",
                "^[ab]+(-[ab]+)*$",
                "[ab]+$",
                ".*b$",
                "^(?=.*b)[ab]*$"
            })
    void aMebibyteIsNoTrouble(String source) {
        TextPattern pattern = TextPattern.of(source, PortablePattern.ofChecked(source));
        assertThat(pattern.isFoundIn("ab".repeat(MEBIBYTE / 2))).isTrue();
        assertThat(pattern.isFoundIn("ab".repeat(MEBIBYTE / 2) + "-")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"^(?:a|ab|aba|b)*c$", "^(?:a*b?)*c$", "^(?:ab?|b)+c$"})
    void aSearchThatLeadsNowhereIsGivenUp(String source) {
        TextPattern pattern = TextPattern.of(source, PortablePattern.ofChecked(source));
        String text = "aab".repeat(10_000);
        assertThatThrownBy(() -> Limit.pattern("name", text, pattern))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage(
                        "name: expected text that matches "
                                + source
                                + ", got text that takes too long to match");
        assertThat(pattern.isFoundIn("aabc")).isTrue();
    }

    @Test
    void aSearchIsGivenUpInTime() {
        TextPattern pattern = TextPattern.of("a*a*a*a*a*b");
        long start = System.nanoTime();
        Fault fault = pattern.faultIn("a".repeat(1000));
        assertThat(fault.actual()).isEqualTo(TextPattern.TOO_HARD);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }
}
