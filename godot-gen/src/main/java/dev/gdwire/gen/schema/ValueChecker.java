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
import java.util.Map;
import java.util.Set;

/** Checks that the keywords of one schema go together, and that its patterns can be translated. */
final class ValueChecker {
    private static final BigDecimal MOST = BigDecimal.valueOf((1L << 53) - 1);

    private final Problems problems;
    private final FormatChecker formats;

    ValueChecker(Problems problems) {
        this.problems = problems;
        this.formats = new FormatChecker(problems);
    }

    void check(Location location) {
        ObjectNode schema = location.keywords();
        placed(location);
        counts(location, "minLength", "maxLength");
        counts(location, "minItems", "maxItems");
        counts(location, "minProperties", "maxProperties");
        numbers(location);
        listed(location);
        formats.check(location);
        if (schema.has("pattern")) {
            pattern(schema.get("pattern").textValue(), location.value("pattern"));
        }
        for (Map.Entry<String, JsonNode> member : schema.path("patternProperties").properties()) {
            JsonNode owner = location.node().get("patternProperties");
            pattern(member.getKey(), location.file().key(owner, member.getKey()));
        }
    }

    /** Keywords that speak of a type which the schema does not allow. */
    private void placed(Location location) {
        List<String> types = types(location.keywords());
        if (types.isEmpty()) {
            return;
        }
        for (Map.Entry<String, JsonNode> member : location.keywords().properties()) {
            List<String> about = KeywordTypes.of(member.getKey());
            if (!about.isEmpty() && about.stream().noneMatch(types::contains)) {
                problems.warning(
                        ProblemId.KEYWORD_WITHOUT_EFFECT,
                        location.key(member.getKey()),
                        "\""
                                + member.getKey()
                                + "\" has no effect on "
                                + KeywordTypes.article(types),
                        "leave it out, or change the type");
            }
        }
    }

    private void counts(Location location, String least, String most) {
        ObjectNode schema = location.keywords();
        if (schema.has(least)
                && schema.has(most)
                && schema.get(least).asLong() > schema.get(most).asLong()) {
            problems.error(
                    ProblemId.CONTRADICTION,
                    location.key(least),
                    "no value fits: \"" + least + "\" is above \"" + most + "\"",
                    "swap or correct them");
        }
    }

    private void numbers(Location location) {
        ObjectNode schema = location.keywords();
        boolean whole = types(schema).equals(List.of("integer"));
        BigDecimal least = limit(schema, "minimum", whole ? MOST.negate() : null);
        BigDecimal most = limit(schema, "maximum", whole ? MOST : null);
        BigDecimal above = limit(schema, "exclusiveMinimum", null);
        BigDecimal below = limit(schema, "exclusiveMaximum", null);
        boolean good =
                (!whole || isBelow(least, MOST, true) && isBelow(MOST.negate(), most, true))
                        && isBelow(least, most, true)
                        && isBelow(above, most, false)
                        && isBelow(least, below, false)
                        && isBelow(above, below, false);
        if (!good) {
            for (String keyword :
                    List.of("minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum")) {
                if (location.node().has(keyword)) {
                    contradiction(location.key(keyword), "no number is within the limits");
                    return;
                }
            }
        }
    }

    private void listed(Location location) {
        ObjectNode schema = location.keywords();
        if (schema.has("const") && !isOfType(schema.get("const"), schema)) {
            contradiction(location.key("const"), "\"const\" is not of the \"type\" beside it");
        }
        JsonNode values = schema.path("enum");
        Set<JsonNode> seen = new HashSet<>();
        for (int i = 0; i < values.size(); i++) {
            Place place = location.file().value(values, Integer.toString(i));
            if (!isOfType(values.get(i), schema)) {
                problems.warning(
                        ProblemId.ENUM_VALUE,
                        place,
                        "the value is not of the \"type\" beside it, so it is never valid",
                        "remove it, or allow its type");
            } else if (!seen.add(values.get(i))) {
                problems.warning(
                        ProblemId.ENUM_VALUE,
                        place,
                        "the value stands twice in \"enum\"",
                        "remove one of them");
            }
        }
    }

    private static boolean isOfType(JsonNode value, ObjectNode schema) {
        List<String> types = types(schema);
        return types.isEmpty()
                || types.contains("null") && value.isNull()
                || types.contains("string") && value.isTextual()
                || types.contains("boolean") && value.isBoolean()
                || types.contains("number") && value.isNumber()
                || types.contains("object") && value.isObject()
                || types.contains("array") && value.isArray()
                || types.contains("integer") && value.isNumber() && isInteger(value.decimalValue());
    }

    static List<String> types(ObjectNode schema) {
        JsonNode type = schema.path("type");
        return type.isTextual()
                ? List.of(type.textValue())
                : type.valueStream().map(JsonNode::asText).toList();
    }

    private void pattern(String pattern, Place place) {
        try {
            PortablePattern.translate(pattern);
        } catch (UnsupportedPatternException e) {
            problems.error(
                    ProblemId.UNSUPPORTED_PATTERN,
                    place,
                    "the pattern is not supported: " + e.getMessage(),
                    "use characters, classes, groups, alternatives, ^, $ and quantifiers");
        }
    }

    private static BigDecimal limit(ObjectNode schema, String keyword, BigDecimal otherwise) {
        return schema.has(keyword) ? schema.get(keyword).decimalValue() : otherwise;
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

    private void contradiction(Place place, String message) {
        problems.error(
                ProblemId.CONTRADICTION,
                place,
                message,
                "correct one of them: as it is, no value is valid");
    }
}
