package dev.gdwire.gen.link;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gdwire.gen.problem.ProblemId;
import dev.gdwire.gen.problem.Problems;
import dev.gdwire.gen.schema.Location;
import dev.gdwire.gen.schema.SchemaSet;
import java.util.Collections;
import java.util.IdentityHashMap;
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
    private final Set<JsonNode> fine = Collections.newSetFromMap(new IdentityHashMap<>());

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
        Set<JsonNode> path = Collections.newSetFromMap(new IdentityHashMap<>());
        ObjectNode current = start.node();
        while (current != null && !fine.contains(current)) {
            if (!path.add(current)) {
                if (current == start.node()) {
                    problems.error(
                            ProblemId.CIRCULAR_REFERENCE,
                            start.value("$ref"),
                            "the reference leads back to itself",
                            "only objects with \"properties\" can refer to themselves");
                }
                return;
            }
            current = next(current);
        }
        if (path.size() > DEEPEST) {
            problems.error(
                    ProblemId.CIRCULAR_REFERENCE,
                    start.value("$ref"),
                    "the reference leads through more than " + DEEPEST + " others",
                    "refer to the last of them directly");
        }
        fine.addAll(path.size() > DEEPEST / 2 ? Set.of() : path);
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
