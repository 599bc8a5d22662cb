package dev.gdwire.gen.merge;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gdwire.gen.schema.Location;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Decides which definitions are messages where a published protocol of one file is a set. */
final class DefinitionMessages {
    private static final Set<String> SAME_VALUE = Set.of("allOf", "anyOf", "oneOf");

    /** Words on the members of an object: it is a map. */
    private static final List<String> OF_MEMBERS =
            List.of(
                    "additionalProperties",
                    "patternProperties",
                    "propertyNames",
                    "minProperties",
                    "maxProperties");

    private final Schemas schemas;
    private final Shaper shaper;

    /** The definitions that are values somewhere, or types of a union that allows others too. */
    private final Set<JsonNode> values = Collections.newSetFromMap(new IdentityHashMap<>());

    DefinitionMessages(Schemas schemas, Shaper shaper) {
        this.schemas = schemas;
        this.shaper = shaper;
        for (Location location : schemas.set().locations()) {
            schemas.target(location)
                    .filter(target -> !isPartOfMessages(location))
                    .ifPresent(target -> values.add(target.node()));
        }
    }

    /** Whether a definition is a message: an object of its own that is no map. */
    boolean contains(Location definition) {
        Facts facts = schemas.facts(definition);
        if (!PlainWriter.isObject(facts) || isOtherName(definition, facts)) {
            return false;
        }
        Shape shape = shaper.of(List.of(definition)).shape();
        return shape instanceof Shape.Properties
                || shape instanceof Shape.AnyJson
                || shape instanceof Shape.Members && isEmptyMessage(definition, facts);
    }

    /** An object that says nothing of members, unless others have it as a value: that is a map. */
    private boolean isEmptyMessage(Location definition, Facts facts) {
        boolean silent =
                facts.groups().isEmpty()
                        && OF_MEMBERS.stream().allMatch(word -> facts.values(word).isEmpty());
        return silent && !values.contains(definition.node());
    }

    /**
     * Whether a definition only refers to another. One that inherits from a single other by {@code
     * allOf} has a tag of its own, unless the other gives it one.
     */
    private boolean isOtherName(Location definition, Facts facts) {
        Location origin = schemas.origin(definition);
        boolean inside =
                origin.file() == definition.file()
                        && origin.path().size() >= definition.path().size()
                        && origin.path()
                                .subList(0, definition.path().size())
                                .equals(definition.path());
        String discriminator = schemas.set().config().discriminator();
        return !inside
                && (definition.keywords().has("$ref")
                        || facts.propertyNames().contains(discriminator));
    }

    /**
     * Whether a schema is a part of a definition, or of the file itself, that only objects fit: it
     * lists messages, or inherits from one.
     */
    private boolean isPartOfMessages(Location schema) {
        List<String> path = schema.path();
        boolean defined =
                path.size() >= 2
                        && (path.get(0).equals("$defs") || path.get(0).equals("definitions"));
        int start = defined ? 2 : 0;
        if (path.size() == start || !schema.file().isTopLevel()) {
            return false;
        }
        for (int i = start; i < path.size(); i += 2) {
            if (!SAME_VALUE.contains(path.get(i))) {
                return false;
            }
        }
        return schemas.facts(outermost(schema, path.subList(0, start)))
                .kinds()
                .equals(Set.of(Kind.OBJECT));
    }

    private Location outermost(Location schema, List<String> path) {
        JsonNode node = schema.file().root();
        for (String step : path) {
            node = node.path(step);
        }
        return schemas.location(node);
    }
}
