package dev.gdwire.gen.link;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gdwire.gen.ir.TypeName;
import dev.gdwire.gen.problem.ProblemId;
import dev.gdwire.gen.problem.Problems;
import dev.gdwire.gen.schema.Location;
import dev.gdwire.gen.schema.SchemaSet;
import dev.gdwire.gen.schema.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Names the types of a set by their place in it: an object in property {@code inventory} of {@code
 * spawn_entity.schema.json} is {@code spawn entity inventory}.
 */
final class TypeNames {
    private static final String HINT =
            "choose a name for it: \"x-gdwire\": {\"name\": \"OtherName\"}";

    private static final String NOT_PLAIN = "?";

    private final Problems problems;
    private final Map<JsonNode, TypeName> names = new IdentityHashMap<>();
    private final Map<String, String> taken = new HashMap<>();

    TypeNames(SchemaSet set, Problems problems) {
        this.problems = problems;
        reserve(set.config().name());
    }

    /** Classes that are written for the set as a whole. */
    private void reserve(String setName) {
        for (String suffix : List.of("message", "protocol", "fromjava", "fromgodot")) {
            String name = setName.replace("_", "") + suffix;
            taken.put(name, "a class that is written for every protocol");
        }
    }

    /** Names a type; a name that another has is a problem. */
    void assign(Location location) {
        List<String> words = words(location);
        if (!isGood(words)) {
            problems.error(
                    ProblemId.BAD_NAME,
                    location.place(),
                    "no name for a class can be made from the names in the schema",
                    HINT);
            words = List.of("unnamed", Integer.toString(names.size()));
        }
        TypeName name = new TypeName(words);
        names.put(location.node(), name);
        // Compared as file systems and readers do, who see no difference in case and underscores.
        String before = taken.putIfAbsent(String.join("", words), location.place().toString());
        if (before != null) {
            problems.error(
                    ProblemId.NAME_COLLISION,
                    location.place(),
                    "the type gets the name " + name + ", which is that of " + before,
                    HINT);
        }
    }

    private static boolean isGood(List<String> words) {
        return !words.isEmpty()
                && !words.contains(NOT_PLAIN)
                && Character.isLetter(words.get(0).charAt(0));
    }

    /** The name of a type. */
    TypeName of(JsonNode schema) {
        TypeName name = names.get(schema);
        if (name == null) {
            throw new IllegalStateException("no name for the schema " + schema);
        }
        return name;
    }

    private static List<String> words(Location location) {
        JsonNode node = location.file().root();
        List<String> words = override(node, wordsOf(location.file().baseName()));
        List<String> path = location.path();
        int i = 0;
        while (i < path.size()) {
            String step = path.get(i);
            boolean named = Steps.isNamed(step) && i + 1 < path.size();
            boolean listed = Steps.isList(step) && i + 1 < path.size();
            if (Steps.isDefinitions(step) && named) {
                words = wordsOf(path.get(i + 1));
            } else if (named) {
                words = join(words, wordsOf(path.get(i + 1)));
            } else if (!listed) {
                words = join(words, wordsOf(Steps.word(step)));
            }
            int taken = named || listed ? 2 : 1;
            for (int k = 0; k < taken; k++) {
                node = child(node, path.get(i + k));
            }
            words = override(node, words);
            i += taken;
        }
        return words;
    }

    private static JsonNode child(JsonNode node, String step) {
        return node.isArray() ? node.path(Integer.parseInt(step)) : node.path(step);
    }

    private static List<String> override(JsonNode schema, List<String> words) {
        JsonNode name = schema.path("x-gdwire").path("name");
        return name.isTextual() ? Words.of(name.textValue()) : words;
    }

    /** A name with other letters than ASCII's would lose them: it gives no good word. */
    private static List<String> wordsOf(String name) {
        return Words.isPlain(name) ? Words.of(name) : List.of(NOT_PLAIN);
    }

    private static List<String> join(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
