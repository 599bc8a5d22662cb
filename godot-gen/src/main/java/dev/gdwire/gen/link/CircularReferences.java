package dev.gdwire.gen.link;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gdwire.gen.problem.ProblemId;
import dev.gdwire.gen.problem.Problems;
import dev.gdwire.gen.schema.Location;
import dev.gdwire.gen.schema.SchemaSet;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Finds references that lead back to themselves without a step into the value: such a schema says
 * nothing, and a validator would never come to an end.
 */
final class CircularReferences {
    private static final int DEEPEST = 500;

    private record Visit(Location location, Iterator<Location> next) {}

    private final SchemaSet set;
    private final SameValue sameValue;
    private final Problems problems;

    /** How many schemas follow one another from here on; 0 while they are looked at. */
    private final Map<JsonNode, Integer> lengths = new IdentityHashMap<>();

    CircularReferences(SchemaSet set, Problems problems) {
        this.set = set;
        this.sameValue = new SameValue(set);
        this.problems = problems;
    }

    void check() {
        for (Location location : set.locations()) {
            if (!lengths.containsKey(location.node())) {
                visit(location);
            }
        }
    }

    /** With a stack of its own: chains of references may be long. */
    private void visit(Location start) {
        Deque<Visit> visits = new ArrayDeque<>();
        visits.push(begin(start));
        while (!visits.isEmpty()) {
            Visit visit = visits.peek();
            if (!visit.next().hasNext()) {
                end(visits.pop().location());
                continue;
            }
            Location next = visit.next().next();
            Integer length = lengths.get(next.node());
            if (length == null) {
                visits.push(begin(next));
            } else if (length == 0) {
                error(visit.location());
            }
        }
    }

    private Visit begin(Location location) {
        lengths.put(location.node(), 0);
        return new Visit(location, sameValue(location).iterator());
    }

    private void end(Location location) {
        int length = 1;
        for (Location next : sameValue(location)) {
            length = Math.max(length, lengths.get(next.node()) + 1);
        }
        lengths.put(location.node(), length);
        // Once a chain, not for each that leads into it.
        if (length == DEEPEST) {
            problems.error(
                    ProblemId.CIRCULAR_REFERENCE,
                    location.keywords().has("$ref") ? location.value("$ref") : location.place(),
                    "the reference leads through too many others",
                    "refer to the schema that is meant");
        }
    }

    private void error(Location location) {
        boolean reference = location.keywords().has("$ref");
        problems.error(
                ProblemId.CIRCULAR_REFERENCE,
                reference ? location.value("$ref") : location.place(),
                "the reference leads back to itself without a step into the value",
                "a schema can refer to itself from inside of \"properties\" or \"items\"");
    }

    private List<Location> sameValue(Location location) {
        return sameValue.after(location).stream().map(SameValue.Step::schema).toList();
    }
}
