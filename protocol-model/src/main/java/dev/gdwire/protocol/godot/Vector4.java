package dev.gdwire.protocol.godot;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.gdwire.protocol.InvalidValueException;
import dev.gdwire.protocol.codec.Check;

/**
 * Godot's {@code Vector4}: four numbers.
 *
 * @param x first
 * @param y second
 * @param z third
 * @param w fourth
 */
public record Vector4(float x, float y, float z, float w) {
    /** Four zeros. */
    public static final Vector4 ZERO = new Vector4(0, 0, 0, 0);

    /**
     * A value of these numbers.
     *
     * @throws InvalidValueException if one is NaN or infinite
     */
    public Vector4 {
        Check.finite("x", x);
        Check.finite("y", y);
        Check.finite("z", z);
        Check.finite("w", w);
    }

    /**
     * The value that stands for these numbers on the wire: {@code [x, y, z, w]}.
     *
     * @throws InvalidValueException if there are not 4, or one is NaN or infinite
     */
    public static Vector4 of(float... numbers) {
        Numbers.requireSize(numbers.length, 4);
        return new Vector4(numbers[0], numbers[1], numbers[2], numbers[3]);
    }

    /** The value whose numbers {@link #toArray} gives. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Vector4 fromArray(float[] numbers) {
        return of(numbers);
    }

    /** The numbers that stand for it on the wire. */
    @JsonValue
    public float[] toArray() {
        return new float[] {x, y, z, w};
    }
}
