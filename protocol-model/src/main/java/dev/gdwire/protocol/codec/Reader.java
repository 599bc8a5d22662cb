package dev.gdwire.protocol.codec;

import tools.jackson.databind.JsonNode;

/**
 * Makes a value of a JSON value.
 *
 * @param <T> type of the value
 */
@FunctionalInterface
public interface Reader<T> {
    /**
     * Reads a value.
     *
     * @throws dev.gdwire.protocol.InvalidValueException if the JSON does not fit, with the place
     *     seen from {@code json}
     */
    T read(JsonNode json);
}
