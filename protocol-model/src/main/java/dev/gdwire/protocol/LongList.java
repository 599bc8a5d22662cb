package dev.gdwire.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.gdwire.protocol.codec.Check;
import java.util.Arrays;
import java.util.Objects;
import java.util.PrimitiveIterator;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * An immutable list of integers within +-(2^53-1), which JSON carries exactly, without boxes. Lists
 * are equal when their items are.
 */
public final class LongList implements Iterable<Long> {
    private static final LongList EMPTY = new LongList(new long[0]);

    private final long[] items;

    private LongList(long[] items) {
        this.items = items;
    }

    /** A list without items. */
    public static LongList of() {
        return EMPTY;
    }

    /**
     * A list of these items, such as {@code LongList.of(1, 2)}. The array is copied.
     *
     * @throws InvalidValueException if an item is beyond that range
     */
    public static LongList of(long... items) {
        return copyOf(items, items.length);
    }

    /**
     * A list of the first items of an array, which are copied.
     *
     * @param size how many
     * @throws InvalidValueException if an item is beyond that range
     * @throws IndexOutOfBoundsException if the array has fewer
     */
    public static LongList copyOf(long[] items, int size) {
        Objects.checkFromToIndex(0, size, items.length);
        long[] copy = Arrays.copyOf(items, size);
        Check.integers(copy);
        return new LongList(copy);
    }

    /** The list whose items {@link #toArray} gives. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static LongList fromArray(long[] items) {
        return of(items);
    }

    /** How many items. */
    public int size() {
        return items.length;
    }

    /** The item at an index from 0. */
    public long get(int index) {
        return items[index];
    }

    /** The items in an array of the caller's own. */
    @JsonValue
    public long[] toArray() {
        return items.clone();
    }

    @Override
    public PrimitiveIterator.OfLong iterator() {
        return stream().iterator();
    }

    /** The items, one after the other. */
    public LongStream stream() {
        return Arrays.stream(items);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LongList list && Arrays.equals(items, list.items);
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
