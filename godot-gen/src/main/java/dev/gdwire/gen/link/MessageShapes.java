package dev.gdwire.gen.link;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gdwire.gen.problem.ProblemId;
import dev.gdwire.gen.problem.Problems;
import dev.gdwire.gen.schema.Location;
import dev.gdwire.gen.schema.SchemaKind;
import dev.gdwire.gen.schema.SchemaSet;
import dev.gdwire.gen.schema.SchemaShape;
import java.util.Optional;

/** Refuses objects that cannot be messages, and messages that cannot be parts of others. */
final class MessageShapes {
    private final SchemaSet set;
    private final Captures captures;
    private final Problems problems;

    MessageShapes(SchemaSet set, Captures captures, Problems problems) {
        this.set = set;
        this.captures = captures;
        this.problems = problems;
    }

    void check() {
        for (Location location : set.locations()) {
            if (location.isRoot() && location.file().isTopLevel()) {
                checkRoot(location);
            }
            if (location.node().has("$ref")) {
                checkReference(location);
            }
        }
    }

    private void checkRoot(Location location) {
        Optional<SchemaShape> shape = SchemaShape.of(location.node());
        if (isIndirectObject(location)) {
            problems.error(
                    ProblemId.UNSUPPORTED_TYPE,
                    location.place(),
                    "a message must be an object itself, neither a \"$ref\" to one nor one or null",
                    "write the object here, or move the file into a subfolder if it is no message");
            return;
        }
        boolean isMap = shape.filter(s -> s.kind() == SchemaKind.MAP).isPresent();
        boolean isNullable =
                shape.filter(s -> s.kind() == SchemaKind.OBJECT && s.nullable()).isPresent();
        if (isMap || isNullable) {
            problems.error(
                    ProblemId.UNSUPPORTED_TYPE,
                    location.place(),
                    isMap ? "a message cannot be a map" : "a message cannot be null",
                    isMap
                            ? "put the map into a property, or the file into a subfolder"
                            : "write \"type\": \"object\"");
        }
    }

    /** Whether a file leads to an object, but is none: nobody would see that it is no message. */
    private boolean isIndirectObject(Location location) {
        Captured captured = captures.get(location.node());
        boolean indirect = false;
        while (captured instanceof Captured.Reference || captured instanceof Captured.Nullable) {
            indirect = true;
            captured =
                    captures.get(
                            captured instanceof Captured.Reference reference
                                    ? reference.target()
                                    : ((Captured.Nullable) captured).schema());
        }
        return indirect && captured instanceof Captured.ObjectType;
    }

    /** As a part the object would have the discriminator, as a message it is taken off. */
    private void checkReference(Location location) {
        if (!(captures.get(location.node()) instanceof Captured.Reference reference)) {
            return;
        }
        ObjectNode target = reference.target();
        Location place = set.location(target).orElseThrow();
        boolean declares = target.path("properties").has(set.config().discriminator());
        if (declares && place.isRoot() && place.file().isTopLevel()) {
            problems.error(
                    ProblemId.DISCRIMINATOR,
                    location.value("$ref"),
                    "a message that declares \""
                            + set.config().discriminator()
                            + "\" cannot be a part of another",
                    "move what they share into a subfolder, without that property");
        }
    }
}
