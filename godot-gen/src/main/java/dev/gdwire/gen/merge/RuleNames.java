package dev.gdwire.gen.merge;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gdwire.gen.schema.Location;
import dev.gdwire.gen.schema.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Names of the schemas that references point at, in lower_snake_case. */
final class RuleNames {
    private RuleNames() {}

    /** Every name, by schema; the same for the same set. */
    static Map<JsonNode, String> of(Schemas schemas) {
        Map<JsonNode, Location> targets = new IdentityHashMap<>();
        for (Location location : schemas.set().locations()) {
            schemas.target(location).ifPresent(target -> targets.put(target.node(), target));
        }
        Map<JsonNode, String> names = new IdentityHashMap<>();
        Set<String> taken = new HashSet<>();
        for (Location location : schemas.set().locations()) {
            if (targets.containsKey(location.node())) {
                names.put(location.node(), free(plain(location), taken));
            }
        }
        return names;
    }

    private static String plain(Location location) {
        List<String> path = location.path();
        List<String> words = new ArrayList<>();
        boolean isDefinition =
                path.size() == 2
                        && (path.get(0).equals("$defs") || path.get(0).equals("definitions"));
        if (!isDefinition) {
            words.addAll(Words.of(location.file().baseName()));
        }
        (isDefinition ? path.subList(1, 2) : path).forEach(step -> words.addAll(Words.of(step)));
        return words.isEmpty() ? "rule" : String.join("_", words);
    }

    private static String free(String wish, Set<String> taken) {
        String name = wish;
        for (int i = 2; !taken.add(name); i++) {
            name = wish + "_" + i;
        }
        return name;
    }
}
