package dev.gdwire.gen.link;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gdwire.gen.problem.ProblemId;
import dev.gdwire.gen.problem.Problems;
import dev.gdwire.gen.schema.Location;
import dev.gdwire.gen.schema.SchemaSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds references that lead back to themselves without an object with properties between: they
 * have no name, so no type could be written for them.
 */
final class CircularReferences {
    private static final int DEEPEST = 500;

    private final SchemaSet set;
    private final Captures captures;
    private final Problems problems;

    /** How many steps follow a schema before a type with a name, or a scalar, ends them. */
    private final Map<JsonNode, Integer> lengths = new IdentityHashMap<>();

    CircularReferences(SchemaSet set, Captures captures, Problems problems) {
        this.set = set;
        this.captures = captures;
        this.problems = problems;
    }

    void check() {
        for (Location location : set.locations()) {
            if (location.node().has("$ref")) {
                check(location);
            }
        }
    }

    private void check(Location start) {
        List<ObjectNode> path = new ArrayList<>();
        Set<JsonNode> onPath = Collections.newSetFromMap(new IdentityHashMap<>());
        ObjectNode current = start.node();
        while (current != null && !lengths.containsKey(current)) {
            if (!onPath.add(current)) {
                if (current == start.node()) {
                    error(start, "the reference leads back to itself");
                }
                return;
            }
            path.add(current);
            current = next(current);
        }
        int length = current == null ? 0 : lengths.get(current);
        for (int i = path.size() - 1; i >= 0; i--) {
            lengths.put(path.get(i), ++length);
            // Once a chain, not for each that leads into it.
            if (length == DEEPEST) {
                Location far = set.location(path.get(i)).orElseThrow();
                error(far, "the reference leads through too many others");
            }
        }
    }

    private void error(Location location, String message) {
        problems.error(
                ProblemId.CIRCULAR_REFERENCE,
                location.node().has("$ref") ? location.value("$ref") : location.place(),
                message,
                "only objects with \"properties\" can refer to themselves");
    }

    /** The schema that is a part of this one's type, when there is no name between. */
    private ObjectNode next(ObjectNode schema) {
        Captured captured = captures.get(schema);
        if (captured instanceof Captured.Reference reference) {
            return reference.target();
        }
        if (captured instanceof Captured.Nullable nullable) {
            return nullable.schema();
        }
        if (captured instanceof Captured.ArrayType array) {
            return array.items();
        }
        return captured instanceof Captured.MapType map ? map.values() : null;
    }
}
