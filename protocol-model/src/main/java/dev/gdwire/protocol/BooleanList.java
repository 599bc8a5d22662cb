package dev.gdwire.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An immutable list of booleans, without boxes. Lists are equal when their items are. */
public final class BooleanList implements Iterable<Boolean> {
    private static final BooleanList EMPTY = new BooleanList(new boolean[0]);

    private final boolean[] items;

    private BooleanList(boolean[] items) {
        this.items = items;
    }

    /** A list without items. */
    public static BooleanList of() {
        return EMPTY;
    }

    /** A list of these items, such as {@code BooleanList.of(true, false)}. The array is copied. */
    public static BooleanList of(boolean... items) {
        return copyOf(items, items.length);
    }

    /**
     * A list of the first items of an array, which are copied.
     *
     * @param size how many
     * @throws IndexOutOfBoundsException if the array has fewer
     */
    public static BooleanList copyOf(boolean[] items, int size) {
        Objects.checkFromToIndex(0, size, items.length);
        boolean[] copy = Arrays.copyOf(items, size);
        return new BooleanList(copy);
    }

    /** The list whose items {@link #toArray} gives. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static BooleanList fromArray(boolean[] items) {
        return of(items);
    }

    /** How many items. */
    public int size() {
        return items.length;
    }

    /** The item at an index from 0. */
    public boolean get(int index) {
        return items[index];
    }

    /** The items in an array of the caller's own. */
    @JsonValue
    public boolean[] toArray() {
        return items.clone();
    }

    @Override
    public Iterator<Boolean> iterator() {
        return stream().iterator();
    }

    /** The items, one after the other. */
    public Stream<Boolean> stream() {
        return IntStream.range(0, items.length).mapToObj(this::get);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BooleanList list && Arrays.equals(items, list.items);
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
