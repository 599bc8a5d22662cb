package dev.gdwire.protocol.godot;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.gdwire.protocol.InvalidValueException;
import dev.gdwire.protocol.codec.Check;

/**
 * Godot's {@code AABB}: a box along the axes.
 *
 * @param position its corner with the smallest coordinates, when the size is not negative
 * @param size its width, height and depth
 */
public record Aabb(Vector3 position, Vector3 size) {
    /**
     * A value of these parts.
     *
     * @throws InvalidValueException if one is null
     */
    public Aabb {
        Check.present("position", position);
        Check.present("size", size);
    }

    /**
     * The value that stands for these numbers on the wire: {@code [x, y, z, width, height, depth]}.
     *
     * @throws InvalidValueException if there are not 6, or one is NaN or infinite
     */
    public static Aabb of(float... numbers) {
        Numbers.requireSize(numbers.length, 6);
        return new Aabb(Numbers.vector3(numbers, 0), Numbers.vector3(numbers, 3));
    }

    /** The value whose numbers {@link #toArray} gives. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Aabb fromArray(float[] numbers) {
        return of(numbers);
    }

    /** The numbers that stand for it on the wire. */
    @JsonValue
    public float[] toArray() {
        return Numbers.concat(position.toArray(), size.toArray());
    }
}
