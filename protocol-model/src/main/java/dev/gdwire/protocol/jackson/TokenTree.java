package dev.gdwire.protocol.jackson;

import dev.gdwire.protocol.DecodeException;
import java.math.BigInteger;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.ValueNode;

/**
 * Makes a tree of JSON that is well-formed but for names that may stand twice. A mapper's own trees
 * do not tell that.
 */
final class TokenTree {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonParser in;

    private TokenTree(JsonParser in) {
        this.in = in;
    }

    /**
     * Parses an object or another value.
     *
     * @throws DecodeException if a name stands twice in an object
     */
    static JsonNode parse(byte[] json) {
        try (JsonParser in = Members.JSON.createParser(ObjectReadContext.empty(), json)) {
            in.nextToken();
            return new TokenTree(in).value();
        }
    }

    private JsonNode value() {
        return switch (in.currentToken()) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> NODES.stringNode(in.getString());
            case VALUE_NUMBER_INT -> integer(in.getNumberValue());
            case VALUE_NUMBER_FLOAT -> NODES.numberNode(in.getNumberValue().doubleValue());
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            default -> NODES.nullNode();
        };
    }

    private ObjectNode object() {
        ObjectNode members = NODES.objectNode();
        while (in.nextToken() != JsonToken.END_OBJECT) {
            String name = in.currentName();
            in.nextToken();
            if (members.replace(name, value()) != null) {
                throw new DecodeException(
                        "$", "JSON object", "malformed JSON: the name \"" + name + "\" twice");
            }
        }
        return members;
    }

    private ArrayNode array() {
        ArrayNode items = NODES.arrayNode();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            items.add(value());
        }
        return items;
    }

    /** Integers beyond 64 bits are what their nearest float is, which may be infinite. */
    private static ValueNode integer(Number number) {
        return number instanceof BigInteger
                ? NODES.numberNode(number.doubleValue())
                : NODES.numberNode(number.longValue());
    }
}
