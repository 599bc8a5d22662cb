package dev.gdwire.protocol.godot;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.gdwire.protocol.InvalidValueException;

/**
 * Godot's {@code Vector2i}: a point or size on a 2D grid.
 *
 * @param x to the right
 * @param y down
 */
public record Vector2i(int x, int y) {
    /** The origin. */
    public static final Vector2i ZERO = new Vector2i(0, 0);

    /**
     * The value that stands for these numbers on the wire: {@code [x, y]}.
     *
     * @throws InvalidValueException if there are not 2
     */
    public static Vector2i of(int... numbers) {
        Numbers.requireSize(numbers.length, 2);
        return new Vector2i(numbers[0], numbers[1]);
    }

    /** The value whose numbers {@link #toArray} gives. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Vector2i fromArray(int[] numbers) {
        return of(numbers);
    }

    /** The numbers that stand for it on the wire. */
    @JsonValue
    public int[] toArray() {
        return new int[] {x, y};
    }
}
