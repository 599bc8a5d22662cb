package dev.gdwire.protocol.godot;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.gdwire.protocol.InvalidValueException;
import dev.gdwire.protocol.codec.Check;
import java.util.Arrays;

/**
 * Godot's {@code Transform3D}: a position with rotation, scale and shear in 3D.
 *
 * @param basis rotation, scale and shear
 * @param origin the position
 */
public record Transform3D(Basis basis, Vector3 origin) {
    /** No change. */
    public static final Transform3D IDENTITY = new Transform3D(Basis.IDENTITY, Vector3.ZERO);

    /**
     * A value of these parts.
     *
     * @throws InvalidValueException if one is null
     */
    public Transform3D {
        Check.present("basis", basis);
        Check.present("origin", origin);
    }

    /**
     * The value that stands for these numbers on the wire: the columns of the basis, then the
     * origin.
     *
     * @throws InvalidValueException if there are not 12, or one is NaN or infinite
     */
    public static Transform3D of(float... numbers) {
        Numbers.requireSize(numbers.length, 12);
        return new Transform3D(Basis.of(Arrays.copyOf(numbers, 9)), Numbers.vector3(numbers, 9));
    }

    /** The value whose numbers {@link #toArray} gives. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Transform3D fromArray(float[] numbers) {
        return of(numbers);
    }

    /** The numbers that stand for it on the wire. */
    @JsonValue
    public float[] toArray() {
        return Numbers.concat(basis.toArray(), origin.toArray());
    }
}
