package dev.gdwire.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.gdwire.protocol.internal.Base64Decoder;
import dev.gdwire.protocol.internal.Base64Encoder;
import dev.gdwire.protocol.internal.PackedBytes;
import java.util.Arrays;
import java.util.Objects;
import java.util.PrimitiveIterator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** An immutable list of 32-bit integers, without boxes. Lists are equal when their items are. */
public final class IntList implements Packed, Iterable<Integer> {
    private static final IntList EMPTY = new IntList(new int[0]);

    private final int[] items;

    private IntList(int[] items) {
        this.items = items;
    }

    /** A list without items. */
    public static IntList of() {
        return EMPTY;
    }

    /** A list of these items, such as {@code IntList.of(1, 2)}. The array is copied. */
    public static IntList of(int... items) {
        return copyOf(items, items.length);
    }

    /**
     * A list of the first items of an array, which are copied.
     *
     * @param size how many
     * @throws IndexOutOfBoundsException if the array has fewer
     */
    public static IntList copyOf(int[] items, int size) {
        Objects.checkFromToIndex(0, size, items.length);
        int[] copy = Arrays.copyOf(items, size);
        return new IntList(copy);
    }

    /** The list whose items {@link #toArray} gives. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static IntList fromArray(int[] items) {
        return of(items);
    }

    /**
     * A list of the items that little-endian bytes are.
     *
     * @param from where the first byte is
     * @param to where the last one's successor is
     * @throws InvalidValueException if there are not 4 bytes an item
     * @throws IndexOutOfBoundsException if the array has not these bytes
     */
    public static IntList ofBytes(byte[] bytes, int from, int to) {
        int[] items = new int[PackedBytes.count(bytes, from, to, Integer.BYTES)];
        PackedBytes.littleEndian(bytes, from, to).asIntBuffer().get(items);
        return new IntList(items);
    }

    /**
     * A list of the items whose little-endian bytes a text in base64 holds.
     *
     * @param text in ASCII
     * @param from where the first digit is
     * @param to where the text ends
     * @throws InvalidValueException if the text is no base64 (RFC 4648, section 4, padded), if
     *     there are not 4 bytes an item
     * @throws IndexOutOfBoundsException if the array has not this text
     */
    public static IntList ofBase64(byte[] text, int from, int to) {
        int[] items = new int[PackedBytes.countOfBase64(text, from, to, Integer.BYTES)];
        if (!Base64Decoder.read(text, from, to, items)) {
            throw PackedBytes.notBase64(text, from, to);
        }
        return new IntList(items);
    }

    /** How many items. */
    public int size() {
        return items.length;
    }

    /** The item at an index from 0. */
    public int get(int index) {
        return items[index];
    }

    /** The items in an array of the caller's own. */
    @JsonValue
    public int[] toArray() {
        return items.clone();
    }

    @Override
    public PrimitiveIterator.OfInt iterator() {
        return stream().iterator();
    }

    /** The items, one after the other. */
    public IntStream stream() {
        return Arrays.stream(items);
    }

    @Override
    public int byteCount() {
        return Math.multiplyExact(items.length, Integer.BYTES);
    }

    @Override
    public int putBytes(byte[] target, int start) {
        return PackedBytes.put(items, target, start);
    }

    @Override
    public int putBase64(byte[] target, int start) {
        return Base64Encoder.write(items, target, start);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof IntList list && Arrays.equals(items, list.items);
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
