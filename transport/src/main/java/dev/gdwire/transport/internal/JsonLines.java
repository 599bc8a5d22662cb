package dev.gdwire.transport.internal;

import dev.gdwire.protocol.DecodeException;
import dev.gdwire.protocol.codec.JsonParser;
import dev.gdwire.protocol.json.Blobs;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON objects to lines and back. */
public final class JsonLines {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int DETAIL = 120;
    private static final String MALFORMED = "malformed";

    private JsonLines() {}

    /** Puts the blobs into an object that stand before its line; null if there are none. */
    public static void fill(ObjectNode object, byte[] bytes, @Nullable Blobs blobs)
            throws MalformedLineException {
        if (blobs != null) {
            BlobTree.fill(object, bytes, blobs);
        }
    }

    /** Reads the one JSON object of a line. */
    public static ObjectNode parse(byte[] bytes, int offset, int length)
            throws MalformedLineException {
        JsonNode node;
        try {
            node = JsonParser.parse(bytes, offset, length);
        } catch (DecodeException e) {
            String words =
                    e.actual().startsWith(MALFORMED)
                            ? "not" + e.actual().substring(MALFORMED.length())
                            : e.actual();
            throw new MalformedLineException(Excerpt.cut(words, DETAIL));
        }
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw new MalformedLineException("not a JSON object");
    }

    /** Writes an object of a plain peer's as a line with its newline. */
    public static byte[] write(JsonNode object) {
        return line(JSON.writeValueAsBytes(object));
    }

    /** Reads a line that was read before. */
    static ObjectNode reread(byte[] line) {
        try {
            return parse(line, 0, line.length);
        } catch (MalformedLineException e) {
            throw new IllegalStateException("The line could be read before.", e);
        }
    }

    /** An empty object. */
    public static ObjectNode object() {
        return JSON.createObjectNode();
    }

    /** An encoded message as a line with its newline. */
    private static byte[] line(byte[] json) {
        byte[] line = Arrays.copyOf(json, json.length + 1);
        line[json.length] = '\n';
        return line;
    }
}
