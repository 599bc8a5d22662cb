package dev.gdwire.gen.merge;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gdwire.gen.schema.Location;
import dev.gdwire.gen.schema.Words;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Names schemas by their place: an object in property {@code inventory} of {@code
 * spawn_entity.schema.json} is {@code spawn entity inventory}. Names are the words of people; two
 * schemas may get the same.
 */
final class Naming {
    /** The next step is a name that people gave. */
    private static final Set<String> NAMED =
            Set.of("properties", "patternProperties", "dependentSchemas");

    /** The next step names a type by itself, wherever it stands. */
    private static final Set<String> DEFINITIONS = Set.of("$defs", "definitions");

    /** The next step is an index that has no part in a name. */
    private static final Set<String> LISTS = Set.of("allOf", "anyOf", "oneOf");

    private final Map<JsonNode, List<String>> given = new IdentityHashMap<>();

    /** Gives a schema a name over that of its place; what stands inside is named after it. */
    void give(Location schema, List<String> words) {
        given.putIfAbsent(schema.node(), List.copyOf(words));
    }

    /** The words of a schema's place. */
    List<String> words(Location location) {
        JsonNode node = location.file().root();
        List<String> words = given(node, Names.words(location.file().baseName()));
        List<String> path = location.path();
        int i = 0;
        while (i < path.size()) {
            String step = path.get(i);
            int taken = 1;
            if (i + 1 < path.size() && isPair(step, node)) {
                words = step(words, step, path.get(i + 1));
                taken = 2;
            } else {
                words = join(words, word(step));
            }
            for (int k = 0; k < taken; k++) {
                node = child(node, path.get(i + k));
            }
            words = given(node, words);
            i += taken;
        }
        return words;
    }

    private static boolean isPair(String step, JsonNode node) {
        return NAMED.contains(step)
                || DEFINITIONS.contains(step)
                || LISTS.contains(step)
                || step.equals("prefixItems")
                || step.equals("items") && node.path("items").isArray();
    }

    private static List<String> step(List<String> words, String step, String name) {
        if (DEFINITIONS.contains(step)) {
            return Names.words(name);
        }
        if (LISTS.contains(step)) {
            return words;
        }
        return NAMED.contains(step)
                ? join(words, Names.words(name))
                : join(words, List.of("item", name));
    }

    /** The words for a step that has no name. */
    private static List<String> word(String step) {
        return switch (step) {
            case "items" -> List.of("item");
            case "additionalProperties" -> List.of("value");
            default -> Words.of(step);
        };
    }

    private List<String> given(JsonNode schema, List<String> words) {
        JsonNode name = schema.path("x-gdwire").path("name");
        if (name.isTextual()) {
            return Names.words(name.textValue());
        }
        return given.getOrDefault(schema, words);
    }

    private static JsonNode child(JsonNode node, String step) {
        return node.isArray() ? node.path(Integer.parseInt(step)) : node.path(step);
    }

    static List<String> join(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
