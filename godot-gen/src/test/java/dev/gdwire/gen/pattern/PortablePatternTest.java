package dev.gdwire.gen.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortablePatternTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "^[0-9]+\\.[0-9]+$; \\A[0-9]+\\.[0-9]+\\z",
                "a|b; a|b",
                "(ab)*?c; (?:ab)*?c",
                "\\d{2,3}; [0-9]{2,3}",
                "[\\w.-]+; [A-Za-z0-9_\\.\\-]+",
                "x(?=y); x(?=y)",
                "\\u00e9\\x41; \\x{E9}A",
                "[[&&b]; [\\[\\&\\&b]",
                "\\D; [^0-9]",
                "#; \\#",
                "a.b; a[^\\n\\r\\x{2028}\\x{2029}]b",
                "[$.\\w]; [\\$\\.A-Za-z0-9_]",
                "\\u0041\\u{1F600}; A\\x{1F600}",
                "\\$\\.; \\$\\.",
                "[[]; [\\[]",
            })
    void translates(String pattern, String expected) throws UnsupportedPatternException {
        assertThat(PortablePattern.translate(pattern)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "^a$, a, true",
        "^a$, 'a\n', false",
        "^.$, '\u0085', true",
        "^.$, '\u2028', false",
        "^.$, \uD83D\uDE00, true",
        "^\\s$, '\u00A0', true",
        "^\\s$, '\uFEFF', true",
        "^\\S$, '\u00A0', false",
        "^\\d$, '\u0663', false",
        "^[\\ud83d\\ude00]$, \uD83D\uDE00, true",
        "^\\u0041\\u{1F600}$, A\uD83D\uDE00, true",
        "b, abc, true",
        "^[a&&b]$, &, true",
        "^[[&&]\\]$, '[]', true",
        "^[^a]$, b, true",
        "\\$, $, true",
        "^\\/$, /, true"
    })
    void meansWhatEcmaMeans(String pattern, String text, boolean found)
            throws UnsupportedPatternException {
        assertThat(finds(pattern, text)).isEqualTo(found);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(?<a>b)",
                "(?<=a)b",
                "(?i)a",
                "\\p{L}",
                "\\bx",
                "(a)\\1",
                "a++",
                "a**",
                "*a",
                "a{",
                "a{2",
                "a{3,2}",
                "a{2000}",
                "{",
                "}",
                "]",
                "(",
                ")",
                "a)",
                "[",
                "[a",
                "[]",
                "[^]",
                "[b-a]",
                "[\\d-z]",
                "[\\D]",
                "\\",
                "[\\",
                "\\q",
                "\\0",
                "\\ca",
                "\\u12",
                "\\ud800",
                "\\u{110000}",
                "\\u{",
                "\\xg0",
                "^*",
                "$+",
                "(?=a)*",
                "[a-",
            })
    void refusesWhatIsReadDifferently(String pattern) {
        assertThatThrownBy(() -> PortablePattern.translate(pattern))
                .isInstanceOf(UnsupportedPatternException.class)
                .hasMessageMatching("(?s).+");
    }

    @Property(tries = 5000)
    void whatIsTranslatedCompiles(
            @ForAll @StringLength(max = 12) @CharRange(from = ' ', to = '~') String pattern) {
        String translated;
        try {
            translated = PortablePattern.translate(pattern);
        } catch (UnsupportedPatternException e) {
            return;
        }
        try {
            Pattern.compile(translated);
        } catch (PatternSyntaxException e) {
            throw new AssertionError(pattern + " became " + translated, e);
        }
    }

    @Property(tries = 2000)
    void aQuotedTextFindsItself(@ForAll String text) throws UnsupportedPatternException {
        StringBuilder pattern = new StringBuilder("^");
        text.codePoints()
                .filter(c -> c < 0xD800 || c > 0xDFFF)
                .forEach(c -> pattern.append(String.format("\\u{%x}", c)));
        String clean =
                text.codePoints()
                        .filter(c -> c < 0xD800 || c > 0xDFFF)
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString();
        assertThat(finds(pattern.append('$').toString(), clean)).isTrue();
    }

    private static boolean finds(String pattern, String text) throws UnsupportedPatternException {
        return Pattern.compile(PortablePattern.translate(pattern)).matcher(text).find();
    }
}
