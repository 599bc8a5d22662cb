package dev.gdwire.gen.merge;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gdwire.gen.ir.NativeType;

/** The schemas of Godot's own types, as far as rules need them: see {@code schemas/godot}. */
final class NativeRules {
    private NativeRules() {}

    static Kind kind(NativeType type) {
        return numbers(type) == 0 ? Kind.STRING : Kind.ARRAY;
    }

    /** A type's schema. */
    static ObjectNode schema(NativeType type) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        int numbers = numbers(type);
        if (numbers == 0) {
            return schema.put("type", "string");
        }
        boolean whole = type == NativeType.VECTOR2I || type == NativeType.VECTOR3I;
        schema.put("type", "array");
        schema.put("minItems", numbers);
        schema.put("maxItems", numbers);
        schema.putObject("items").put("type", whole ? "integer" : "number");
        return schema;
    }

    /** How many numbers a value has; 0 for text. */
    private static int numbers(NativeType type) {
        return switch (type) {
            case VECTOR2, VECTOR2I -> 2;
            case VECTOR3, VECTOR3I -> 3;
            case VECTOR4, QUATERNION, COLOR, RECT2, PLANE -> 4;
            case AABB, TRANSFORM2D -> 6;
            case BASIS -> 9;
            case TRANSFORM3D -> 12;
            case NODE_PATH, STRING_NAME, PACKED_BYTE_ARRAY -> 0;
        };
    }
}
