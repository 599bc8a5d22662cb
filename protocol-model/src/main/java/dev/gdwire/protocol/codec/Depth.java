package dev.gdwire.protocol.codec;

import dev.gdwire.protocol.InvalidValueException;
import dev.gdwire.protocol.json.JsonWriter;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.POJONode;

/**
 * How deep objects and arrays may stand in each other: the Godot side has the same limit, since a
 * deeper value would exhaust its stack. What is too deep is replaced by a mark before a message is
 * read, so that the reader which comes to it can say where it is, and a value that nobody reads
 * does no harm.
 */
final class Depth {
    /** Levels inside a message. */
    private static final int MOST = JsonWriter.MOST_LEVELS - 1;

    private Depth() {}

    /** The same value; a copy with marks where it is too deep. */
    static JsonNode mark(JsonNode message) {
        return isTooDeep(message, 0) ? copy(message, 0) : message;
    }

    /** The fault of a value that is too deep. */
    static InvalidValueException fault() {
        return JsonWriter.tooDeep();
    }

    /** Whether a mark stands here. */
    static boolean isMarked(JsonNode json) {
        return json.isPojo();
    }

    /** What stood where the mark is; the value itself elsewhere. */
    static JsonNode unmarked(JsonNode json) {
        return json instanceof POJONode mark && mark.getPojo() instanceof JsonNode original
                ? original
                : json;
    }

    private static boolean isTooDeep(JsonNode json, int level) {
        if (level > MOST) {
            return true;
        }
        for (JsonNode inner : json) {
            if (inner.isContainer() && isTooDeep(inner, level + 1)) {
                return true;
            }
        }
        return false;
    }

    private static JsonNode copy(JsonNode json, int level) {
        JsonNodeFactory factory = JsonNodeFactory.instance;
        if (!json.isContainer()) {
            return json;
        }
        if (level > MOST) {
            return factory.pojoNode(json);
        }
        if (json.isArray()) {
            ArrayNode items = factory.arrayNode(json.size());
            json.forEach(item -> items.add(copy(item, level + 1)));
            return items;
        }
        ObjectNode members = factory.objectNode();
        for (Map.Entry<String, JsonNode> member : json.properties()) {
            members.set(member.getKey(), copy(member.getValue(), level + 1));
        }
        return members;
    }
}
