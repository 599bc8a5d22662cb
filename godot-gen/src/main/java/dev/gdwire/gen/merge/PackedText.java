package dev.gdwire.gen.merge;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;

/** Texts that become bytes: in base64, and no more is said of the text. */
final class PackedText {
    private static final List<String> LIMITS = List.of("minLength", "maxLength", "pattern");

    private PackedText() {}

    static boolean is(Facts facts) {
        return words(facts, "contentEncoding").anyMatch("base64"::equals)
                && words(facts, "format").allMatch(word -> TextFormats.of(word).isEmpty())
                && LIMITS.stream().allMatch(limit -> facts.values(limit).isEmpty());
    }

    private static Stream<String> words(Facts facts, String keyword) {
        return facts.values(keyword).values().stream().map(JsonNode::asText);
    }
}
