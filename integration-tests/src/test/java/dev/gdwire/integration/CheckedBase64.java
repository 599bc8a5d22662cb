package dev.gdwire.integration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Schemas in which {@code contentEncoding: base64} is a pattern too: docs/schema.md says that it is
 * checked, where JSON Schema leaves that open.
 */
final class CheckedBase64 {
    private static final String PATTERN =
            "^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$";

    private CheckedBase64() {}

    /** The same schema; null for none. */
    static String of(String schema) {
        if (schema == null || !schema.contains("contentEncoding")) {
            return schema;
        }
        try {
            JsonNode tree = ReferenceValidator.MAPPER.readTree(schema);
            addPatterns(tree);
            return tree.toString();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void addPatterns(JsonNode node) {
        node.forEach(CheckedBase64::addPatterns);
        boolean isBase64 = node.path("contentEncoding").asText().equals("base64");
        if (isBase64 && node instanceof ObjectNode object && !object.has("pattern")) {
            object.put("pattern", PATTERN);
        }
    }
}
