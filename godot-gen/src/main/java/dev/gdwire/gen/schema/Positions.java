package dev.gdwire.gen.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * Where each container, key and value of one JSON file stands. Containers are known by identity.
 */
final class Positions {
    /** A line and a column, both from 1. */
    record Position(int line, int column) {}

    private final Map<JsonNode, Position> starts = new IdentityHashMap<>();
    private final Map<JsonNode, Map<String, Position>> keys = new IdentityHashMap<>();
    private final Map<JsonNode, Map<String, Position>> values = new IdentityHashMap<>();

    void start(JsonNode container, Position position) {
        starts.put(container, position);
    }

    void key(JsonNode container, String key, Position position) {
        keys.computeIfAbsent(container, unused -> new HashMap<>()).put(key, position);
    }

    void value(JsonNode container, String key, Position position) {
        values.computeIfAbsent(container, unused -> new HashMap<>()).put(key, position);
    }

    Position start(JsonNode container) {
        return starts.getOrDefault(container, new Position(1, 1));
    }

    /** Place of a member's key; of the element itself in an array. */
    Position key(JsonNode container, String key) {
        Position position = keys.getOrDefault(container, Map.of()).get(key);
        return position == null ? value(container, key) : position;
    }

    Position value(JsonNode container, String key) {
        Position position = values.getOrDefault(container, Map.of()).get(key);
        return position == null ? start(container) : position;
    }
}
