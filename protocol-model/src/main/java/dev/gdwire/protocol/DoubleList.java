package dev.gdwire.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.gdwire.protocol.codec.Check;
import dev.gdwire.protocol.internal.Base64Decoder;
import dev.gdwire.protocol.internal.Base64Encoder;
import dev.gdwire.protocol.internal.PackedBytes;
import java.util.Arrays;
import java.util.Objects;
import java.util.PrimitiveIterator;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/** An immutable list of 64-bit numbers, without boxes. Lists are equal when their items are. */
public final class DoubleList implements Packed, Iterable<Double> {
    private static final DoubleList EMPTY = new DoubleList(new double[0]);

    private final double[] items;

    private DoubleList(double[] items) {
        this.items = items;
    }

    /** A list without items. */
    public static DoubleList of() {
        return EMPTY;
    }

    /**
     * A list of these items, such as {@code DoubleList.of(1.5, 2)}. The array is copied.
     *
     * @throws InvalidValueException if an item is NaN or infinite
     */
    public static DoubleList of(double... items) {
        return copyOf(items, items.length);
    }

    /**
     * A list of the first items of an array, which are copied.
     *
     * @param size how many
     * @throws InvalidValueException if an item is NaN or infinite
     * @throws IndexOutOfBoundsException if the array has fewer
     */
    public static DoubleList copyOf(double[] items, int size) {
        Objects.checkFromToIndex(0, size, items.length);
        double[] copy = Arrays.copyOf(items, size);
        Check.finite(copy);
        return new DoubleList(copy);
    }

    /** The list whose items {@link #toArray} gives. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static DoubleList fromArray(double[] items) {
        return of(items);
    }

    /**
     * A list of the items that little-endian bytes are.
     *
     * @param from where the first byte is
     * @param to where the last one's successor is
     * @throws InvalidValueException if there are not 8 bytes an item or an item is NaN or infinite
     * @throws IndexOutOfBoundsException if the array has not these bytes
     */
    public static DoubleList ofBytes(byte[] bytes, int from, int to) {
        double[] items = new double[PackedBytes.count(bytes, from, to, Double.BYTES)];
        PackedBytes.littleEndian(bytes, from, to).asDoubleBuffer().get(items);
        if (!PackedBytes.areFinite64(bytes, from, to)) {
            Check.finite(items);
        }
        return new DoubleList(items);
    }

    /**
     * A list of the items whose little-endian bytes a text in base64 holds.
     *
     * @param text in ASCII
     * @param from where the first digit is
     * @param to where the text ends
     * @throws InvalidValueException if the text is no base64 (RFC 4648, section 4, padded), if
     *     there are not 8 bytes an item or an item is NaN or infinite
     * @throws IndexOutOfBoundsException if the array has not this text
     */
    public static DoubleList ofBase64(byte[] text, int from, int to) {
        double[] items = new double[PackedBytes.countOfBase64(text, from, to, Double.BYTES)];
        if (!Base64Decoder.read(text, from, to, items)) {
            throw PackedBytes.notBase64(text, from, to);
        }
        Check.finite(items);
        return new DoubleList(items);
    }

    /** How many items. */
    public int size() {
        return items.length;
    }

    /** The item at an index from 0. */
    public double get(int index) {
        return items[index];
    }

    /** The items in an array of the caller's own. */
    @JsonValue
    public double[] toArray() {
        return items.clone();
    }

    @Override
    public PrimitiveIterator.OfDouble iterator() {
        return stream().iterator();
    }

    /** The items, one after the other. */
    public DoubleStream stream() {
        return Arrays.stream(items);
    }

    @Override
    public int byteCount() {
        return Math.multiplyExact(items.length, Double.BYTES);
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
        return other instanceof DoubleList list && Arrays.equals(items, list.items);
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
