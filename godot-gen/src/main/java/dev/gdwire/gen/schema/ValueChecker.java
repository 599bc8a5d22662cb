package dev.gdwire.gen.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gdwire.gen.pattern.PortablePattern;
import dev.gdwire.gen.pattern.UnsupportedPatternException;
import dev.gdwire.gen.problem.Place;
import dev.gdwire.gen.problem.ProblemId;
import dev.gdwire.gen.problem.Problems;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks the values that a schema lists, its limits and its pattern. */
final class ValueChecker {
    private static final BigDecimal MOST = BigDecimal.valueOf((1L << 53) - 1);

    /** Without a sign, so that one is enough for both ends. */
    private static final BigDecimal MOST_32 = BigDecimal.valueOf(Integer.MAX_VALUE);

    private final Problems problems;

    ValueChecker(Problems problems) {
        this.problems = problems;
    }

    void check(Location location, SchemaKind kind) {
        switch (kind) {
            case CONST -> constant(location);
            case ENUM -> enumeration(location);
            case STRING -> pattern(location);
            case INTEGER, NUMBER -> number(location, kind);
            default -> {}
        }
    }

    private void constant(Location location) {
        JsonNode value = location.node().get("const");
        if (value.isContainerNode()) {
            problems.error(
                    ProblemId.UNSUPPORTED_CONST,
                    location.value("const"),
                    "a \"const\" that is an array or an object is not supported yet",
                    "give its parts a \"const\" each");
        } else if (!isOfType(value, location.node())) {
            contradiction(location, "const", "\"const\" is not of the \"type\" beside it");
        }
    }

    private void enumeration(Location location) {
        JsonNode values = location.node().get("enum");
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < values.size(); i++) {
            Place place = location.file().value(values, Integer.toString(i));
            JsonNode value = values.get(i);
            if (!value.isTextual() && !value.isNull()) {
                problems.error(
                        ProblemId.UNSUPPORTED_ENUM,
                        place,
                        "an \"enum\" of anything but strings (and null) is not supported yet",
                        "use strings, or an integer with limits");
            } else if (!seen.add(value.isNull() ? null : value.textValue())) {
                problems.error(
                        ProblemId.UNSUPPORTED_ENUM,
                        place,
                        "the value stands twice in \"enum\"",
                        "remove one of them");
            } else if (!isOfType(value, location.node())) {
                contradiction(
                        location, "type", "a value of \"enum\" is not of the \"type\" beside it");
            }
        }
        if (seen.size() == 1 && seen.contains(null)) {
            problems.error(
                    ProblemId.UNSUPPORTED_ENUM,
                    location.key("enum"),
                    "an \"enum\" of nothing but null is not supported yet",
                    "use {\"type\": \"null\"}");
        }
    }

    private static boolean isOfType(JsonNode value, ObjectNode schema) {
        List<String> types = SchemaShape.types(schema);
        return types.isEmpty()
                || types.contains("null") && value.isNull()
                || types.contains("string") && value.isTextual()
                || types.contains("boolean") && value.isBoolean()
                || types.contains("number") && value.isNumber()
                || types.contains("integer") && value.isNumber() && isInteger(value.decimalValue());
    }

    private void pattern(Location location) {
        JsonNode pattern = location.node().get("pattern");
        if (pattern == null) {
            return;
        }
        try {
            PortablePattern.translate(pattern.textValue());
        } catch (UnsupportedPatternException e) {
            problems.error(
                    ProblemId.UNSUPPORTED_PATTERN,
                    location.value("pattern"),
                    "the pattern is not supported: " + e.getMessage(),
                    "use characters, classes, groups, alternatives, ^, $ and quantifiers");
        }
    }

    private void number(Location location, SchemaKind kind) {
        ObjectNode node = location.node();
        boolean whole = kind == SchemaKind.INTEGER;
        if (whole && node.has("multipleOf") && !isInteger(node.get("multipleOf").decimalValue())) {
            problems.error(
                    ProblemId.UNSUPPORTED_KEYWORD,
                    location.value("multipleOf"),
                    "\"multipleOf\" with a fraction on an integer is not supported yet",
                    "use an integer");
        }
        boolean narrow = node.path("format").asText().equals("int32");
        BigDecimal edge = narrow ? MOST_32 : MOST;
        BigDecimal least = limit(node, "minimum", whole ? edge.negate() : null);
        BigDecimal most = limit(node, "maximum", whole ? edge : null);
        BigDecimal above = limit(node, "exclusiveMinimum", null);
        BigDecimal below = limit(node, "exclusiveMaximum", null);
        boolean good =
                (!whole || isBelow(least, edge, true) && isBelow(edge.negate(), most, true))
                        && isBelow(least, most, true)
                        && isBelow(above, most, false)
                        && isBelow(least, below, false)
                        && isBelow(above, below, false);
        if (!good) {
            for (String keyword :
                    List.of("minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum")) {
                if (node.has(keyword)) {
                    contradiction(location, keyword, "no number is within the limits");
                    return;
                }
            }
        }
    }

    private static BigDecimal limit(ObjectNode node, String keyword, BigDecimal otherwise) {
        return node.has(keyword) ? node.get(keyword).decimalValue() : otherwise;
    }

    private static boolean isBelow(BigDecimal least, BigDecimal most, boolean orEqual) {
        if (least == null || most == null) {
            return true;
        }
        int order = least.compareTo(most);
        return order < 0 || order == 0 && orEqual;
    }

    private static boolean isInteger(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0;
    }

    private void contradiction(Location location, String keyword, String message) {
        problems.error(
                ProblemId.CONTRADICTION,
                location.key(keyword),
                message,
                "correct one of them: as it is, no value is valid");
    }
}
