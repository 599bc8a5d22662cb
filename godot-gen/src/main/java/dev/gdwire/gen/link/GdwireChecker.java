package dev.gdwire.gen.link;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gdwire.gen.problem.ProblemId;
import dev.gdwire.gen.problem.Problems;
import dev.gdwire.gen.schema.Location;
import dev.gdwire.gen.schema.SchemaFile;
import dev.gdwire.gen.schema.Words;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Checks the form of {@code x-gdwire}. */
final class GdwireChecker {
    private static final Set<String> SIDES = Set.of("java", "godot", "both");
    private static final Set<String> OF_MESSAGES = Set.of("from", "reply");
    private static final Set<String> PACKED = Set.of("float32", "float64", "int32", "uint8");

    private final Predicate<Location> isMessage;
    private final Predicate<Location> isNamed;
    private final Problems problems;

    GdwireChecker(Predicate<Location> isMessage, Predicate<Location> isNamed, Problems problems) {
        this.isMessage = isMessage;
        this.isNamed = isNamed;
        this.problems = problems;
    }

    void check(Location location) {
        JsonNode gdwire = location.node().get(Gdwire.KEY);
        if (gdwire == null) {
            return;
        }
        if (!gdwire.isObject()) {
            problems.error(
                    ProblemId.BAD_GDWIRE,
                    location.value(Gdwire.KEY),
                    "\"x-gdwire\" must be an object",
                    "such as {\"from\": \"java\", \"reply\": \"observation\"}");
            return;
        }
        gdwire.properties().forEach(m -> check(location, m.getKey(), m.getValue()));
    }

    private void check(Location location, String key, JsonNode value) {
        switch (key) {
            case "from" ->
                    expect(
                            location,
                            key,
                            SIDES.contains(value.asText()),
                            "\"java\", \"godot\" or \"both\"");
            case "reply" -> expect(location, key, value.isTextual(), "the tag of a message");
            case "name" -> name(location, value);
            case "packed" -> packed(location, value);
            default ->
                    error(
                            location,
                            key,
                            "\"x-gdwire\" has no key \"" + key + "\"",
                            "it can have "
                                    + String.join(
                                            ", ", List.of("from", "reply", "name", "packed")));
        }
        if (OF_MESSAGES.contains(key) && !isMessage.test(location)) {
            error(
                    location,
                    key,
                    "\"" + key + "\" is for messages, and this is none",
                    "a message is an object in a file directly in the schema folder");
        }
    }

    private void name(Location location, JsonNode value) {
        List<String> words = Words.of(value.asText(""));
        boolean good =
                value.isTextual()
                        && Words.isPlain(value.textValue())
                        && !words.isEmpty()
                        && Character.isLetter(words.get(0).charAt(0));
        expect(location, "name", good, "a name such as \"UnitState\"");
        boolean constant = location.keywords().has("const");
        if (!isNamed.test(location) && !constant) {
            error(
                    location,
                    "name",
                    "\"name\" is for objects and enums, and this is neither",
                    "leave it out");
        }
    }

    private void packed(Location location, JsonNode value) {
        expect(
                location,
                "packed",
                PACKED.contains(value.asText()),
                "\"float32\", \"float64\", \"int32\" or \"uint8\"");
        if (!location.keywords().path("contentEncoding").asText().equals("base64")) {
            error(
                    location,
                    "packed",
                    "\"packed\" is for bytes, and this is none",
                    "write \"type\": \"string\", \"contentEncoding\": \"base64\"");
        }
    }

    private void expect(Location location, String key, boolean good, String what) {
        if (!good) {
            error(
                    location,
                    key,
                    "the value of \"" + key + "\" must be " + what,
                    "change it to " + what);
        }
    }

    private void error(Location location, String key, String message, String hint) {
        SchemaFile file = location.file();
        problems.error(
                ProblemId.BAD_GDWIRE,
                file.key(location.node().get(Gdwire.KEY), key),
                message,
                hint);
    }
}
