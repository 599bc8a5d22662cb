package dev.gdwire.gen.link;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gdwire.gen.ir.TypeRef.IntegerWidth;
import dev.gdwire.gen.ir.TypeRef.NumberLimits;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads the limits of a schema. */
final class Limits {
    private static final BigDecimal MOST_53 = BigDecimal.valueOf((1L << 53) - 1);

    private Limits() {}

    static OptionalInt count(ObjectNode schema, String keyword) {
        JsonNode value = schema.get(keyword);
        return value == null
                ? OptionalInt.empty()
                : OptionalInt.of(value.decimalValue().intValueExact());
    }

    static NumberLimits ofNumber(ObjectNode schema) {
        return new NumberLimits(
                number(schema, "minimum"),
                number(schema, "maximum"),
                number(schema, "exclusiveMinimum"),
                number(schema, "exclusiveMaximum"),
                number(schema, "multipleOf"));
    }

    /** The limits as integers, without those that the width has anyway. */
    static NumberLimits ofInteger(ObjectNode schema, IntegerWidth width) {
        BigDecimal least = least(width);
        BigDecimal most = most(width);
        return new NumberLimits(
                round(schema, "minimum", RoundingMode.CEILING).filter(n -> n.compareTo(least) > 0),
                round(schema, "maximum", RoundingMode.FLOOR).filter(n -> n.compareTo(most) < 0),
                round(schema, "exclusiveMinimum", RoundingMode.FLOOR)
                        .filter(n -> n.compareTo(least) >= 0),
                round(schema, "exclusiveMaximum", RoundingMode.CEILING)
                        .filter(n -> n.compareTo(most) <= 0),
                number(schema, "multipleOf").map(Limits::plain));
    }

    static BigDecimal least(IntegerWidth width) {
        return width == IntegerWidth.INT32
                ? BigDecimal.valueOf(Integer.MIN_VALUE)
                : MOST_53.negate();
    }

    static BigDecimal most(IntegerWidth width) {
        return width == IntegerWidth.INT32 ? BigDecimal.valueOf(Integer.MAX_VALUE) : MOST_53;
    }

    private static Optional<BigDecimal> number(ObjectNode schema, String keyword) {
        return Optional.ofNullable(schema.get(keyword)).map(JsonNode::decimalValue);
    }

    private static Optional<BigDecimal> round(
            ObjectNode schema, String keyword, RoundingMode mode) {
        return number(schema, keyword).map(number -> number.setScale(0, mode));
    }

    private static BigDecimal plain(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0 ? number.setScale(0) : number;
    }
}
