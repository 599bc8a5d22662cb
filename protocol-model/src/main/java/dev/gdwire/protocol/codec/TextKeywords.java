package dev.gdwire.protocol.codec;

import dev.gdwire.protocol.JsonValue;
import java.util.function.Predicate;

/** Keywords that speak of texts. */
final class TextKeywords {
    private TextKeywords() {}

    /** At least so many code points. */
    static Constraint minLength(long limit) {
        return value ->
                !value.isText() || length(value) >= limit
                        ? null
                        : Words.tooFew(length(value), limit, "characters");
    }

    /** At most so many code points. */
    static Constraint maxLength(long limit) {
        return value ->
                !value.isText() || length(value) <= limit
                        ? null
                        : Words.tooMany(length(value), limit, "characters");
    }

    /** A pattern is found in the text. */
    static Constraint pattern(TextPattern pattern) {
        return value -> value.isText() ? pattern.faultIn(value.asText()) : null;
    }

    /** The text is of a format. */
    static Constraint format(TextFormat format) {
        return text(format::matches, Words.format(format));
    }

    private static Constraint text(Predicate<String> fits, String expected) {
        return value ->
                !value.isText() || fits.test(value.asText())
                        ? null
                        : Fault.of(expected, Words.quote(value.asText()));
    }

    private static int length(JsonValue text) {
        return text.asText().codePointCount(0, text.asText().length());
    }
}
