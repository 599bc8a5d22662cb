package dev.gdwire.protocol.json;

/**
 * Writes a value as JSON.
 *
 * @param <T> type of the value
 */
@FunctionalInterface
public interface Writer<T> {
    /** Writes a value. */
    void write(T value, JsonWriter out);
}
