package dev.gdwire.gen.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PortablePatternTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "^[0-9]+\\.[0-9]+$; \\A[0-9]++\\.[0-9]++\\z",
                "a|b; [ab]",
                "(ab)*?c; c",
                "^(ab)*?c$; \\A(?:ab)*+c\\z",
                "^.*?c$; \\A[^\\x{A}\\x{D}\\x{2028}\\x{2029}]*?c\\z",
                "\\d{2,3}; [0-9]{2}",
                "^[\\w.-]+$; \\A[\\-\\.0-9A-Z_a-z]++\\z",
                "x(?=y); x(?=y)",
                "\\u00e9\\x41; \\x{E9}A",
                "[[&&b]; [\\&\\[b]",
                "x\\D; x[^0-9]",
                "#; \\#",
                "\\D; (?![^\\x{0}-\\x{D7FF}\\x{E000}-\\x{10FFFF}])[^0-9]",
                "(a)(b)\\2; a(b)(?:\\1)",
                "^(?<x>a)\\k<x>1$; \\A(a)(?:\\1)1\\z",
                "a\\1(b); ab",
                "^(a+)+$; \\Aa++\\z",
                "^(?:a+b?)*$; \\A(?:a+b?+)*\\z",
                "^a{70000}$; \\Aa{65535}a{4465}\\z",
                "(?<=a|bc)x; (?![^\\x{0}-\\x{D7FF}\\x{E000}-\\x{10FFFF}])(?<=a|bc)x",
                "(?<=a+)x; (?![^\\x{0}-\\x{D7FF}\\x{E000}-\\x{10FFFF}])(?<=a)x",
                "a(?=b)*; a",
                "{,2}\\_]}; \\{\\,2\\}_\\]\\}",
                "[]; [^\\x{0}-\\x{10FFFF}]",
                "^[^]$; \\A[\\x{0}-\\x{10FFFF}]\\z",
                "^(a?b?|c){2}$; \\A(?:c|a?b?)(?:c|a?b?)\\z",
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
    @MethodSource("refusals")
    void refusesWhatCannotBeSaidAlike(String pattern, String why) {
        assertThatThrownBy(() -> PortablePattern.translate(pattern))
                .isInstanceOf(UnsupportedPatternException.class)
                .hasMessageContaining(why);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                arguments("(?i)a", "flags"),
                arguments("(?>a)", "atomic"),
                arguments("(?i:a)", "flags"),
                arguments("(?#a)", "comments"),
                arguments("(a)?\\1", "may not have matched"),
                arguments("(?:(a)|b)\\1", "may not have matched"),
                arguments("(?=(a))\\1", "may not have matched"),
                arguments("(a)\\2", "does not exist"),
                arguments("\\k<x>", "no group has the name"),
                arguments("(?<=(a)\\1)b", "lookbehind that refers"),
                arguments("(?<=ab?c)x", "several lengths"),
                arguments("(?<!a{300})x", "255"),
                arguments("\\p{Foo}", "\\p{Foo}"),
                arguments("\\p{Script_Extensions=Greek}", "none of the properties"),
                arguments("\\p{L}\\_", "only with the flag"),
                arguments("\\p", "only with the flag"),
                arguments("[\\_\uD83D\uDE00]", "beyond U+FFFF"),
                arguments("\\_\uD83D\uDE00+", "beyond U+FFFF"),
                arguments("\\_\\u{41}", "no escape"),
                arguments("a++", "follows another"),
                arguments("a**", "follows another"),
                arguments("*a", "repeats nothing"),
                arguments("{1}", "repeats nothing"),
                arguments("^*", "repeats nothing"),
                arguments("$+", "repeats nothing"),
                arguments("\\b+", "repeats nothing"),
                arguments("(?<=a)+", "repeats nothing"),
                arguments("a{3,2}", "out of order"),
                arguments("a{1000001}", "more than 1000000 repeats"),
                arguments("(?:ab?){70000}", "65535"),
                arguments("(?:ab){70000}", "65535"),
                arguments("(?:(?:ab){1000}){1000}", "200000"),
                arguments("(", "not closed"),
                arguments("a)", "closes nothing"),
                arguments("[", "not closed"),
                arguments("[a-", "not closed"),
                arguments("[b-a]", "out of order"),
                arguments("\\", "backslash"),
                arguments("[\\", "backslash"),
                arguments("\\q", "\"\\q\" is no escape"),
                arguments("\\A", "\"\\A\" is no escape"),
                arguments("\\Z", "\"\\Z\" is no escape"),
                arguments("\\u12", "\"\\u\" is no escape"),
                arguments("\\xg0", "\"\\x\" is no escape"),
                arguments("\\c1", "\"\\c\" is no escape"),
                arguments("\\01", "\"\\0\" is no escape"),
                arguments("\\u{110000}", "no escape"),
                arguments("(?<a>x)(?<a>y)", "two groups"),
                arguments("(?<1>x)", "no name of a group"),
                arguments("(?<x", "no name"),
                arguments("(?:".repeat(60) + "a" + ")".repeat(60), "nested more than 50"),
                arguments("\\P{L}x\\p{Alphabetic}y".repeat(9), "longer than 50000"));
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

    /** What is cut and made possessive is found in the same texts; Java itself is the measure. */
    @Property(tries = 5000)
    void findsWhatTheOriginalFinds(
            @ForAll("patterns") String pattern,
            @ForAll @StringLength(max = 8) @Chars({'a', 'b', 'c'}) String text)
            throws UnsupportedPatternException {
        String translated = PortablePattern.translate(pattern);
        Optional<Boolean> original = findsInTime(pattern, text);
        Optional<Boolean> portable = findsInTime(translated, text);
        Assume.that(original.isPresent() && portable.isPresent());
        assertThat(portable).as(pattern + " as " + translated).isEqualTo(original);
    }

    /** Empty when a search goes on and on: nested repeats have no end that anybody can wait for. */
    private static Optional<Boolean> findsInTime(String pattern, String text) {
        try {
            return Optional.of(Pattern.compile(pattern).matcher(new CountedText(text)).find());
        } catch (IllegalStateException e) {
            return Optional.empty();
        }
    }

    /** A text that can be looked at so many times. */
    private static final class CountedText implements CharSequence {
        private final String text;
        private int looks;

        CountedText(String text) {
            this.text = text;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (++looks > 100_000) {
                throw new IllegalStateException("looked at too often");
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    @Provide
    Arbitrary<String> patterns() {
        Arbitrary<String> inner = groups(groups(sequences(Arbitraries.of("a", "b", "[ab]", "."))));
        return Combinators.combine(Arbitraries.of("", "^"), inner, Arbitraries.of("", "$"))
                .as((start, middle, end) -> start + "(?:" + middle + ")" + end);
    }

    private static Arbitrary<String> groups(Arbitrary<String> inner) {
        Arbitrary<String> group =
                Combinators.combine(inner, inner).as((one, other) -> "(" + one + "|" + other + ")");
        return sequences(Arbitraries.oneOf(group, inner.map(one -> "(?:" + one + ")")));
    }

    private static Arbitrary<String> sequences(Arbitrary<String> atoms) {
        Arbitrary<String> repeats = Arbitraries.of("", "", "*", "+", "?", "*?", "+?", "??");
        return Combinators.combine(atoms, repeats)
                .as(String::concat)
                .list()
                .ofMaxSize(3)
                .map(parts -> String.join("", parts));
    }

    private static boolean finds(String pattern, String text) throws UnsupportedPatternException {
        return Pattern.compile(PortablePattern.translate(pattern)).matcher(text).find();
    }
}
