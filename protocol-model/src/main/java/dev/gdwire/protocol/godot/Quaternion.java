package dev.gdwire.protocol.godot;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.gdwire.protocol.InvalidValueException;
import dev.gdwire.protocol.codec.Check;

/**
 * Godot's {@code Quaternion}: a rotation in 3D when it is of length 1, which is not checked.
 *
 * @param x first imaginary part
 * @param y second imaginary part
 * @param z third imaginary part
 * @param w real part
 */
public record Quaternion(float x, float y, float z, float w) {
    /** No rotation. */
    public static final Quaternion IDENTITY = new Quaternion(0, 0, 0, 1);

    /**
     * A value of these numbers.
     *
     * @throws InvalidValueException if one is NaN or infinite
     */
    public Quaternion {
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
    public static Quaternion of(float... numbers) {
        Numbers.requireSize(numbers.length, 4);
        return new Quaternion(numbers[0], numbers[1], numbers[2], numbers[3]);
    }

    /** The value whose numbers {@link #toArray} gives. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Quaternion fromArray(float[] numbers) {
        return of(numbers);
    }

    /** The numbers that stand for it on the wire. */
    @JsonValue
    public float[] toArray() {
        return new float[] {x, y, z, w};
    }
}
