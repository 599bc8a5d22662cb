package dev.gdwire.protocol.godot;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.gdwire.protocol.InvalidValueException;
import dev.gdwire.protocol.codec.Check;

/**
 * Godot's {@code NodePath}: the way to a node, and maybe to a property of it. Godot itself drops
 * empty names: what was sent as {@code a//b} comes back as {@code a/b}.
 *
 * @param value such as {@code Player/Camera:fov}
 */
public record NodePath(@JsonValue String value) {
    /**
     * A value of this text.
     *
     * @throws InvalidValueException if it is null, has a lone surrogate, or names a property that
     *     has no name ({@code ::}), which Godot refuses
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public NodePath {
        if (Check.text("", value).contains("::")) {
            throw Check.notNodePath(value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
