package dev.gdwire.gen.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The schemas {@code true} and {@code false} as objects that mean the same. */
public final class BooleanSchemas {
    private BooleanSchemas() {}

    static ObjectNode object(boolean value) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        if (!value) {
            object.putObject("not");
        }
        return object;
    }

    /** Whether a schema is {@code false}, or the object that says so. */
    public static boolean isFalse(JsonNode schema) {
        JsonNode not = schema.path("not");
        return schema.isBoolean() && !schema.booleanValue()
                || schema.size() == 1 && not.isObject() && not.isEmpty();
    }
}
