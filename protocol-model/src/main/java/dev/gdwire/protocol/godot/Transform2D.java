package dev.gdwire.protocol.godot;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.gdwire.protocol.InvalidValueException;
import dev.gdwire.protocol.codec.Check;

/**
 * Godot's {@code Transform2D}: a position with rotation, scale and shear in 2D.
 *
 * @param x where the x axis goes
 * @param y where the y axis goes
 * @param origin the position
 */
public record Transform2D(Vector2 x, Vector2 y, Vector2 origin) {
    /** No change. */
    public static final Transform2D IDENTITY =
            new Transform2D(new Vector2(1, 0), new Vector2(0, 1), Vector2.ZERO);

    /**
     * A value of these parts.
     *
     * @throws InvalidValueException if one is null
     */
    public Transform2D {
        Check.present("x", x);
        Check.present("y", y);
        Check.present("origin", origin);
    }

    /**
     * The value that stands for these numbers on the wire: the columns, one after the other.
     *
     * @throws InvalidValueException if there are not 6, or one is NaN or infinite
     */
    public static Transform2D of(float... numbers) {
        Numbers.requireSize(numbers.length, 6);
        return new Transform2D(
                Numbers.vector2(numbers, 0),
                Numbers.vector2(numbers, 2),
                Numbers.vector2(numbers, 4));
    }

    /** The value whose numbers {@link #toArray} gives. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Transform2D fromArray(float[] numbers) {
        return of(numbers);
    }

    /** The numbers that stand for it on the wire. */
    @JsonValue
    public float[] toArray() {
        return Numbers.concat(x.toArray(), y.toArray(), origin.toArray());
    }
}
