package dev.gdwire.protocol.godot;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.gdwire.protocol.InvalidValueException;
import dev.gdwire.protocol.codec.Check;

/**
 * Godot's {@code NodePath}: the way to a node, and maybe to a property of it.
 *
 * @param value such as {@code Player/Camera:fov}
 */
public record NodePath(@JsonValue String value) {
    /**
     * A value of this text.
     *
     * @throws InvalidValueException if it is null or has a lone surrogate
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public NodePath {
        Check.text("", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
