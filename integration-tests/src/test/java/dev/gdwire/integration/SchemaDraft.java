package dev.gdwire.integration;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A draft of JSON Schema, and how it says what a schema of draft 2020-12 says. */
enum SchemaDraft {
    DRAFT_04("http://json-schema.org/draft-04/schema#"),
    DRAFT_06("http://json-schema.org/draft-06/schema#"),
    DRAFT_07("http://json-schema.org/draft-07/schema#"),
    DRAFT_2019_09("https://json-schema.org/draft/2019-09/schema"),
    DRAFT_2020_12("https://json-schema.org/draft/2020-12/schema");

    private static final List<String> OF_NAMES =
            List.of("properties", "patternProperties", "$defs", "definitions", "dependentSchemas");
    private static final List<String> OF_SCHEMA =
            List.of("not", "items", "contains", "propertyNames", "if", "then", "else");
    private static final List<String> VALUES = List.of("const", "enum", "default", "examples");

    private final String uri;

    SchemaDraft(String uri) {
        this.uri = uri;
    }

    /** A whole file of this draft. */
    ObjectNode file(ObjectNode schema) {
        ObjectNode file = JsonNodeFactory.instance.objectNode().put("$schema", uri);
        file.setAll(this == DRAFT_2020_12 ? schema : (ObjectNode) downgraded(schema));
        return file;
    }

    private boolean isBefore(SchemaDraft other) {
        return compareTo(other) < 0;
    }

    private JsonNode downgraded(JsonNode schema) {
        if (schema.isBoolean() && this == DRAFT_04) {
            ObjectNode same = JsonNodeFactory.instance.objectNode();
            return schema.booleanValue() ? same : same.set("not", same.objectNode());
        }
        if (!(schema instanceof ObjectNode object)) {
            return schema;
        }
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            if (!isKnown(member.getKey(), member.getValue())) {
                result.put("x-not-in-this-draft", true);
            } else if (isBefore(DRAFT_2019_09)) {
                old(object, result, member.getKey(), member.getValue());
            } else {
                keyword(object, result, member.getKey(), member.getValue());
            }
        }
        return result;
    }

    private boolean isKnown(String word, JsonNode value) {
        return switch (word) {
            case "deprecated", "minContains", "maxContains" -> !isBefore(DRAFT_2019_09);
            case "if", "then", "else", "$comment" -> !isBefore(DRAFT_07);
            case "contains", "propertyNames", "examples" -> !isBefore(DRAFT_06);
            // Draft 04 wants one name at least.
            case "required" -> !isBefore(DRAFT_06) || !value.isEmpty();
            default -> true;
        };
    }

    /** Drafts 04, 06 and 07. */
    private void old(ObjectNode from, ObjectNode to, String word, JsonNode value) {
        switch (word) {
            case "$defs" -> to.set("definitions", children(value));
            case "$ref" -> to.put(word, value.asString().replace("/$defs/", "/definitions/"));
            case "$anchor" -> to.put(identifier(), "#" + value.asString());
            case "$id" -> to.set(identifier(), value);
            case "dependentRequired", "dependentSchemas" -> dependencies(to, value);
            case "const" -> constant(to, value);
            case "exclusiveMinimum" -> exclusive(to, word, "minimum", value);
            case "exclusiveMaximum" -> exclusive(to, word, "maximum", value);
            default -> keyword(from, to, word, value);
        }
    }

    private String identifier() {
        return this == DRAFT_04 ? "id" : "$id";
    }

    private void constant(ObjectNode to, JsonNode value) {
        if (this == DRAFT_04) {
            to.putArray("enum").add(value);
        } else {
            to.set("const", value);
        }
    }

    private void exclusive(ObjectNode to, String word, String limit, JsonNode value) {
        if (this == DRAFT_04) {
            to.set(limit, value);
            to.put(word, true);
        } else {
            to.set(word, value);
        }
    }

    private void keyword(ObjectNode from, ObjectNode to, String word, JsonNode value) {
        boolean tuple = from.has("prefixItems");
        switch (word) {
            case "prefixItems" -> to.set("items", children(value));
            case "items" -> to.set(tuple ? "additionalItems" : word, open(tuple, value));
            case "additionalProperties" -> to.set(word, open(true, value));
            default -> to.set(word, isOfNames(word, value) ? children(value) : other(word, value));
        }
    }

    /** Where draft 04 takes a boolean too. */
    private JsonNode open(boolean takesBoolean, JsonNode value) {
        return takesBoolean && value.isBoolean() ? value : downgraded(value);
    }

    private static boolean isOfNames(String word, JsonNode value) {
        return OF_NAMES.contains(word) || (value.isArray() && isOfSchemas(word));
    }

    private static boolean isOfSchemas(String word) {
        return word.equals("allOf") || word.equals("anyOf") || word.equals("oneOf");
    }

    private JsonNode other(String word, JsonNode value) {
        boolean schema = value.isObject() || value.isBoolean() && OF_SCHEMA.contains(word);
        return schema && !VALUES.contains(word) ? downgraded(value) : value;
    }

    private void dependencies(ObjectNode to, JsonNode value) {
        ObjectNode all =
                to.has("dependencies")
                        ? (ObjectNode) to.get("dependencies")
                        : to.putObject("dependencies");
        value.properties().forEach(each -> all.set(each.getKey(), downgraded(each.getValue())));
    }

    private JsonNode children(JsonNode schemas) {
        if (schemas.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            schemas.forEach(schema -> array.add(downgraded(schema)));
            return array;
        }
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        schemas.properties()
                .forEach(each -> object.set(each.getKey(), downgraded(each.getValue())));
        return object;
    }
}
