package dev.gdwire.gen.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gdwire.gen.ir.TextFormat;
import dev.gdwire.gen.problem.ProblemId;
import dev.gdwire.gen.problem.Problems;
import java.util.Arrays;
import java.util.List;

/** Warns of formats and encodings that are not checked. */
final class FormatChecker {
    private static final List<String> TEXTS =
            Arrays.stream(TextFormat.values())
                    .filter(
                            format ->
                                    !List.of(TextFormat.INT64, TextFormat.BASE64).contains(format))
                    .map(TextFormat::word)
                    .toList();

    private final Problems problems;

    FormatChecker(Problems problems) {
        this.problems = problems;
    }

    void check(Location location) {
        ObjectNode schema = location.keywords();
        if (schema.has("format") && !isKnown(schema)) {
            boolean wide = schema.get("format").asText().equals("int64");
            problems.warning(
                    ProblemId.UNCHECKED_FORMAT,
                    location.value("format"),
                    "the format \"" + schema.get("format").asText() + "\" is not checked here",
                    wide
                            ? "integers hold 53 bits; for all 64: {\"type\": \"string\","
                                    + " \"format\": \"int64\"}"
                            : "checked are " + known());
        }
        String encoding = schema.path("contentEncoding").asText("base64");
        if (!encoding.equals("base64")) {
            problems.warning(
                    ProblemId.UNCHECKED_FORMAT,
                    location.value("contentEncoding"),
                    "the contentEncoding \"" + encoding + "\" is not checked: it is text",
                    "use \"base64\" for bytes");
        }
    }

    /** The string format of a word, if there is one. */
    static boolean isText(String format) {
        return TEXTS.contains(format);
    }

    private static boolean isKnown(ObjectNode schema) {
        String format = schema.get("format").asText();
        List<String> types = ValueChecker.types(schema);
        boolean text = types.isEmpty() || types.contains("string");
        boolean wide = types.contains("number") && List.of("float", "double").contains(format);
        boolean integer = types.contains("integer") && !types.contains("number");
        boolean whole = integer && format.equals("int32");
        return text && (isText(format) || format.equals("int64")) || wide || whole;
    }

    private static String known() {
        return String.join(", ", TEXTS)
                + " and int64 of strings, int32 of integers, float and double of numbers";
    }
}
