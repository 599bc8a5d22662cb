package dev.gdwire.protocol.codec;

import dev.gdwire.protocol.DecodeException;
import dev.gdwire.protocol.InvalidValueException;
import dev.gdwire.protocol.JsonValue;
import java.util.Collection;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The words of errors, which the Godot side says too. */
final class Words {
    private static final int LONGEST_QUOTE = 40;

    private Words() {}

    /** Kind of a JSON value. */
    static String kind(JsonNode json) {
        return switch (Depth.unmarked(json).getNodeType()) {
            case OBJECT -> "object";
            case ARRAY -> "array";
            case STRING -> "string";
            case BOOLEAN -> "boolean";
            case NUMBER -> isInteger(json) ? "integer" : "number";
            default -> "null";
        };
    }

    /** A JSON value: scalars as they are, others by their kind. */
    static String describe(JsonNode json) {
        return switch (json.getNodeType()) {
            case STRING -> quote(json.stringValue());
            case NUMBER -> number(json.doubleValue());
            case BOOLEAN -> json.asString();
            default -> kind(json);
        };
    }

    /** Kind of a JSON value. */
    static String kind(JsonValue json) {
        return switch (json.kind()) {
            case OBJECT -> "object";
            case ARRAY -> "array";
            case STRING -> "string";
            case BOOLEAN -> "boolean";
            case NUMBER -> json.isInteger() ? "integer" : "number";
            case NULL -> "null";
        };
    }

    /** A JSON value: scalars as they are, others by their kind. */
    static String describe(JsonValue json) {
        return switch (json.kind()) {
            case STRING -> quote(json.asText());
            case NUMBER, BOOLEAN -> json(json);
            default -> kind(json);
        };
    }

    /** A JSON value, with its numbers as all faults have them. */
    static String json(JsonValue json) {
        return switch (json.kind()) {
            case STRING -> JsonText.quote(json.asText());
            case NUMBER -> number(json.asDouble());
            case ARRAY ->
                    json.items().stream()
                            .map(Words::json)
                            .collect(Collectors.joining(",", "[", "]"));
            case OBJECT ->
                    json.members().entrySet().stream()
                            .map(m -> JsonText.quote(m.getKey()) + ":" + json(m.getValue()))
                            .collect(Collectors.joining(",", "{", "}"));
            default -> json.toString();
        };
    }

    /** What is expected where one of several values is. */
    static String oneOf(Collection<JsonValue> values) {
        return values.stream().map(Words::json).collect(Collectors.joining(", ", "one of ", ""));
    }

    /** What is expected where a text has a pattern. */
    static String pattern(TextPattern pattern) {
        return "text that matches " + pattern.source();
    }

    /** What is expected where a text has a format. */
    static String format(TextFormat format) {
        return "text of the format " + format.word();
    }

    static Fault tooFew(int size, long limit, String unit) {
        return Fault.of("at least " + limit + " " + unit, size + " " + unit);
    }

    static Fault tooMany(int size, long limit, String unit) {
        return Fault.of("at most " + limit + " " + unit, size + " " + unit);
    }

    /** The same fault of a whole message. */
    static DecodeException asDecodeException(InvalidValueException fault) {
        return new DecodeException(join("$", fault.path()), fault.expected(), fault.actual());
    }

    static boolean isInteger(JsonNode json) {
        return json.isIntegralNumber() || json.doubleValue() == Math.rint(json.doubleValue());
    }

    static boolean isKind(String word) {
        return switch (word) {
            case "object", "array", "string", "boolean", "null", "integer", "number" -> true;
            default -> false;
        };
    }

    /** A number as JSON has it: integers without a fraction. */
    static String number(double value) {
        return NumberText.of(value, NumberText.DOUBLE_DIGITS);
    }

    /** Text in quotes, cut when it is long. */
    static String quote(String text) {
        if (text.codePointCount(0, text.length()) <= LONGEST_QUOTE) {
            return JsonText.quote(text);
        }
        int end = text.offsetByCodePoints(0, LONGEST_QUOTE);
        return JsonText.quote(text.substring(0, end)) + "...";
    }

    /** A place inside another: {@code units} and {@code [3]} is {@code units[3]}. */
    static String join(String outer, String inner) {
        if (outer.isEmpty() || inner.isEmpty() || inner.startsWith("[")) {
            return outer + inner;
        }
        return outer + "." + inner;
    }

    /** The place of a property: its name, in brackets and quotes unless it is a plain word. */
    static String member(String name) {
        return isPlain(name) ? name : "[" + JsonText.quote(name) + "]";
    }

    static String step(int index) {
        return "[" + index + "]";
    }

    /** The same fault, seen from the value around it. */
    static InvalidValueException inside(String outer, InvalidValueException fault) {
        InvalidValueException moved =
                new InvalidValueException(
                        join(outer, fault.path()), fault.expected(), fault.actual());
        moved.setStackTrace(fault.getStackTrace());
        return moved;
    }

    private static boolean isPlain(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
            if (!letter && (i == 0 || c < '0' || c > '9')) {
                return false;
            }
        }
        return !name.isEmpty();
    }
}
