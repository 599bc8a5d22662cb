package dev.gdwire.integration;

import com.networknt.schema.Error;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes out of a value what a validator has against it, until nothing is left to say. */
final class ValuePruner {
    private static final int MOST_CUTS = 40;

    private final ReferenceValidator validator;

    ValuePruner(ReferenceValidator validator) {
        this.validator = validator;
    }

    /** The part of a value that is valid; empty when the fault is in the value itself. */
    Optional<ObjectNode> valid(String iri, ObjectNode value) {
        ObjectNode pruned = value.deepCopy();
        for (int cuts = 0; cuts < MOST_CUTS; cuts++) {
            List<Error> errors = validator.errors(iri, pruned);
            if (errors.isEmpty()) {
                return Optional.of(pruned);
            }
            if (!cut(pruned, deepest(errors))) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static JsonPointer deepest(List<Error> errors) {
        return errors.stream()
                .map(error -> error.getInstanceLocation().toString())
                .max(Comparator.comparingInt(ValuePruner::depth))
                .map(JsonPointer::compile)
                .orElseThrow();
    }

    private static int depth(String pointer) {
        return (int) pointer.chars().filter(sign -> sign == '/').count();
    }

    private static boolean cut(ObjectNode value, JsonPointer fault) {
        if (fault.matches()) {
            return false;
        }
        JsonNode holder = value.at(fault.head());
        if (holder instanceof ObjectNode members) {
            return members.remove(fault.last().getMatchingProperty()) != null;
        }
        return holder instanceof ArrayNode items
                && items.remove(fault.last().getMatchingIndex()) != null;
    }
}
