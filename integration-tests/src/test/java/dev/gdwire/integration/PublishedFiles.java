package dev.gdwire.integration;

import dev.gdwire.gen.merge.TextFormats;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The files of a published schema set as the validator can read them: without formats that Gdwire
 * does not check, and with the drafts as it spells them.
 */
final class PublishedFiles {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String FOLDER = "file:///published/";
    private static final String LATEST = "https://json-schema.org/draft/2020-12/schema";

    private final Map<String, String> texts = new TreeMap<>();

    PublishedFiles(Map<String, String> files) {
        files.forEach((name, text) -> texts.put(name, file(MAPPER.readTree(text)).toString()));
    }

    /** The validator stops at draft 04's word for an identifier when it stands in another draft. */
    private static JsonNode file(JsonNode json) {
        JsonNode readable = readable(json);
        if (!isDraft04(json)) {
            for (JsonNode schema : readable.findParents("id")) {
                if (schema.get("id").isString()) {
                    ((ObjectNode) schema).remove("id");
                }
            }
        }
        return readable;
    }

    private static boolean isDraft04(JsonNode json) {
        return json.path("$schema").asString("").contains("draft-04");
    }

    /** Where a schema is found. */
    String iri(String file, String pointer) {
        try {
            return FOLDER + file + new URI(null, null, null, pointer).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The text of the file at an IRI, by its whole path or by its name alone; or null. */
    String text(String iri) {
        String name = iri.substring(iri.lastIndexOf('/') + 1);
        String there = iri.startsWith(FOLDER) ? texts.get(iri.substring(FOLDER.length())) : null;
        return there != null
                ? there
                : texts.keySet().stream()
                        .filter(file -> file.endsWith("/" + name) || isNamed(file, iri))
                        .findFirst()
                        .map(texts::get)
                        .orElse(null);
    }

    private boolean isNamed(String file, String iri) {
        JsonNode identifier = MAPPER.readTree(texts.get(file)).path("$id");
        return identifier.asString("").replaceFirst("#$", "").equals(iri);
    }

    private static JsonNode readable(JsonNode json) {
        if (json.isArray()) {
            ArrayNode items = JsonNodeFactory.instance.arrayNode();
            json.forEach(item -> items.add(readable(item)));
            return items;
        } else if (!json.isObject()) {
            return json;
        }
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> each : json.properties()) {
            String text = each.getValue().asString("");
            switch (each.getKey()) {
                case "$schema" -> object.set("$schema", draft(readable(each.getValue())));
                case "format" -> {
                    if (!each.getValue().isString() || TextFormats.of(text).isPresent()) {
                        object.set("format", readable(each.getValue()));
                    }
                }
                default -> object.set(each.getKey(), readable(each.getValue()));
            }
        }
        return object;
    }

    private static JsonNode draft(JsonNode schema) {
        String plain = schema.asString("").replaceFirst("#$", "");
        if (plain.matches("https?://json-schema.org/schema")) {
            return JsonNodeFactory.instance.stringNode(LATEST);
        }
        return plain.contains("/draft/20")
                ? JsonNodeFactory.instance.stringNode(plain.replace("http:", "https:"))
                : schema;
    }
}
