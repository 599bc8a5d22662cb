package dev.gdwire.protocol.codec;

import dev.gdwire.protocol.json.JsonInput;
import org.jspecify.annotations.Nullable;

/**
 * Reads a value from bytes, or gives it up with {@link JsonInput#miss}, whatever the reason: then
 * it is read from a tree, which tells what is wrong.
 *
 * @param <T> type of the value
 */
@FunctionalInterface
public interface DirectReader<T extends @Nullable Object> {
    /** Reads a value. */
    T read(JsonInput in);
}
