package dev.gdwire.protocol.godot;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.gdwire.protocol.InvalidValueException;
import dev.gdwire.protocol.codec.Check;

/**
 * Godot's {@code StringName}: a name.
 *
 * @param value its text
 */
public record StringName(@JsonValue String value) {
    /**
     * A value of this text.
     *
     * @throws InvalidValueException if it is null or has a lone surrogate
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public StringName {
        Check.text("", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
