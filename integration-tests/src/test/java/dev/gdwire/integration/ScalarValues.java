package dev.gdwire.integration;

import static dev.gdwire.integration.RandomSchemas.JSON;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Random scalars, those that a schema's limits ask for among them. */
final class ScalarValues {
    private static final MathContext DIGITS = new MathContext(12);

    private static final List<String> TEXTS =
            List.of(
                    "",
                    "a",
                    "ab",
                    "abcd",
                    "red",
                    "green",
                    "x-1",
                    "x-",
                    "12",
                    "7",
                    "Ünï",
                    "é",
                    "😀",
                    "circle",
                    "square",
                    "hello there",
                    "A",
                    "line\nbreak",
                    "quote\"",
                    "\u0001");
    private static final List<String> FORMATTED =
            List.of(
                    "2024-02-29T12:30:00Z",
                    "2023-02-29T12:30:00Z",
                    "2024-02-29",
                    "2024-13-01",
                    "123e4567-e89b-12d3-a456-426614174000",
                    "123e4567",
                    "127.0.0.1",
                    "256.0.0.1",
                    "::1",
                    "1::2::3",
                    "9223372036854775807",
                    "-1");
    private static final List<String> NAMES =
            List.of("a", "b", "c", "kind", "count", "x-1", "class", "Ünï", "extra", "", "red");

    private final Random random;

    ScalarValues(Random random) {
        this.random = random;
    }

    String name() {
        return NAMES.get(random.nextInt(NAMES.size()));
    }

    JsonNode value(String kind, ObjectNode schema) {
        return switch (kind) {
            case "string" -> text(schema);
            case "integer" -> JSON.numberNode((long) Math.ceil(near(schema)));
            case "number" -> number(near(schema) + random.nextInt(4) / 4.0);
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            case "null" -> JSON.nullNode();
            default -> any();
        };
    }

    /** Any JSON value, small. */
    JsonNode any() {
        return switch (random.nextInt(12)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.booleanNode(random.nextBoolean());
            case 2, 3 -> JSON.numberNode(random.nextInt(8) - 2);
            case 4 -> number(random.nextInt(8) == 0 ? -1e300 : random.nextInt(20) / 4.0);
            case 5 -> JSON.arrayNode();
            case 6 -> JSON.arrayNode().add(random.nextInt(3)).add(any());
            case 7 -> JSON.objectNode();
            case 8 -> JSON.objectNode().set(name(), any());
            case 9 -> JSON.objectNode().put("a", 1).put("b", false);
            default -> JSON.stringNode(TEXTS.get(random.nextInt(TEXTS.size())));
        };
    }

    /** Of few digits, since Godot reads many a bit off (docs/wire.md, Precision). */
    static JsonNode number(double value) {
        return JSON.numberNode(
                Double.isFinite(value)
                        ? BigDecimal.valueOf(value).round(DIGITS).doubleValue()
                        : value);
    }

    private double near(ObjectNode schema) {
        double least =
                Math.max(
                        schema.path("minimum").asDouble(-2),
                        schema.path("exclusiveMinimum").asDouble(-3) + 0.5);
        double value = least + random.nextInt(6);
        double most =
                Math.min(
                        schema.path("maximum").asDouble(100),
                        schema.path("exclusiveMaximum").asDouble(101) - 1);
        double step = schema.path("multipleOf").asDouble(0);
        double bounded = Math.min(value, most);
        return step > 0 ? Math.round(bounded / step) * step : bounded;
    }

    private JsonNode text(ObjectNode schema) {
        if (schema.has("format")) {
            return JSON.stringNode(FORMATTED.get(random.nextInt(FORMATTED.size())));
        }
        int least = schema.path("minLength").asInt(0);
        int most = schema.path("maxLength").asInt(100);
        for (int tries = 0; tries < 8; tries++) {
            String text = TEXTS.get(random.nextInt(TEXTS.size()));
            int length = text.codePointCount(0, text.length());
            if (length >= least && length <= most && fits(text, schema.path("pattern"))) {
                return JSON.stringNode(text);
            }
        }
        return JSON.stringNode("a".repeat(least));
    }

    private static boolean fits(String text, JsonNode pattern) {
        try {
            return !pattern.isString() || Pattern.compile(pattern.asString()).matcher(text).find();
        } catch (PatternSyntaxException e) {
            return false; // Java has another grammar of patterns; the validator has the last word.
        }
    }
}
