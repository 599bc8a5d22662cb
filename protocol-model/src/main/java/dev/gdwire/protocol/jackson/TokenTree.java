package dev.gdwire.protocol.jackson;

import dev.gdwire.protocol.DecodeException;
import dev.gdwire.protocol.InvalidValueException;
import dev.gdwire.protocol.codec.Check;
import java.math.BigInteger;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.ValueNode;

/**
 * Makes a tree of the value that a parser stands at. A mapper's own trees depend on its settings,
 * and do not tell that a name stood twice.
 */
final class TokenTree {
    /** Levels of objects and arrays, as {@code decode} takes them. */
    private static final int DEEPEST = 1024;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonParser in;
    private int levels;

    private TokenTree(JsonParser in) {
        this.in = in;
    }

    /**
     * Reads the value, and stays at its last token. In an object whose first tokens were read to
     * tell its type it starts at the first name.
     *
     * @throws DecodeException if it is no JSON value
     */
    static JsonNode read(JsonParser in) {
        return new TokenTree(in).value();
    }

    private JsonNode value() {
        return switch (in.currentToken()) {
            case START_OBJECT -> object(in.nextToken());
            case PROPERTY_NAME, END_OBJECT -> object(in.currentToken());
            case START_ARRAY -> array();
            case VALUE_STRING -> NODES.stringNode(text(in.getString()));
            case VALUE_NUMBER_INT -> integer(in.getNumberValue());
            case VALUE_NUMBER_FLOAT -> NODES.numberNode(in.getNumberValue().doubleValue());
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NULL -> NODES.nullNode();
            case VALUE_EMBEDDED_OBJECT -> embedded(in.getEmbeddedObject());
            default -> throw malformed("no value");
        };
    }

    private ObjectNode object(JsonToken first) {
        enter();
        ObjectNode members = NODES.objectNode();
        for (JsonToken token = first; token != JsonToken.END_OBJECT; token = in.nextToken()) {
            String name = text(in.currentName());
            in.nextToken();
            if (members.replace(name, value()) != null) {
                throw malformed("the name \"" + name + "\" twice");
            }
        }
        levels--;
        return members;
    }

    private ArrayNode array() {
        enter();
        ArrayNode items = NODES.arrayNode();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            items.add(value());
        }
        levels--;
        return items;
    }

    private void enter() {
        if (++levels > DEEPEST) {
            throw malformed("more than " + DEEPEST + " levels");
        }
    }

    /** Integers beyond 64 bits are what their nearest float is, which may be infinite. */
    private static ValueNode integer(Number number) {
        return number instanceof BigInteger
                ? NODES.numberNode(number.doubleValue())
                : NODES.numberNode(number.longValue());
    }

    private static String text(String text) {
        try {
            return Check.text("", text);
        } catch (InvalidValueException fault) {
            throw malformed(fault.actual());
        }
    }

    /** What stands in trees and values that a mapper converts, in place of JSON. */
    private static JsonNode embedded(@Nullable Object value) {
        if (value == null) {
            return NODES.nullNode();
        }
        if (value instanceof byte[] bytes) {
            return NODES.stringNode(Base64.getEncoder().encodeToString(bytes));
        }
        throw new DecodeException("$", "JSON", value.getClass().getName());
    }

    private static DecodeException malformed(String reason) {
        return new DecodeException("$", "JSON object", "malformed JSON: " + reason);
    }
}
