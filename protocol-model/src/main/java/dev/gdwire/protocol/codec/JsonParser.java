package dev.gdwire.protocol.codec;

import dev.gdwire.protocol.DecodeException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Parses JSON as RFC 8259 has it, and nothing else: one value, UTF-8, no name twice in an object.
 */
final class JsonParser {
    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private JsonParser() {}

    /** Parses an object. */
    static JsonNode parse(byte[] json) {
        String text = decodeUtf8(json);
        try {
            JsonNode tree = MAPPER.readTree(text);
            if (tree.isMissingNode()) {
                throw new DecodeException("$", "JSON object", "nothing");
            }
            return tree;
        } catch (JacksonException malformed) {
            throw malformed(text, malformed);
        }
    }

    private static String decodeUtf8(byte[] json) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(json);
        CharBuffer out = CharBuffer.allocate(json.length);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            String actual = "malformed UTF-8 at byte " + in.position();
            throw new DecodeException("$", "JSON object", actual);
        }
        return out.flip().toString();
    }

    private static DecodeException malformed(String text, JacksonException cause) {
        TokenStreamLocation location = cause.getLocation();
        int offset = location == null ? 0 : (int) location.getCharOffset();
        int end = Math.max(0, Math.min(offset, text.length()));
        int bytes = text.substring(0, end).getBytes(StandardCharsets.UTF_8).length;
        String reason = cause.getOriginalMessage().lines().findFirst().orElse("no reason given");
        return new DecodeException(
                "$", "JSON object", "malformed JSON at byte " + bytes + ": " + reason);
    }
}
