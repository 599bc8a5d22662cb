package dev.gdwire.integration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes a trial with a fault smaller, as long as it shows a fault of the same kind: takes away each
 * part of schema and value in turn, all candidates of a step in one batch.
 */
final class Reduction {
    private static final int STEPS = 25;
    private static final int CANDIDATES = 60;

    private final Differential differential;

    Reduction(Differential differential) {
        this.differential = differential.uncounted();
    }

    /** A small trial with one value, and what it shows. */
    record Reduced(RandomTrial trial, Finding finding) {
        @Override
        public String toString() {
            return "%s%n  schema (%s): %s%n  value: %s%n  %s"
                    .formatted(
                            finding.kind(),
                            trial.layout(),
                            trial.schema(),
                            trial.values().get(0),
                            finding.text());
        }
    }

    Reduced reduce(RandomTrial trial, Finding finding) {
        ObjectNode value = trial.values().get(Math.max(0, finding.value()));
        Reduced best = new Reduced(trial.with("r", trial.schema(), value), finding);
        for (int i = 0; i < STEPS; i++) {
            Optional<Reduced> next = step(best);
            if (next.isEmpty()) {
                return best;
            }
            best = next.get();
        }
        return best;
    }

    private Optional<Reduced> step(Reduced from) {
        List<RandomTrial> candidates = candidates(from.trial());
        Map<String, Finding> findings = differential.findings(candidates);
        return candidates.stream()
                .filter(trial -> findings.containsKey(trial.id()))
                .filter(trial -> findings.get(trial.id()).isLike(from.finding()))
                .map(trial -> new Reduced(trial, findings.get(trial.id())))
                .findFirst();
    }

    /** The smallest first, so that big parts go soon. */
    private static List<RandomTrial> candidates(RandomTrial trial) {
        ObjectNode value = trial.values().get(0);
        List<RandomTrial> all = new ArrayList<>();
        for (JsonNode smaller : smaller(trial.schema())) {
            // Without these it would be another kind of file.
            if (smaller.has("$schema") && smaller.path("type").isString()) {
                all.add(trial.with("", (ObjectNode) smaller, value));
            }
        }
        for (JsonNode smaller : smaller(value)) {
            all.add(trial.with("", trial.schema(), (ObjectNode) smaller));
        }
        all.sort(Comparator.comparing(each -> size(each)));
        List<RandomTrial> named = new ArrayList<>();
        for (RandomTrial each : all.subList(0, Math.min(CANDIDATES, all.size()))) {
            String id = "r" + named.size();
            named.add(each.with(id, each.schema(), each.values().get(0)));
        }
        return named;
    }

    private static int size(RandomTrial trial) {
        return trial.schema().toString().length() + trial.values().get(0).toString().length();
    }

    /** Copies of a value, each with one part less, or with one part only, at any depth. */
    private static List<JsonNode> smaller(JsonNode value) {
        List<JsonNode> copies = new ArrayList<>();
        if (value instanceof ObjectNode object) {
            for (String name : object.propertyNames()) {
                if (object.size() > 2) {
                    copies.add(object.objectNode().set(name, object.get(name)));
                }
                ObjectNode without = object.deepCopy();
                without.remove(name);
                copies.add(without);
                for (JsonNode child : smaller(object.get(name))) {
                    copies.add(object.deepCopy().set(name, child));
                }
            }
        } else if (value instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                ArrayNode without = array.deepCopy();
                without.remove(i);
                copies.add(without);
                for (JsonNode child : smaller(array.get(i))) {
                    ArrayNode changed = array.deepCopy();
                    changed.set(i, child);
                    copies.add(changed);
                }
            }
        }
        return copies;
    }
}
