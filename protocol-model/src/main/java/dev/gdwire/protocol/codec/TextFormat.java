package dev.gdwire.protocol.codec;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A format of strings, checked the same as in Godot (the add-on's {@code text_format.gd}). What a
 * format accepts, the class of Java that reads it accepts too: {@link java.time.Instant#parse},
 * {@link java.time.LocalDate#parse}, {@link java.time.OffsetTime#parse}, {@link
 * java.util.UUID#fromString} and {@link java.net.URI#create}. The grammars, and where they differ
 * from those that the RFCs give, are in {@code docs/schema.md}.
 */
public enum TextFormat {
    /** RFC 3339, without leap seconds; the time in UTC lies in the years 0000 to 9999. */
    DATE_TIME("date-time", TimeFormats::isDateTime),
    /** RFC 3339, a full date. */
    DATE("date", TimeFormats::isDate),
    /** RFC 3339, a full time, without leap seconds. */
    TIME("time", TimeFormats::isTime),
    /** RFC 3339, appendix A, in capital letters. */
    DURATION("duration", TimeFormats::isDuration),
    /** RFC 4122, in letters of any case. */
    UUID("uuid", NameFormats::isUuid),
    /** RFC 3986, with a scheme. */
    URI("uri", UriFormat::isUri),
    /** A mailbox of RFC 5321. */
    EMAIL("email", NameFormats::isEmail),
    /** A dotted quad, without leading zeros. */
    IPV4("ipv4", AddressFormats::isIpv4),
    /** RFC 4291, without a zone. */
    IPV6("ipv6", AddressFormats::isIpv6),
    /** RFC 1123, without a last point. */
    HOSTNAME("hostname", NameFormats::isHostname),
    /** A 64-bit integer in decimal digits, without leading zeros. */
    INT64("int64", CodedFormats::isInt64),
    /** RFC 4648, section 4, padded: a {@code contentEncoding}. */
    BASE64("base64", CodedFormats::isBase64);

    private static final Map<String, TextFormat> BY_WORD =
            Arrays.stream(values())
                    .collect(Collectors.toUnmodifiableMap(TextFormat::word, Function.identity()));

    private final String word;
    private final Predicate<String> grammar;

    TextFormat(String word, Predicate<String> grammar) {
        this.word = word;
        this.grammar = grammar;
    }

    /**
     * The format with this word.
     *
     * @throws IllegalArgumentException if it is none of those that are checked
     */
    public static TextFormat of(String word) {
        TextFormat format = BY_WORD.get(word);
        if (format == null) {
            throw new IllegalArgumentException("no format that is checked: " + word);
        }
        return format;
    }

    /** The value of {@code format}, or of {@code contentEncoding}. */
    public String word() {
        return word;
    }

    /** Whether all of a text is of this format. */
    public boolean matches(String text) {
        return grammar.test(text);
    }
}
