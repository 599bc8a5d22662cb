package dev.gdwire.gen.link;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a plain schema without a reference is, at first sight. */
enum PlainKind {
    /** {@code anyOf} of one schema and null. */
    NULLABLE,
    OPEN_ENUM,
    UNION,
    OBJECT,
    MAP,
    TUPLE,
    ARRAY,
    STRING,
    INTEGER,
    NUMBER,
    BOOLEAN,
    CONST,
    ANY;

    static PlainKind of(ObjectNode schema) {
        if (schema.has("anyOf")) {
            JsonNode second = schema.get("anyOf").get(1);
            return second.path("type").asText().equals("null") ? NULLABLE : OPEN_ENUM;
        }
        if (schema.has("oneOf")) {
            return UNION;
        }
        if (schema.has("const")) {
            return CONST;
        }
        return switch (schema.path("type").asText()) {
            case "object" -> schema.has("properties") ? OBJECT : MAP;
            case "array" -> schema.has("prefixItems") ? TUPLE : ARRAY;
            case "string" -> STRING;
            case "integer" -> INTEGER;
            case "number" -> NUMBER;
            case "boolean" -> BOOLEAN;
            default -> ANY;
        };
    }
}
