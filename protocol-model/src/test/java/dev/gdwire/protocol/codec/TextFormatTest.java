package dev.gdwire.protocol.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The verdicts on single texts are in the table of integration-tests, which Godot reads too. */
class TextFormatTest {
    @ParameterizedTest
    @EnumSource(TextFormat.class)
    void aFormatIsFoundByItsWord(TextFormat format) {
        assertThat(TextFormat.of(format.word())).isSameAs(format);
        assertThat(format.matches("")).isEqualTo(format == TextFormat.BASE64);
    }

    @Test
    void aWordThatIsNoFormatIsNamed() {
        assertThatThrownBy(() -> TextFormat.of("idn-email"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no format that is checked: idn-email");
    }

    @ParameterizedTest
    @EnumSource(TextFormat.class)
    void longTextsAreNoTrouble(TextFormat format) {
        List<String> parts = List.of("1", "a.", "a:", "%41", "\"\\a", "http://a/%41", "P1", "::");
        for (String part : parts) {
            String text = part.repeat(1 << 17);
            format.matches(text);
            format.matches(text + "@");
            format.matches("a@" + text);
            format.matches("http://" + text + "\n");
        }
        assertThat(TextFormat.URI.matches("a:" + "%41".repeat(1 << 18))).isTrue();
        assertThat(TextFormat.EMAIL.matches("\"" + "\\a".repeat(1 << 18) + "\"@b")).isTrue();
    }

    @Property(tries = 20_000)
    void javaReadsEveryDateTime(@ForAll("dateTimes") String text) {
        if (TextFormat.DATE_TIME.matches(text)) {
            Instant instant = Instant.parse(text);
            assertThat(TextFormat.DATE_TIME.matches(instant.toString())).isTrue();
            assertThat(Instant.parse(instant.toString())).isEqualTo(instant);
        }
    }

    @Property(tries = 20_000)
    void javaReadsEveryDateAndNoOther(@ForAll("dates") String text) {
        assertThat(TextFormat.DATE.matches(text))
                .isEqualTo(text.length() == 10 && isParsed(() -> LocalDate.parse(text)));
        if (TextFormat.DATE.matches(text)) {
            assertThat(LocalDate.parse(text)).hasToString(text);
        }
    }

    @Property(tries = 20_000)
    void javaReadsEveryTime(@ForAll("times") String text) {
        if (TextFormat.TIME.matches(text)) {
            OffsetTime time = OffsetTime.parse(text);
            String again = DateTimeFormatter.ISO_OFFSET_TIME.format(time);
            assertThat(TextFormat.TIME.matches(again)).isTrue();
            assertThat(OffsetTime.parse(again)).isEqualTo(time);
        }
    }

    @Property
    void timesOfJavaAreTimes(
            @ForAll @IntRange(max = 86_399) int second,
            @ForAll @IntRange(max = 999_999_999) int nano,
            @ForAll @IntRange(min = -1080, max = 1080) int minutes) {
        ZoneOffset offset = ZoneOffset.ofTotalSeconds(minutes * 60);
        OffsetTime time = java.time.LocalTime.ofSecondOfDay(second).withNano(nano).atOffset(offset);
        assertThat(TextFormat.TIME.matches(DateTimeFormatter.ISO_OFFSET_TIME.format(time)))
                .isTrue();
    }

    @Property
    void uuidsOfJavaAreUuids(@ForAll long high, @ForAll long low) {
        UUID uuid = new UUID(high, low);
        String text = uuid.toString();
        assertThat(TextFormat.UUID.matches(text)).isTrue();
        assertThat(TextFormat.UUID.matches(text.toUpperCase(Locale.ROOT))).isTrue();
        assertThat(UUID.fromString(text.toUpperCase(Locale.ROOT))).isEqualTo(uuid);
        assertThat(TextFormat.UUID.matches(text.substring(1))).isFalse();
    }

    @Property(tries = 50_000)
    void javaReadsEveryUri(@ForAll("uris") String text) {
        if (TextFormat.URI.matches(text)) {
            assertThat(URI.create(text)).hasToString(text);
            assertThat(URI.create(text).isAbsolute()).isTrue();
        }
    }

    @Property(tries = 20_000)
    void ipv6IsWhatJavaReadsBetweenBrackets(@ForAll("addresses") String text) {
        assertThat(TextFormat.IPV6.matches(text))
                .as(text)
                .isEqualTo(isParsed(() -> URI.create("http://[" + text + "]")));
    }

    @Provide
    Arbitrary<String> dates() {
        Arbitrary<String> year =
                Arbitraries.oneOf(
                        Arbitraries.integers().between(0, 9999).map(y -> String.format("%04d", y)),
                        Arbitraries.of("0000", "1900", "2000", "2024", "9999", "-001", "12024"));
        return Combinators.combine(year, twoDigits(13), twoDigits(32))
                .as((y, m, d) -> y + "-" + m + "-" + d);
    }

    @Provide
    Arbitrary<String> times() {
        Arbitrary<String> fraction =
                Arbitraries.oneOf(
                        Arbitraries.just(""),
                        Arbitraries.strings().numeric().ofMaxLength(10).map(f -> "." + f));
        Arbitrary<String> offset =
                Arbitraries.oneOf(
                        Arbitraries.of("Z", "z", "", "+00:00", "-00:00", "+18:00", "-18:00"),
                        Combinators.combine(Arbitraries.of("+", "-"), twoDigits(24), twoDigits(60))
                                .as((sign, h, m) -> sign + h + ":" + m));
        return Combinators.combine(twoDigits(24), twoDigits(60), twoDigits(60), fraction, offset)
                .as((h, m, s, f, o) -> h + ":" + m + ":" + s + f + o);
    }

    @Provide
    Arbitrary<String> dateTimes() {
        Arbitrary<String> date =
                Arbitraries.oneOf(dates(), Arbitraries.of("0000-01-01", "9999-12-31"));
        return Combinators.combine(date, Arbitraries.of("T", "t", " "), times())
                .as((d, t, time) -> d + t + time);
    }

    @Provide
    Arbitrary<String> uris() {
        Arbitrary<String> part =
                Arbitraries.of(
                        "a",
                        "Z",
                        "0",
                        "-",
                        ".",
                        "_",
                        "~",
                        "!",
                        "$",
                        "&",
                        "'",
                        "(",
                        ")",
                        "*",
                        "+",
                        ",",
                        ";",
                        "=",
                        ":",
                        "@",
                        "/",
                        "//",
                        "?",
                        "#",
                        "[",
                        "]",
                        "[::1]",
                        "[1::]",
                        "[::1.2.3.4]",
                        "%41",
                        "%",
                        "%e9",
                        "1.2.3.4",
                        ":80",
                        "\u00e9",
                        " ",
                        "\\",
                        "|",
                        "u:p@",
                        "example.com",
                        "..");
        Arbitrary<String> scheme =
                Arbitraries.of("http:", "http://", "a:", "urn:x:", "file:///", "a+b:", "1:", "");
        return Combinators.combine(scheme, part.list().ofMaxSize(8))
                .as((start, rest) -> start + String.join("", rest));
    }

    @Provide
    Arbitrary<String> addresses() {
        Arbitrary<String> part =
                Arbitraries.of("1", "ab", "FFFF", "12345", "1.2.3.4", "1.2.3.256", "g", "0", "0:");
        Arbitrary<String> joined = part.list().ofMaxSize(9).map(parts -> String.join(":", parts));
        return Arbitraries.oneOf(
                Arbitraries.of("1", "0", "abcd")
                        .list()
                        .ofMinSize(5)
                        .ofMaxSize(9)
                        .map(parts -> String.join(":", parts)),
                joined,
                Combinators.combine(joined, joined).as((a, b) -> a + "::" + b));
    }

    private static Arbitrary<String> twoDigits(int most) {
        return Arbitraries.integers().between(0, most).map(n -> String.format("%02d", n));
    }

    private static boolean isParsed(Runnable parser) {
        try {
            parser.run();
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }
}
