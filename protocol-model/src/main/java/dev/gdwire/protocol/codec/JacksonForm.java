package dev.gdwire.protocol.codec;

import dev.gdwire.protocol.InvalidValueException;
import dev.gdwire.protocol.JsonValue;
import dev.gdwire.protocol.Maybe;
import java.util.LinkedHashMap;
import java.util.List;
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

    /**
     * Members without those that always have the same value: Jackson takes them for some that have
     * no property, as no setter is there for them.
     */
    public static <T extends @Nullable Object> Map<String, T> without(
            Map<String, T> members, String... names) {
        Map<String, T> others = new LinkedHashMap<>(members);
        others.keySet().removeAll(List.of(names));
        return others;
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
