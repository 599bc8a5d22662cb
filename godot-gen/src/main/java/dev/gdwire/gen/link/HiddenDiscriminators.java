package dev.gdwire.gen.link;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gdwire.gen.ir.RecordDef;
import dev.gdwire.gen.problem.Place;
import dev.gdwire.gen.problem.ProblemId;
import dev.gdwire.gen.problem.Problems;
import dev.gdwire.gen.schema.Location;
import dev.gdwire.gen.schema.SchemaSet;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;

/**
 * Finds words on a message's discriminator where it is not seen: a message has no such member once
 * its tag is read, so what stands inside of {@code oneOf} would judge something that is not there.
 */
final class HiddenDiscriminators {
    private static final Set<String> SEEN = Set.of("allOf", "$ref");

    private final String discriminator;
    private final SameValue sameValue;
    private final Problems problems;

    HiddenDiscriminators(SchemaSet set, Problems problems) {
        this.discriminator = set.config().discriminator();
        this.sameValue = new SameValue(set);
        this.problems = problems;
    }

    /** Looks through the parts of a message whose rule may speak of what it does not see. */
    void check(Location message, RecordDef record) {
        boolean isSeen =
                record.fields().stream().anyMatch(field -> field.wireName().equals(discriminator));
        RuleReach reach = RuleReach.of(record.rule());
        if (!isSeen && (reach.named() || reach.members().contains(discriminator))) {
            checkParts(message, Collections.newSetFromMap(new IdentityHashMap<>()));
        }
    }

    private void checkParts(Location schema, Set<JsonNode> seen) {
        if (!seen.add(schema.node())) {
            return;
        }
        for (SameValue.Step step : sameValue.after(schema)) {
            if (SEEN.contains(step.keyword())) {
                checkParts(step.schema(), seen);
            } else {
                checkInside(step.keyword(), step.schema(), seen);
            }
        }
    }

    private void checkInside(String keyword, Location schema, Set<JsonNode> seen) {
        if (seen.add(schema.node())) {
            word(schema).ifPresent(place -> report(keyword, place));
            sameValue.after(schema).forEach(step -> checkInside(keyword, step.schema(), seen));
        }
    }

    /** Where a schema speaks of the discriminator. */
    private Optional<Place> word(Location schema) {
        JsonNode properties = schema.node().path("properties");
        if (properties.has(discriminator)) {
            return Optional.of(schema.file().key(properties, discriminator));
        }
        JsonNode required = schema.node().path("required");
        for (int i = 0; i < required.size(); i++) {
            if (required.get(i).asText().equals(discriminator)) {
                return Optional.of(schema.file().value(required, Integer.toString(i)));
            }
        }
        return Optional.empty();
    }

    private void report(String keyword, Place place) {
        problems.error(
                ProblemId.DISCRIMINATOR,
                place,
                "the property \""
                        + discriminator
                        + "\" holds the message's tag on the wire, which is not seen inside of \""
                        + keyword
                        + "\"",
                "take it out here, or set \"discriminator\" in protocol.json to a name that no"
                        + " message has");
    }
}
