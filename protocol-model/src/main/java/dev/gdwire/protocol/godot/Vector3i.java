package dev.gdwire.protocol.godot;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.gdwire.protocol.InvalidValueException;

/**
 * Godot's {@code Vector3i}: a point or size on a 3D grid.
 *
 * @param x to the right
 * @param y up
 * @param z towards the viewer
 */
public record Vector3i(int x, int y, int z) {
    /** The origin. */
    public static final Vector3i ZERO = new Vector3i(0, 0, 0);

    /**
     * The value that stands for these numbers on the wire: {@code [x, y, z]}.
     *
     * @throws InvalidValueException if there are not 3
     */
    public static Vector3i of(int... numbers) {
        Numbers.requireSize(numbers.length, 3);
        return new Vector3i(numbers[0], numbers[1], numbers[2]);
    }

    /** The value whose numbers {@link #toArray} gives. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Vector3i fromArray(int[] numbers) {
        return of(numbers);
    }

    /** The numbers that stand for it on the wire. */
    @JsonValue
    public int[] toArray() {
        return new int[] {x, y, z};
    }
}
