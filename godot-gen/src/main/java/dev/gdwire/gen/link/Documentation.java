package dev.gdwire.gen.link;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gdwire.gen.ir.Doc;
import dev.gdwire.gen.schema.Location;
import dev.gdwire.gen.schema.ReferenceException;
import dev.gdwire.gen.schema.References;
import dev.gdwire.gen.schema.SchemaSet;
import java.util.List;
import java.util.Optional;

/** Finds the words for people, at the place of use or where it refers to. */
final class Documentation {
    private static final int LONGEST = 50;

    private final SchemaSet set;
    private final References references;

    Documentation(SchemaSet set) {
        this.set = set;
        this.references = new References(set);
    }

    /** The words of a schema itself. */
    static Doc own(Location schema) {
        return new Doc(
                text(schema, "title"),
                text(schema, "description"),
                isDeprecated(schema.node().path("deprecated")));
    }

    /** The words of a type. */
    Doc of(Location home) {
        return ofUse(List.of(home));
    }

    /** The words at a place of use, else those of what is used there. */
    Doc ofUse(List<Location> sources) {
        return new Doc(
                keyword(sources, "title").map(JsonNode::textValue),
                keyword(sources, "description").map(JsonNode::textValue),
                keyword(sources, "deprecated").map(Documentation::isDeprecated).orElse(false));
    }

    /** Many schemas give a text that says what to use instead. */
    private static boolean isDeprecated(JsonNode value) {
        return value.isTextual() || value.asBoolean();
    }

    /** A keyword of the most special schema that has it, else of what that refers to. */
    Optional<JsonNode> keyword(List<Location> sources, String keyword) {
        for (int i = sources.size() - 1; i >= 0; i--) {
            Optional<JsonNode> found = keyword(sources.get(i), keyword);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<JsonNode> keyword(Location schema, String keyword) {
        Optional<Location> current = Optional.of(schema);
        for (int i = 0; i < LONGEST && current.isPresent(); i++) {
            Optional<JsonNode> value = ownOrPart(current.get(), keyword);
            if (value.isPresent()) {
                return value;
            }
            current = next(current.get());
        }
        return Optional.empty();
    }

    /** What inherits from others often has its own words in a part of {@code allOf}. */
    private static Optional<JsonNode> ownOrPart(Location schema, String keyword) {
        JsonNode own = schema.node().get(keyword);
        if (own != null) {
            return Optional.of(own);
        }
        JsonNode parts = schema.keywords().path("allOf");
        for (int i = parts.size() - 1; i >= 0; i--) {
            JsonNode part = parts.get(i);
            if (part.has(keyword) && !part.has("$ref")) {
                return Optional.of(part.get(keyword));
            }
        }
        return Optional.empty();
    }

    /** What a reference, alone or in an {@code allOf} of one, points at. */
    private Optional<Location> next(Location schema) {
        JsonNode all = schema.keywords().path("allOf");
        if (all.size() == 1) {
            return set.location(all.get(0));
        }
        if (!schema.keywords().path("$ref").isTextual()) {
            return Optional.empty();
        }
        try {
            return references.resolve(schema) instanceof References.ToPlace place
                    ? set.location(place.node())
                    : Optional.empty();
        } catch (ReferenceException e) {
            throw new IllegalStateException("the loader follows every reference before", e);
        }
    }

    private static Optional<String> text(Location schema, String keyword) {
        return Optional.ofNullable(schema.node().get(keyword)).map(JsonNode::textValue);
    }
}
