package dev.gdwire.gen.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Optional;

/** Merges the limits that several schemas set: the narrowest hold. */
final class PlainLimits {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** A type that is counted. */
    ObjectNode counts(Facts facts, String type, String least, String most) {
        ObjectNode node = NODES.objectNode().put("type", type);
        highest(node, facts, least);
        lowest(node, facts, most);
        return node;
    }

    ObjectNode number(Facts facts, boolean whole) {
        ObjectNode node = NODES.objectNode().put("type", whole ? "integer" : "number");
        highest(node, facts, "minimum");
        lowest(node, facts, "maximum");
        highest(node, facts, "exclusiveMinimum");
        lowest(node, facts, "exclusiveMaximum");
        first(node, facts, "multipleOf");
        format(facts, whole).ifPresent(format -> node.put("format", format));
        return node;
    }

    private static Optional<String> format(Facts facts, boolean whole) {
        return facts.values("format").values().stream()
                .map(JsonNode::asText)
                .filter(format -> whole ? format.equals("int32") : format.equals("float"))
                .findFirst();
    }

    ObjectNode text(Facts facts) {
        ObjectNode node = counts(facts, "string", "minLength", "maxLength");
        first(node, facts, "pattern");
        first(node, facts, "format");
        if (PackedText.is(facts)) {
            node.put("contentEncoding", "base64");
        }
        first(node, facts, "x-gdwire");
        return node;
    }

    private static void first(ObjectNode node, Facts facts, String keyword) {
        Collection<JsonNode> values = facts.values(keyword).values();
        if (!values.isEmpty()) {
            node.set(keyword, values.iterator().next());
        }
    }

    private static void highest(ObjectNode node, Facts facts, String keyword) {
        facts.values(keyword).values().stream()
                .map(JsonNode::decimalValue)
                .max(BigDecimal::compareTo)
                .ifPresent(limit -> node.put(keyword, limit));
    }

    private static void lowest(ObjectNode node, Facts facts, String keyword) {
        facts.values(keyword).values().stream()
                .map(JsonNode::decimalValue)
                .min(BigDecimal::compareTo)
                .ifPresent(limit -> node.put(keyword, limit));
    }
}
