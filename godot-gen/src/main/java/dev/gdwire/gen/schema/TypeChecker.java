package dev.gdwire.gen.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gdwire.gen.problem.Place;
import dev.gdwire.gen.problem.Problem;
import dev.gdwire.gen.problem.ProblemId;
import dev.gdwire.gen.problem.Problems;
import dev.gdwire.gen.problem.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Checks one schema by itself: that its type is supported, and that its keywords go together. */
final class TypeChecker {
    private final Strictness strictness;
    private final Problems problems;
    private final ValueChecker values;

    TypeChecker(Strictness strictness, Problems problems) {
        this.strictness = strictness;
        this.problems = problems;
        this.values = new ValueChecker(problems);
    }

    void check(Location location) {
        Optional<SchemaShape> shape = SchemaShape.of(location.node());
        if (shape.isPresent()) {
            check(location, shape.get());
        } else if (!isContainerOnly(location)) {
            refuseType(location);
        }
    }

    /** A file that only holds {@code $defs} is no type, and need not be one. */
    private static boolean isContainerOnly(Location location) {
        ObjectNode node = location.node();
        boolean holds = node.has("$defs") || node.has("definitions");
        boolean isMessage = location.file().isTopLevel();
        return location.isRoot()
                && holds
                && !isMessage
                && node.properties().stream().noneMatch(m -> Keywords.isValidating(m.getKey()));
    }

    private void refuseType(Location location) {
        ObjectNode node = location.node();
        String message = "a schema without a type is not supported yet";
        Place place = location.place();
        for (String keyword : List.of("oneOf", "anyOf", "type")) {
            if (node.has(keyword)) {
                message = "\"" + keyword + "\" of several types is not supported yet";
                place = location.key(keyword);
            }
        }
        problems.error(
                ProblemId.UNSUPPORTED_TYPE,
                place,
                message,
                "give it one \"type\"; beside one other, \"null\" is allowed");
    }

    private void check(Location location, SchemaShape shape) {
        for (String keyword : (Iterable<String>) location.node()::fieldNames) {
            if (Keywords.isValidating(keyword) && !shape.kind().keywords().contains(keyword)) {
                misplaced(location, shape, keyword);
            }
        }
        values.check(location, shape.kind());
        switch (shape.kind()) {
            case OBJECT -> object(location);
            case MAP -> limits(location, "minProperties", "maxProperties");
            case ARRAY -> array(location);
            case STRING -> string(location);
            case INTEGER -> format(location, Set.of("int32"));
            case NUMBER -> format(location, Set.of("float", "double"));
            default -> {}
        }
    }

    private void misplaced(Location location, SchemaShape shape, String keyword) {
        SchemaKind kind = shape.kind();
        if (kind == SchemaKind.REFERENCE || kind == SchemaKind.NULLABLE) {
            String main = kind == SchemaKind.REFERENCE ? "$ref" : "anyOf";
            unsupported(
                    location.key(keyword),
                    "\"" + keyword + "\" beside \"" + main + "\"",
                    "write it in the schema that is meant, or do without the other");
        } else if (kind == SchemaKind.CONST || kind == SchemaKind.ENUM) {
            unsupported(
                    location.key(keyword),
                    "\"" + keyword + "\" beside \"" + kind.name().toLowerCase(Locale.ROOT) + "\"",
                    "leave it out: the values are listed already");
        } else if (isCombined(keyword)) {
            unsupported(
                    location.key(keyword),
                    "\"" + keyword + "\" beside \"type\"",
                    "leave it out, or make a type of each case");
        } else if (kind == SchemaKind.OBJECT && keyword.endsWith("Properties")) {
            unsupported(
                    location.key(keyword),
                    "\"" + keyword + "\" on an object that is no map",
                    "leave it out; \"required\" says what must be there");
        } else if (kind == SchemaKind.MAP && keyword.equals("required")) {
            unsupported(
                    location.key(keyword),
                    "\"required\" on a map",
                    "declare the property in \"properties\", or leave it out");
        } else {
            problems.warning(
                    ProblemId.KEYWORD_WITHOUT_EFFECT,
                    location.key(keyword),
                    "\"" + keyword + "\" has no effect on " + article(kind),
                    "leave it out, or change the type");
        }
    }

    private static boolean isCombined(String keyword) {
        return keyword.equals("anyOf") || keyword.equals("oneOf");
    }

    private static String article(SchemaKind kind) {
        return switch (kind) {
            case ARRAY -> "an array";
            case INTEGER -> "an integer";
            case OBJECT, MAP -> "an object";
            case NULL -> "null";
            default -> "a " + kind.name().toLowerCase(Locale.ROOT);
        };
    }

    private void object(Location location) {
        ObjectNode node = location.node();
        JsonNode additional = node.path("additionalProperties");
        if (additional.isObject() || additional.isBoolean() && additional.booleanValue()) {
            unsupported(
                    location.key("additionalProperties"),
                    "\"additionalProperties\" other than false on an object with properties",
                    "leave it out: unknown properties are ignored; a map has no \"properties\"");
        }
        for (int i = 0; i < node.path("required").size(); i++) {
            String name = node.get("required").get(i).textValue();
            if (!node.path("properties").has(name)) {
                problems.error(
                        ProblemId.UNDECLARED_REQUIRED,
                        location.file().value(node.get("required"), Integer.toString(i)),
                        "the required property \"" + name + "\" is not declared",
                        "declare it in \"properties\"");
            }
        }
    }

    private void array(Location location) {
        if (!location.node().has("items")) {
            problems.error(
                    ProblemId.UNSUPPORTED_TYPE,
                    location.key("type"),
                    "an array without \"items\" is not supported yet",
                    "say what its items are: \"items\": {\"type\": ...}");
        }
        limits(location, "minItems", "maxItems");
    }

    private void string(Location location) {
        ObjectNode node = location.node();
        limits(location, "minLength", "maxLength");
        format(location, Set.of("int64"));
        String encoding = node.path("contentEncoding").asText("base64");
        if (!encoding.equals("base64")) {
            unsupported(
                    location.value("contentEncoding"),
                    "the contentEncoding \"" + encoding + "\"",
                    "use \"base64\"");
        }
        boolean coded = node.has("contentEncoding") || node.path("format").asText().equals("int64");
        for (String keyword : List.of("minLength", "maxLength", "pattern")) {
            if (coded && node.has(keyword)) {
                unsupported(
                        location.key(keyword),
                        "\"" + keyword + "\" on a string that holds a number or bytes",
                        "leave it out");
            }
        }
    }

    private void format(Location location, Set<String> known) {
        String format = location.node().path("format").asText(null);
        if (format == null || known.contains(format)) {
            return;
        }
        String hint =
                format.equals("int64")
                        ? "integers hold 53 bits; for all 64: {\"type\": \"string\", \"format\":"
                                + " \"int64\"}"
                        : "supported are int32 of integers, float and double of numbers, int64 of"
                                + " strings";
        problems.add(
                new Problem(
                        severity(),
                        ProblemId.UNSUPPORTED_FORMAT,
                        location.value("format"),
                        "the format \"" + format + "\" is not supported here" + effect(),
                        Optional.of(hint)));
    }

    private void limits(Location location, String least, String most) {
        ObjectNode node = location.node();
        if (node.has(least)
                && node.has(most)
                && node.get(least).asLong() > node.get(most).asLong()) {
            problems.error(
                    ProblemId.CONTRADICTION,
                    location.key(least),
                    "no value fits: \"" + least + "\" is above \"" + most + "\"",
                    "swap or correct them");
        }
    }

    private void unsupported(Place place, String what, String hint) {
        problems.add(
                new Problem(
                        severity(),
                        ProblemId.UNSUPPORTED_KEYWORD,
                        place,
                        what + " is not supported yet" + effect(),
                        Optional.of(hint)));
    }

    private Severity severity() {
        return strictness == Strictness.LENIENT ? Severity.WARNING : Severity.ERROR;
    }

    private String effect() {
        return strictness == Strictness.LENIENT ? ", and has no effect" : "";
    }
}
