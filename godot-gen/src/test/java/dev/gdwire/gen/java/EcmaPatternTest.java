package dev.gdwire.gen.java;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EcmaPatternTest {
    @ParameterizedTest
    @CsvSource({
        "^a$, a, true",
        "^a$, 'a\n', false",
        "^.$, '\u0085', true",
        "^.$, '\u2028', false",
        "^\\s$, '\uFEFF', true",
        "^\\S$, '\u00A0', false",
        "^[[&&]]$, '[]', true",
        "^[^a]$, b, true",
        "^[^]$, '\n', true",
        "[], a, false",
        "\\$, $, true",
        "^\\u0041\\u{1F600}$, A\uD83D\uDE00, true",
        "\\bé, aé, true",
        "^\\/$, /, true"
    })
    void matchesAsEcmaScriptDoes(String ecma, String text, boolean found) {
        Pattern pattern = Pattern.compile(EcmaPattern.toJava(ecma));
        assertThat(pattern.matcher(text).find()).isEqualTo(found);
    }
}
