package dev.gdwire.gen.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.gdwire.gen.ir.Literal;

/** Scalar literals as JSON values: the way back from {@link JsonLiterals}. */
final class LiteralNodes {
    private LiteralNodes() {}

    static JsonNode of(Literal literal) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        if (literal instanceof Literal.StringLiteral text) {
            return nodes.textNode(text.value());
        }
        if (literal instanceof Literal.NumberLiteral number) {
            return DecimalNode.valueOf(number.value());
        }
        if (literal instanceof Literal.BooleanLiteral flag) {
            return nodes.booleanNode(flag.value());
        }
        if (literal instanceof Literal.NullLiteral) {
            return nodes.nullNode();
        }
        throw new IllegalArgumentException("no scalar: " + literal);
    }
}
