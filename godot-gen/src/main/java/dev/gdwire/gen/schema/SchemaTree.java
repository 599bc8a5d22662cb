package dev.gdwire.gen.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Where schemas stand inside of a schema, in all drafts. */
final class SchemaTree {
    private static final List<String> SCHEMAS =
            List.of(
                    "items",
                    "additionalItems",
                    "contains",
                    "additionalProperties",
                    "propertyNames",
                    "not",
                    "if",
                    "then",
                    "else",
                    "unevaluatedItems",
                    "unevaluatedProperties",
                    "contentSchema");
    private static final List<String> NAMED_SCHEMAS =
            List.of(
                    "properties",
                    "patternProperties",
                    "$defs",
                    "definitions",
                    "dependentSchemas",
                    "dependencies");
    private static final List<String> SCHEMA_LISTS =
            List.of("allOf", "anyOf", "oneOf", "prefixItems", "items");

    /**
     * A schema inside of another.
     *
     * @param container the object or array that holds it
     * @param steps from the outer schema
     */
    record Child(JsonNode container, List<String> steps) {
        String key() {
            return steps.get(steps.size() - 1);
        }
    }

    private SchemaTree() {}

    /** The schemas inside, those with a wrong form too. */
    static List<Child> children(ObjectNode schema) {
        List<Child> children = new ArrayList<>();
        for (String keyword : SCHEMAS) {
            if (schema.has(keyword) && !schema.get(keyword).isArray()) {
                children.add(new Child(schema, List.of(keyword)));
            }
        }
        for (String keyword : NAMED_SCHEMAS) {
            for (Map.Entry<String, JsonNode> member : schema.path(keyword).properties()) {
                boolean isList = keyword.equals("dependencies") && member.getValue().isArray();
                if (!isList) {
                    children.add(new Child(schema.get(keyword), List.of(keyword, member.getKey())));
                }
            }
        }
        for (String keyword : SCHEMA_LISTS) {
            int size = schema.path(keyword).isArray() ? schema.get(keyword).size() : 0;
            for (int i = 0; i < size; i++) {
                children.add(new Child(schema.get(keyword), List.of(keyword, Integer.toString(i))));
            }
        }
        return children;
    }
}
