package dev.gdwire.integration;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The files of a schema set in one document, {@code /files/NAME}, whose references are pointers
 * into it, and which says tuples as draft 2020-12 does: what values are made from.
 */
final class SchemaBundle {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String FOLDER = "file:///published/";
    private static final int DEEPEST = 12;

    private final ObjectNode root = JsonNodeFactory.instance.objectNode();
    private final Map<String, String> pointers = new HashMap<>();

    SchemaBundle(Map<String, String> files) {
        ObjectNode all = root.putObject("files");
        Map<String, JsonNode> parsed = new HashMap<>();
        files.forEach((name, text) -> parsed.put(name, MAPPER.readTree(text)));
        parsed.forEach((name, json) -> index(json, "/files/" + escaped(name), FOLDER + name));
        parsed.forEach((name, json) -> all.set(name, plain(json, FOLDER + name)));
    }

    JsonNode root() {
        return root;
    }

    JsonNode schema(String file, String pointer) {
        return root.at("/files/" + escaped(file) + pointer);
    }

    /** Whether a schema says something of a property, itself or by its parts. */
    boolean declares(JsonNode schema, String property) {
        return declares(schema, property, 0);
    }

    private boolean declares(JsonNode schema, String property, int depth) {
        if (depth > DEEPEST || schema.path("properties").has(property)) {
            return depth <= DEEPEST;
        }
        JsonNode target = schema.path("$ref");
        return target.isString()
                        && declares(root.at(target.asString().substring(1)), property, depth + 1)
                || schema.path("allOf")
                        .valueStream()
                        .anyMatch(part -> declares(part, property, depth + 1));
    }

    private void index(JsonNode json, String pointer, String base) {
        String inner = base;
        JsonNode identifier = json.has("$id") ? json.get("$id") : json.path("id");
        if (json.isObject() && identifier.isString()) {
            inner = resolved(base, identifier.asString());
            pointers.putIfAbsent(inner.replaceFirst("#$", ""), pointer);
        }
        if (pointer.lastIndexOf('/') == "/files".length()) {
            pointers.put(base, pointer);
        }
        String outer = inner.replaceFirst("#.*", "");
        json.properties()
                .forEach(
                        each ->
                                index(
                                        each.getValue(),
                                        pointer + "/" + escaped(each.getKey()),
                                        outer));
        for (int i = 0; json.isArray() && i < json.size(); i++) {
            index(json.get(i), pointer + "/" + i, outer);
        }
    }

    private JsonNode plain(JsonNode json, String base) {
        if (json.isArray()) {
            ArrayNode items = JsonNodeFactory.instance.arrayNode();
            json.forEach(item -> items.add(plain(item, base)));
            return items;
        } else if (!json.isObject()) {
            return json;
        }
        JsonNode identifier = json.has("$id") ? json.get("$id") : json.path("id");
        String inner = identifier.isString() ? resolved(base, identifier.asString()) : base;
        String outer = inner.replaceFirst("#.*", "");
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        boolean tuple = json.path("items").isArray();
        json.properties()
                .forEach(
                        each -> {
                            JsonNode value = plain(each.getValue(), outer);
                            String word = each.getKey();
                            if (tuple && word.equals("items")) {
                                object.set("prefixItems", value);
                            } else if (tuple && word.equals("additionalItems")) {
                                object.set("items", value);
                            } else if (word.equals("$ref") && value.isString()) {
                                object.put(word, pointer(outer, value.asString()));
                            } else {
                                object.set(word, value);
                            }
                        });
        return object;
    }

    private String pointer(String base, String reference) {
        String whole = resolved(base, reference);
        if (pointers.containsKey(whole)) {
            return "#" + pointers.get(whole);
        }
        String[] parts = whole.split("#", 2);
        String name = parts[0].substring(parts[0].lastIndexOf('/') + 1);
        String file = pointers.getOrDefault(parts[0], ofFile(name));
        String rest = parts.length == 1 ? "" : parts[1].replace("+", "%2B");
        return "#" + file + URLDecoder.decode(rest, StandardCharsets.UTF_8);
    }

    /** Where an identifier and the name of a file differ, the generator goes by the name too. */
    private String ofFile(String name) {
        return pointers.entrySet().stream()
                .filter(each -> each.getKey().startsWith(FOLDER))
                .filter(each -> each.getKey().endsWith("/" + name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("/none");
    }

    private static String resolved(String base, String reference) {
        if (reference.startsWith("#")) {
            return base + reference;
        }
        try {
            return URI.create(base)
                    .resolve(reference)
                    .toString()
                    .replaceFirst("^file:/+", "file:///");
        } catch (IllegalArgumentException e) {
            return base;
        }
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
