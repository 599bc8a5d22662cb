package dev.gdwire.gen.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * The keywords of a schema of any draft, as draft 2020-12 spells them. Those that have no effect in
 * the schema's own draft are left out. The schemas inside are the same nodes.
 */
final class ModernKeywords {
    private static final String PREFIX_ITEMS = "prefixItems";

    private final ObjectNode original;
    private final Dialect dialect;
    private final ObjectNode modern;

    private ModernKeywords(ObjectNode original, Dialect dialect) {
        this.original = original;
        this.dialect = dialect;
        this.modern = original.objectNode();
    }

    /** The keywords of a schema. */
    static ObjectNode of(ObjectNode schema, Dialect dialect) {
        ModernKeywords keywords = new ModernKeywords(schema, dialect);
        schema.properties().forEach(member -> keywords.add(member.getKey(), member.getValue()));
        return keywords.modern;
    }

    /** Whether a keyword has an effect in this schema. */
    static boolean hasEffect(ObjectNode schema, String keyword, Dialect dialect) {
        boolean known = !dialect.declared() || Keywords.isKnownTo(dialect.draft(), keyword);
        boolean sibling =
                Keywords.isValidating(keyword)
                        && !keyword.equals("$ref")
                        && schema.path("$ref").isTextual()
                        && dialect.draft().ignoresSiblingsOfReferences();
        return known && !sibling;
    }

    private void add(String keyword, JsonNode value) {
        if (!hasEffect(original, keyword, dialect)) {
            return;
        }
        switch (keyword) {
            case "items" -> items(value);
            case "additionalItems" -> {
                if (original.path("items").isArray()) {
                    modern.set("items", value);
                }
            }
            case "dependencies" -> value.properties().forEach(this::dependency);
            case "exclusiveMinimum" -> exclusive(keyword, "minimum", value);
            case "exclusiveMaximum" -> exclusive(keyword, "maximum", value);
            case "minimum", "maximum" -> {
                String exclusive =
                        keyword.equals("minimum") ? "exclusiveMinimum" : "exclusiveMaximum";
                if (!original.path(exclusive).asBoolean()) {
                    modern.set(keyword, value);
                }
            }
            default -> modern.set(keyword, value);
        }
    }

    private void items(JsonNode value) {
        modern.set(value.isArray() ? PREFIX_ITEMS : "items", value);
    }

    private void dependency(Map.Entry<String, JsonNode> member) {
        String keyword = member.getValue().isArray() ? "dependentRequired" : "dependentSchemas";
        ObjectNode all =
                modern.has(keyword) ? (ObjectNode) modern.get(keyword) : modern.putObject(keyword);
        all.set(member.getKey(), member.getValue());
    }

    /** In draft-04 a flag beside the limit. */
    private void exclusive(String keyword, String limit, JsonNode value) {
        if (!value.isBoolean()) {
            modern.set(keyword, value);
        } else if (value.booleanValue() && original.has(limit)) {
            modern.set(keyword, original.get(limit));
        }
    }
}
