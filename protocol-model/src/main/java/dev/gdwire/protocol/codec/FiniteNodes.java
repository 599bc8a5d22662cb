package dev.gdwire.protocol.codec;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ValueNode;

/**
 * Makes integers beyond 64-bit floats infinite, as other numbers are: asked for a double, a node
 * with such an integer throws what no caller expects.
 */
final class FiniteNodes extends JsonNodeFactory {
    private static final long serialVersionUID = 1;

    @Override
    public ValueNode numberNode(@Nullable BigInteger value) {
        if (value != null && value.bitLength() >= Double.MAX_EXPONENT) {
            return numberNode(value.doubleValue());
        }
        return super.numberNode(value);
    }
}
