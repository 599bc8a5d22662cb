package dev.gdwire.gen.link;

import dev.gdwire.gen.ir.FieldDef;
import dev.gdwire.gen.ir.Literal;
import dev.gdwire.gen.ir.RecordDef;
import dev.gdwire.gen.ir.TypeRef;
import dev.gdwire.gen.problem.Place;
import dev.gdwire.gen.problem.ProblemId;
import dev.gdwire.gen.problem.Problems;
import dev.gdwire.gen.schema.Location;
import dev.gdwire.gen.schema.SetConfig;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The tags of messages: the constants of their discriminators, else their own names. */
final class MessageTags {
    private final String discriminator;
    private final Problems problems;
    private final Map<String, Location> places = new TreeMap<>();

    MessageTags(SetConfig config, Problems problems) {
        this.discriminator = config.discriminator();
        this.problems = problems;
    }

    /** The place of each message, by its tag. */
    Map<String, Location> places() {
        return places;
    }

    /** Finds the tag of a message; one that another has is a problem. */
    void add(Location location, RecordDef record) {
        String tag = tag(location, record);
        Location before = places.putIfAbsent(tag, location);
        if (before != null) {
            problems.error(
                    ProblemId.DUPLICATE_TAG,
                    location.place(),
                    "the message has the tag \"" + tag + "\", as that of " + before.place(),
                    "give one of them another, or tell messages apart by another property:"
                            + " \"discriminator\" in protocol.json");
        }
    }

    private String tag(Location location, RecordDef record) {
        String name =
                location.isRoot()
                        ? location.file().baseName()
                        : location.path().get(location.path().size() - 1);
        Optional<FieldDef> declared =
                record.fields().stream()
                        .filter(field -> field.wireName().equals(discriminator))
                        .findFirst();
        if (declared.isEmpty()) {
            return name;
        }
        if (declared.get().type() instanceof TypeRef.ConstRef constant
                && constant.value() instanceof Literal.StringLiteral tag
                && !tag.value().isBlank()) {
            return tag.value();
        }
        problems.error(
                ProblemId.DISCRIMINATOR,
                Place.of(declared.get().source()),
                "the property \""
                        + discriminator
                        + "\" holds the message's tag on the wire, so it must have a \"const\" with"
                        + " the tag",
                "rename the property, give it \"const\": \""
                        + name
                        + "\", or set \"discriminator\" in protocol.json to a name that no message"
                        + " has");
        return name;
    }
}
