package dev.gdwire.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.gdwire.protocol.codec.Check;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An immutable list of 32-bit numbers, without boxes. Lists are equal when their items are. */
public final class FloatList implements Iterable<Float> {
    private static final FloatList EMPTY = new FloatList(new float[0]);

    private final float[] items;

    private FloatList(float[] items) {
        this.items = items;
    }

    /** A list without items. */
    public static FloatList of() {
        return EMPTY;
    }

    /**
     * A list of these items, such as {@code FloatList.of(1.5f, 2)}. The array is copied.
     *
     * @throws InvalidValueException if an item is NaN or infinite
     */
    public static FloatList of(float... items) {
        return copyOf(items, items.length);
    }

    /**
     * A list of the first items of an array, which are copied.
     *
     * @param size how many
     * @throws InvalidValueException if an item is NaN or infinite
     * @throws IndexOutOfBoundsException if the array has fewer
     */
    public static FloatList copyOf(float[] items, int size) {
        Objects.checkFromToIndex(0, size, items.length);
        float[] copy = Arrays.copyOf(items, size);
        Check.finite(copy);
        return new FloatList(copy);
    }

    /** The list whose items {@link #toArray} gives. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static FloatList fromArray(float[] items) {
        return of(items);
    }

    /** How many items. */
    public int size() {
        return items.length;
    }

    /** The item at an index from 0. */
    public float get(int index) {
        return items[index];
    }

    /** The items in an array of the caller's own. */
    @JsonValue
    public float[] toArray() {
        return items.clone();
    }

    @Override
    public Iterator<Float> iterator() {
        return stream().iterator();
    }

    /** The items, one after the other. */
    public Stream<Float> stream() {
        return IntStream.range(0, items.length).mapToObj(this::get);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FloatList list && Arrays.equals(items, list.items);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(items);
    }

    @Override
    public String toString() {
        return Arrays.toString(items);
    }
}
