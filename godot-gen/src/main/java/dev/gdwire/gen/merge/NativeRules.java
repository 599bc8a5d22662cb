package dev.gdwire.gen.merge;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gdwire.gen.ir.NativeType;

/** The schemas of Godot's own types, as far as rules need them: see {@code schemas/godot}. */
final class NativeRules {
    private NativeRules() {}

    static Kind kind(NativeType type) {
        return type.numbers() == 0 ? Kind.STRING : Kind.ARRAY;
    }

    /** A type's schema. */
    static ObjectNode schema(NativeType type) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        if (type.numbers() == 0) {
            return schema.put("type", "string");
        }
        schema.put("type", "array");
        schema.put("minItems", type.numbers());
        schema.put("maxItems", type.numbers());
        schema.putObject("items").put("type", type.isWhole() ? "integer" : "number");
        return schema;
    }
}
