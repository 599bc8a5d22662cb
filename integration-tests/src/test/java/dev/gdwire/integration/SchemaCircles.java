package dev.gdwire.integration;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Finds schemas that come back to themselves for the same value, which no validator can end. */
final class SchemaCircles {
    private static final List<String> OF_SAME_VALUE =
            List.of("allOf", "anyOf", "oneOf", "not", "if", "then", "else", "dependentSchemas");

    private final JsonNode root;
    private final Set<String> under = new HashSet<>();

    private SchemaCircles(JsonNode root) {
        this.root = root;
    }

    /** Whether one of the definitions of a file is such a circle. */
    static boolean isIn(JsonNode file) {
        SchemaCircles circles = new SchemaCircles(file);
        return file.path("$defs").propertyNames().stream()
                .anyMatch(name -> circles.comesBack("/$defs/" + name));
    }

    private boolean comesBack(String pointer) {
        if (!under.add(pointer)) {
            return true;
        }
        boolean found = walk(root.at(pointer));
        under.remove(pointer);
        return found;
    }

    private boolean walk(JsonNode schema) {
        if (!schema.isContainer()) {
            return false;
        }
        JsonNode reference = schema.path("$ref");
        if (reference.isString() && comesBack(pointer(reference.asString()))) {
            return true;
        }
        return OF_SAME_VALUE.stream().anyMatch(word -> leads(schema.path(word)));
    }

    /** A schema, or an array or an object of schemas: all of them are looked into. */
    private boolean leads(JsonNode part) {
        return part.isContainer() && (walk(part) || part.valueStream().anyMatch(this::walk));
    }

    /** The pointer of a reference, which may be to an anchor or an identifier. */
    static String pointer(String reference) {
        return reference.contains("#/")
                ? reference.substring(reference.indexOf('#') + 1)
                : "/$defs/" + reference.substring(reference.length() - 2);
    }
}
