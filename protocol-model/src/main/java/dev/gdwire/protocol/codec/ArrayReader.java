package dev.gdwire.protocol.codec;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads one JSON array with a type for each item, for a generated codec. */
public final class ArrayReader {
    private final JsonNode json;

    private ArrayReader(JsonNode json) {
        this.json = json;
    }

    /** Reads an array of so many items. */
    static ArrayReader of(JsonNode json, int size) {
        if (Read.array(json).size() != size) {
            throw Read.fault(size + " items", json.size() + " items");
        }
        return new ArrayReader(json);
    }

    /** An item. */
    public <T extends @Nullable Object> T item(int index, Reader<T> reader) {
        return Read.item(index, json.get(index), reader);
    }
}
