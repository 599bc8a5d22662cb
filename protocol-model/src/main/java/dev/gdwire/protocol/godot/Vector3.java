package dev.gdwire.protocol.godot;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.gdwire.protocol.InvalidValueException;
import dev.gdwire.protocol.codec.Check;

/**
 * Godot's {@code Vector3}: a point, size or direction in 3D.
 *
 * @param x to the right
 * @param y up
 * @param z towards the viewer
 */
public record Vector3(float x, float y, float z) {
    /** The origin. */
    public static final Vector3 ZERO = new Vector3(0, 0, 0);

    /**
     * A value of these numbers.
     *
     * @throws InvalidValueException if one is NaN or infinite
     */
    public Vector3 {
        Check.finite("x", x);
        Check.finite("y", y);
        Check.finite("z", z);
    }

    /**
     * The value that stands for these numbers on the wire: {@code [x, y, z]}.
     *
     * @throws InvalidValueException if there are not 3, or one is NaN or infinite
     */
    public static Vector3 of(float... numbers) {
        Numbers.requireSize(numbers.length, 3);
        return new Vector3(numbers[0], numbers[1], numbers[2]);
    }

    /** The value whose numbers {@link #toArray} gives. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Vector3 fromArray(float[] numbers) {
        return of(numbers);
    }

    /** The numbers that stand for it on the wire. */
    @JsonValue
    public float[] toArray() {
        return new float[] {x, y, z};
    }
}
