package dev.gdwire.protocol.godot;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.gdwire.protocol.InvalidValueException;
import dev.gdwire.protocol.codec.Check;

/**
 * Godot's {@code Basis}: rotation, scale and shear in 3D, as a matrix.
 *
 * @param x its first column: where the x axis goes
 * @param y its second column
 * @param z its third column
 */
public record Basis(Vector3 x, Vector3 y, Vector3 z) {
    /** No change. */
    public static final Basis IDENTITY =
            new Basis(new Vector3(1, 0, 0), new Vector3(0, 1, 0), new Vector3(0, 0, 1));

    /**
     * A value of these parts.
     *
     * @throws InvalidValueException if one is null
     */
    public Basis {
        Check.present("x", x);
        Check.present("y", y);
        Check.present("z", z);
    }

    /**
     * The value that stands for these numbers on the wire: the columns, one after the other.
     *
     * @throws InvalidValueException if there are not 9, or one is NaN or infinite
     */
    public static Basis of(float... numbers) {
        Numbers.requireSize(numbers.length, 9);
        return new Basis(
                Numbers.vector3(numbers, 0),
                Numbers.vector3(numbers, 3),
                Numbers.vector3(numbers, 6));
    }

    /** The value whose numbers {@link #toArray} gives. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Basis fromArray(float[] numbers) {
        return of(numbers);
    }

    /** The numbers that stand for it on the wire. */
    @JsonValue
    public float[] toArray() {
        return Numbers.concat(x.toArray(), y.toArray(), z.toArray());
    }
}
