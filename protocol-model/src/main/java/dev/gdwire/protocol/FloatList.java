package dev.gdwire.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.gdwire.protocol.codec.Check;
import dev.gdwire.protocol.internal.Base64Decoder;
import dev.gdwire.protocol.internal.Base64Encoder;
import dev.gdwire.protocol.internal.PackedBytes;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An immutable list of 32-bit numbers, without boxes. Lists are equal when their items are. */
public final class FloatList implements Packed, Iterable<Float> {
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

    /**
     * A list of the items that little-endian bytes are.
     *
     * @param from where the first byte is
     * @param to where the last one's successor is
     * @throws InvalidValueException if there are not 4 bytes an item or an item is NaN or infinite
     * @throws IndexOutOfBoundsException if the array has not these bytes
     */
    public static FloatList ofBytes(byte[] bytes, int from, int to) {
        float[] items = new float[PackedBytes.count(bytes, from, to, Float.BYTES)];
        PackedBytes.littleEndian(bytes, from, to).asFloatBuffer().get(items);
        if (!PackedBytes.areFinite32(bytes, from, to)) {
            Check.finite(items);
        }
        return new FloatList(items);
    }

    /**
     * A list of the items whose little-endian bytes a text in base64 holds.
     *
     * @param text in ASCII
     * @param from where the first digit is
     * @param to where the text ends
     * @throws InvalidValueException if the text is no base64 (RFC 4648, section 4, padded), if
     *     there are not 4 bytes an item or an item is NaN or infinite
     * @throws IndexOutOfBoundsException if the array has not this text
     */
    public static FloatList ofBase64(byte[] text, int from, int to) {
        float[] items = new float[PackedBytes.countOfBase64(text, from, to, Float.BYTES)];
        if (!Base64Decoder.read(text, from, to, items)) {
            throw PackedBytes.notBase64(text, from, to);
        }
        Check.finite(items);
        return new FloatList(items);
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
    public int byteCount() {
        return Math.multiplyExact(items.length, Float.BYTES);
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
