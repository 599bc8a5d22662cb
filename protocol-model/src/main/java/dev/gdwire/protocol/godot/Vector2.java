package dev.gdwire.protocol.godot;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.gdwire.protocol.InvalidValueException;
import dev.gdwire.protocol.codec.Check;

/**
 * Godot's {@code Vector2}: a point, size or direction in 2D.
 *
 * @param x to the right
 * @param y down
 */
public record Vector2(float x, float y) {
    /** The origin. */
    public static final Vector2 ZERO = new Vector2(0, 0);

    /**
     * A value of these numbers.
     *
     * @throws InvalidValueException if one is NaN or infinite
     */
    public Vector2 {
        Check.finite("x", x);
        Check.finite("y", y);
    }

    /**
     * The value that stands for these numbers on the wire: {@code [x, y]}.
     *
     * @throws InvalidValueException if there are not 2, or one is NaN or infinite
     */
    public static Vector2 of(float... numbers) {
        Numbers.requireSize(numbers.length, 2);
        return new Vector2(numbers[0], numbers[1]);
    }

    /** The value whose numbers {@link #toArray} gives. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Vector2 fromArray(float[] numbers) {
        return of(numbers);
    }

    /** The numbers that stand for it on the wire. */
    @JsonValue
    public float[] toArray() {
        return new float[] {x, y};
    }
}
