package dev.gdwire.transport.internal;

import dev.gdwire.protocol.godot.Bytes;
import dev.gdwire.protocol.json.Blobs;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Puts blobs into the line behind them: it means what it would with the base64 of the blob in place
 * of each object {@code {"$blob":0}}, wherever that stands.
 */
final class BlobTree {
    private final byte[] bytes;
    private final Blobs blobs;
    private final boolean[] used;

    private BlobTree(byte[] bytes, Blobs blobs) {
        this.bytes = bytes;
        this.blobs = blobs;
        used = new boolean[blobs.count()];
    }

    /**
     * Changes a line that has been parsed.
     *
     * @param bytes the array in which the blobs are
     * @throws MalformedLineException if not each of the blobs has its one place in the line
     */
    static void fill(ObjectNode line, byte[] bytes, Blobs blobs) throws MalformedLineException {
        BlobTree tree = new BlobTree(bytes, blobs);
        if (number(line) != null) {
            throw new MalformedLineException("not a JSON object");
        }
        tree.fillIn(line);
        for (int i = 0; i < tree.used.length; i++) {
            if (!tree.used[i]) {
                throw new MalformedLineException("blob " + i + " has no place in its line");
            }
        }
    }

    /** What stands for the number of a blob; null if the value is no such object. */
    private static @Nullable JsonNode number(JsonNode value) {
        return value.isObject() && value.size() == 1 ? value.get(Blobs.MEMBER) : null;
    }

    private void fillIn(JsonNode value) throws MalformedLineException {
        if (value instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> member : List.copyOf(object.properties())) {
                object.set(member.getKey(), filled(member.getValue()));
            }
        } else if (value instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, filled(array.get(i)));
            }
        }
    }

    private JsonNode filled(JsonNode value) throws MalformedLineException {
        JsonNode number = number(value);
        if (number == null) {
            if (value.isContainer()) {
                fillIn(value);
            }
            return value;
        }
        int index = index(number);
        if (used[index]) {
            throw new MalformedLineException("blob " + index + " has two places in its line");
        }
        used[index] = true;
        return StringNode.valueOf(
                Bytes.ofBytes(bytes, blobs.start(index), blobs.end(index)).toBase64());
    }

    private int index(JsonNode number) throws MalformedLineException {
        double index = number.isNumber() ? number.asDouble() : -1;
        if (index != Math.rint(index) || index < 0 || index >= used.length) {
            throw new MalformedLineException(
                    "$blob must be an integer from 0 to %d, the number of a blob before the line"
                            .formatted(used.length - 1));
        }
        return (int) index;
    }
}
