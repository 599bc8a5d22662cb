package dev.gdwire.protocol.codec;

import dev.gdwire.protocol.InvalidValueException;
import dev.gdwire.protocol.JsonValue;
import dev.gdwire.protocol.Maybe;
import dev.gdwire.protocol.json.Writer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What Jackson's mappers read and write in place of values that they would write in another way
 * than the schema says: numbers that are packed, and times.
 */
public final class JacksonForm {
    private JacksonForm() {}

    /** The JSON of a value; null stays null. */
    public static <T> @Nullable JsonValue of(@Nullable T value, Writer<T> writer) {
        return value == null ? null : TreeWriter.write(value, writer);
    }

    /** The JSON of a value; what is absent is Java's null. */
    public static <T> @Nullable JsonValue ofMaybe(Maybe<T> value, Writer<T> writer) {
        return value.isNull() ? JsonValue.NULL : of(value.orNull(), writer);
    }

    /**
     * The value at a place; null stays null.
     *
     * @throws InvalidValueException if its JSON does not fit
     */
    public static <T> @Nullable T read(String place, @Nullable JsonValue value, Reader<T> reader) {
        if (value == null) {
            return null;
        }
        try {
            return reader.read(node(value));
        } catch (InvalidValueException fault) {
            throw Words.inside(place, fault);
        }
    }

    /** The JSON of each member. */
    public static <T extends @Nullable Object> Map<String, JsonValue> ofAll(
            Map<String, T> members, Writer<T> writer) {
        Map<String, JsonValue> all = new LinkedHashMap<>();
        members.forEach((name, value) -> all.put(name, TreeWriter.write(value, writer)));
        return all;
    }

    /**
     * The value of each member.
     *
     * @throws InvalidValueException if the JSON of one does not fit
     */
    public static <T extends @Nullable Object> Map<String, T> readAll(
            Map<String, JsonValue> members, Reader<T> reader) {
        Map<String, T> all = new LinkedHashMap<>();
        members.forEach(
                (name, value) -> all.put(name, Read.member(name, node(Check.json(value)), reader)));
        return all;
    }

    private static JsonNode node(JsonValue value) {
        JsonNodeFactory factory = JsonNodeFactory.instance;
        return switch (value.kind()) {
            case STRING -> factory.stringNode(value.asText());
            case NUMBER -> factory.numberNode(value.asDouble());
            case BOOLEAN -> factory.booleanNode(value.asBoolean());
            case NULL -> factory.nullNode();
            case ARRAY -> {
                ArrayNode items = factory.arrayNode();
                value.items().forEach(item -> items.add(node(item)));
                yield items;
            }
            case OBJECT -> {
                ObjectNode members = factory.objectNode();
                value.members().forEach((name, member) -> members.set(name, node(member)));
                yield members;
            }
        };
    }
}
