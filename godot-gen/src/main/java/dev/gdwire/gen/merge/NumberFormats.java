package dev.gdwire.gen.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gdwire.gen.ir.Literal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The formats of numbers, as limits of a rule. */
public final class NumberFormats {
    /** From here on a number is rounded to infinity in 32 bits. */
    public static final BigDecimal FLOAT32_OVERFLOW = new BigDecimal(0x1.ffffffp127);

    private NumberFormats() {}

    /** What the {@code format} of a schema says of numbers, with the limits that it has already. */
    static Map<String, Literal> limits(ObjectNode schema) {
        List<String> types = new ArrayList<>();
        JsonNode type = schema.path("type");
        (type.isTextual() ? List.of(type) : type).forEach(word -> types.add(word.asText()));
        String format = schema.path("format").asText();
        Map<String, Literal> limits = new LinkedHashMap<>();
        if (format.equals("float") && types.contains("number")) {
            atLeast(limits, schema, "exclusiveMinimum", FLOAT32_OVERFLOW.negate());
            atMost(limits, schema, "exclusiveMaximum", FLOAT32_OVERFLOW);
        } else if (format.equals("int32")
                && types.contains("integer")
                && !types.contains("number")) {
            atLeast(limits, schema, "minimum", BigDecimal.valueOf(Integer.MIN_VALUE));
            atMost(limits, schema, "maximum", BigDecimal.valueOf(Integer.MAX_VALUE));
        }
        return limits;
    }

    private static void atLeast(
            Map<String, Literal> limits, ObjectNode schema, String keyword, BigDecimal limit) {
        BigDecimal own = schema.has(keyword) ? schema.get(keyword).decimalValue() : limit;
        limits.put(keyword, new Literal.NumberLiteral(own.max(limit)));
    }

    private static void atMost(
            Map<String, Literal> limits, ObjectNode schema, String keyword, BigDecimal limit) {
        BigDecimal own = schema.has(keyword) ? schema.get(keyword).decimalValue() : limit;
        limits.put(keyword, new Literal.NumberLiteral(own.min(limit)));
    }
}
