package dev.gdwire.gen.link;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.gdwire.gen.schema.Location;
import dev.gdwire.gen.schema.ReferenceException;
import dev.gdwire.gen.schema.References;
import dev.gdwire.gen.schema.SchemaSet;
import java.util.ArrayList;
import java.util.List;

/** Finds the schemas that look at the same value as another does. */
final class SameValue {
    private static final List<String> SCHEMAS = List.of("not", "if", "then", "else");
    private static final List<String> LISTS = List.of("allOf", "anyOf", "oneOf");

    private final SchemaSet set;
    private final References references;

    SameValue(SchemaSet set) {
        this.set = set;
        this.references = new References(set);
    }

    /**
     * A step from a schema to another.
     *
     * @param keyword the keyword of the first that leads to the second
     */
    record Step(String keyword, Location schema) {}

    /** The steps that lead on from a schema. */
    List<Step> after(Location schema) {
        List<Step> steps = new ArrayList<>();
        for (String keyword : SCHEMAS) {
            add(steps, keyword, schema.keywords().path(keyword));
        }
        for (String keyword : LISTS) {
            schema.keywords().path(keyword).forEach(node -> add(steps, keyword, node));
        }
        String dependent = "dependentSchemas";
        schema.keywords().path(dependent).forEach(node -> add(steps, dependent, node));
        if (schema.keywords().path("$ref").isTextual()) {
            add(steps, "$ref", target(schema));
        }
        return steps;
    }

    private void add(List<Step> steps, String keyword, JsonNode node) {
        set.location(node).ifPresent(location -> steps.add(new Step(keyword, location)));
    }

    private JsonNode target(Location schema) {
        try {
            return references.resolve(schema) instanceof References.ToPlace place
                    ? place.node()
                    : MissingNode.getInstance();
        } catch (ReferenceException e) {
            throw new IllegalStateException("the loader follows every reference before", e);
        }
    }
}
