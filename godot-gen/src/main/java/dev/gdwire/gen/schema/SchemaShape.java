package dev.gdwire.gen.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a schema describes, at first sight.
 *
 * @param nullable whether null is allowed too
 */
public record SchemaShape(SchemaKind kind, boolean nullable) {

    /** The shape of a schema whose keywords have good values; empty when it is not supported. */
    public static Optional<SchemaShape> of(ObjectNode schema) {
        if (schema.has("$ref")) {
            return some(SchemaKind.REFERENCE, false);
        }
        if (nullableBranch(schema).isPresent()) {
            return schema.has("type") ? Optional.empty() : some(SchemaKind.NULLABLE, true);
        }
        if (schema.has("const")) {
            return some(SchemaKind.CONST, false);
        }
        if (schema.has("enum")) {
            return some(SchemaKind.ENUM, enumHasNull(schema) && allowsNull(schema));
        }
        return ofType(schema);
    }

    /** The one schema of an {@code anyOf} or {@code oneOf} whose other one is the type null. */
    public static Optional<ObjectNode> nullableBranch(ObjectNode schema) {
        JsonNode branches = schema.has("anyOf") ? schema.get("anyOf") : schema.get("oneOf");
        boolean both = schema.has("anyOf") && schema.has("oneOf");
        if (branches == null || both || !branches.isArray() || branches.size() != 2) {
            return Optional.empty();
        }
        boolean firstIsNull = isNullType(branches.get(0));
        boolean secondIsNull = isNullType(branches.get(1));
        JsonNode other = branches.get(firstIsNull ? 1 : 0);
        return firstIsNull != secondIsNull && other instanceof ObjectNode object
                ? Optional.of(object)
                : Optional.empty();
    }

    /** Names in {@code type}, without null. */
    public static List<String> types(ObjectNode schema) {
        List<String> types = new ArrayList<>();
        JsonNode type = schema.path("type");
        if (type.isTextual()) {
            types.add(type.textValue());
        }
        type.elements().forEachRemaining(element -> types.add(element.asText()));
        return types;
    }

    private static Optional<SchemaShape> ofType(ObjectNode schema) {
        List<String> types = types(schema);
        boolean nullable = types.size() == 2 && types.remove("null");
        if (types.size() != 1) {
            return Optional.empty();
        }
        return switch (types.get(0)) {
            case "object" -> some(isMap(schema) ? SchemaKind.MAP : SchemaKind.OBJECT, nullable);
            case "array" -> some(SchemaKind.ARRAY, nullable);
            case "string" -> some(SchemaKind.STRING, nullable);
            case "integer" -> some(SchemaKind.INTEGER, nullable);
            case "number" -> some(SchemaKind.NUMBER, nullable);
            case "boolean" -> some(SchemaKind.BOOLEAN, nullable);
            case "null" -> some(SchemaKind.NULL, false);
            default -> Optional.empty();
        };
    }

    private static boolean isMap(ObjectNode schema) {
        return !schema.has("properties") && schema.path("additionalProperties").isObject();
    }

    private static boolean isNullType(JsonNode schema) {
        return schema.size() == 1 && schema.path("type").asText().equals("null");
    }

    private static boolean enumHasNull(ObjectNode schema) {
        for (JsonNode value : schema.get("enum")) {
            if (value.isNull()) {
                return true;
            }
        }
        return false;
    }

    private static boolean allowsNull(ObjectNode schema) {
        return !schema.has("type") || types(schema).contains("null");
    }

    private static Optional<SchemaShape> some(SchemaKind kind, boolean nullable) {
        return Optional.of(new SchemaShape(kind, nullable));
    }
}
