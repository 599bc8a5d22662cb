package dev.gdwire.protocol.godot;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.gdwire.protocol.InvalidValueException;
import dev.gdwire.protocol.codec.Check;

/**
 * Godot's {@code Rect2}: a rectangle along the axes.
 *
 * @param position its corner with the smallest coordinates, when the size is not negative
 * @param size its width and height
 */
public record Rect2(Vector2 position, Vector2 size) {
    /**
     * A value of these parts.
     *
     * @throws InvalidValueException if one is null
     */
    public Rect2 {
        Check.present("position", position);
        Check.present("size", size);
    }

    /**
     * The value that stands for these numbers on the wire: {@code [x, y, width, height]}.
     *
     * @throws InvalidValueException if there are not 4, or one is NaN or infinite
     */
    public static Rect2 of(float... numbers) {
        Numbers.requireSize(numbers.length, 4);
        return new Rect2(Numbers.vector2(numbers, 0), Numbers.vector2(numbers, 2));
    }

    /** The value whose numbers {@link #toArray} gives. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Rect2 fromArray(float[] numbers) {
        return of(numbers);
    }

    /** The numbers that stand for it on the wire. */
    @JsonValue
    public float[] toArray() {
        return Numbers.concat(position.toArray(), size.toArray());
    }
}
