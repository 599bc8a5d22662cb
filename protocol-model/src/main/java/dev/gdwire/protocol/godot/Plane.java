package dev.gdwire.protocol.godot;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.gdwire.protocol.InvalidValueException;
import dev.gdwire.protocol.codec.Check;

/**
 * Godot's {@code Plane} in 3D.
 *
 * @param normal its direction; of length 1, which is not checked
 * @param d its distance from the origin along the normal
 */
public record Plane(Vector3 normal, float d) {
    /**
     * A value of these parts.
     *
     * @throws InvalidValueException if one is null, NaN or infinite
     */
    public Plane {
        Check.present("normal", normal);
        Check.finite("d", d);
    }

    /**
     * The value that stands for these numbers on the wire: {@code [normal.x, normal.y, normal.z,
     * d]}.
     *
     * @throws InvalidValueException if there are not 4, or one is NaN or infinite
     */
    public static Plane of(float... numbers) {
        Numbers.requireSize(numbers.length, 4);
        return new Plane(Numbers.vector3(numbers, 0), numbers[3]);
    }

    /** The value whose numbers {@link #toArray} gives. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Plane fromArray(float[] numbers) {
        return of(numbers);
    }

    /** The numbers that stand for it on the wire. */
    @JsonValue
    public float[] toArray() {
        return new float[] {normal.x(), normal.y(), normal.z(), d};
    }
}
