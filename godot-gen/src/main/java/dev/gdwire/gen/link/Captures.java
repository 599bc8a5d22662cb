package dev.gdwire.gen.link;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** What the rules found, by schema. */
final class Captures {
    private final Map<JsonNode, Captured> captured = new IdentityHashMap<>();
    private int number;
    private final Map<JsonNode, List<CapturedProperty>> properties = new IdentityHashMap<>();

    void add(JsonNode schema, Captured what) {
        captured.put(schema, what);
    }

    boolean has(JsonNode schema) {
        return captured.containsKey(schema);
    }

    /** What a schema was found to be; every schema of a set without errors was found. */
    Captured get(JsonNode schema) {
        Captured what = captured.get(schema);
        if (what == null) {
            throw new IllegalStateException("no rule met the schema " + schema);
        }
        return what;
    }

    /** Notes a property of the object whose {@code properties} these are. */
    void addProperty(JsonNode owner, CapturedProperty property) {
        properties.computeIfAbsent(owner, unused -> new ArrayList<>()).add(property);
    }

    /** Properties of an object, in the order of the schema. */
    List<CapturedProperty> properties(JsonNode schema) {
        return properties.getOrDefault(schema.get("properties"), List.of());
    }

    /** A number that was not given before. */
    int nextNumber() {
        return number++;
    }
}
