package dev.gdwire.integration;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A draft of JSON Schema, and how it says what a schema of draft 2020-12 says. */
enum SchemaDraft {
    DRAFT_2020_12("https://json-schema.org/draft/2020-12/schema"),
    DRAFT_07("http://json-schema.org/draft-07/schema#");

    private static final List<String> OF_NAMES =
            List.of("properties", "patternProperties", "$defs", "definitions", "dependentSchemas");
    private static final List<String> VALUES = List.of("const", "enum", "default", "examples");

    private final String uri;

    SchemaDraft(String uri) {
        this.uri = uri;
    }

    /** A whole file of this draft. */
    ObjectNode file(ObjectNode schema) {
        ObjectNode file = JsonNodeFactory.instance.objectNode().put("$schema", uri);
        file.setAll(this == DRAFT_07 ? (ObjectNode) downgraded(schema) : schema);
        return file;
    }

    private static JsonNode downgraded(JsonNode schema) {
        if (!(schema instanceof ObjectNode object)) {
            return schema;
        }
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            keyword(object, result, member.getKey(), member.getValue());
        }
        return result;
    }

    private static void keyword(ObjectNode from, ObjectNode to, String word, JsonNode value) {
        switch (word) {
            case "$defs" -> to.set("definitions", children(value));
            case "$ref" -> to.put(word, value.asString().replace("/$defs/", "/definitions/"));
            case "deprecated" -> to.put("x-deprecated", true);
            case "$anchor" -> to.put("$id", "#" + value.asString());
            case "prefixItems" -> to.set("items", children(value));
            case "items" ->
                    to.set(from.has("prefixItems") ? "additionalItems" : word, downgraded(value));
            case "dependentRequired", "dependentSchemas" -> dependencies(to, value);
            case "minContains", "maxContains" -> to.put("x-not-in-this-draft", true);
            default -> to.set(word, isOfNames(word, value) ? children(value) : other(word, value));
        }
    }

    private static boolean isOfNames(String word, JsonNode value) {
        return OF_NAMES.contains(word) || (value.isArray() && isOfSchemas(word));
    }

    private static boolean isOfSchemas(String word) {
        return word.equals("allOf") || word.equals("anyOf") || word.equals("oneOf");
    }

    private static JsonNode other(String word, JsonNode value) {
        return VALUES.contains(word) ? value : downgraded(value);
    }

    private static void dependencies(ObjectNode to, JsonNode value) {
        ObjectNode all =
                to.has("dependencies")
                        ? (ObjectNode) to.get("dependencies")
                        : to.putObject("dependencies");
        value.properties().forEach(each -> all.set(each.getKey(), downgraded(each.getValue())));
    }

    private static JsonNode children(JsonNode schemas) {
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
