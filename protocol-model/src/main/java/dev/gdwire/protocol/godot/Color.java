package dev.gdwire.protocol.godot;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.gdwire.protocol.InvalidValueException;
import dev.gdwire.protocol.codec.Check;

/**
 * Godot's {@code Color}. The displayable range of each part is 0 to 1; more is overbright.
 *
 * @param r red
 * @param g green
 * @param b blue
 * @param a opacity, 1 is opaque
 */
public record Color(float r, float g, float b, float a) {
    /** Opaque white. */
    public static final Color WHITE = new Color(1, 1, 1);

    /** An opaque colour. */
    public Color(float r, float g, float b) {
        this(r, g, b, 1);
    }

    /**
     * A value of these numbers.
     *
     * @throws InvalidValueException if one is NaN or infinite
     */
    public Color {
        Check.finite("r", r);
        Check.finite("g", g);
        Check.finite("b", b);
        Check.finite("a", a);
    }

    /**
     * The value that stands for these numbers on the wire: {@code [r, g, b, a]}.
     *
     * @throws InvalidValueException if there are not 4, or one is NaN or infinite
     */
    public static Color of(float... numbers) {
        Numbers.requireSize(numbers.length, 4);
        return new Color(numbers[0], numbers[1], numbers[2], numbers[3]);
    }

    /** The value whose numbers {@link #toArray} gives. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Color fromArray(float[] numbers) {
        return of(numbers);
    }

    /** The numbers that stand for it on the wire. */
    @JsonValue
    public float[] toArray() {
        return new float[] {r, g, b, a};
    }
}
