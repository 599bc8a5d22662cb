package dev.gdwire.protocol.godot;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.gdwire.protocol.InvalidValueException;
import dev.gdwire.protocol.Packed;
import dev.gdwire.protocol.codec.Check;
import dev.gdwire.protocol.internal.Base64Decoder;
import dev.gdwire.protocol.internal.Base64Encoder;
import dev.gdwire.protocol.internal.PackedBytes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Godot's {@code PackedByteArray}: bytes that nobody can change. On the wire they are base64 (RFC
 * 4648, section 4, padded). They are equal when all bytes are.
 */
public final class Bytes implements Packed {
    private static final Bytes EMPTY = new Bytes(new byte[0]);

    private final byte[] content;

    private Bytes(byte[] content) {
        this.content = content;
    }

    /** No bytes. */
    public static Bytes of() {
        return EMPTY;
    }

    /** These bytes. The array is copied. */
    public static Bytes of(byte... content) {
        return new Bytes(content.clone());
    }

    /** The bytes that {@link #toArray} gives. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Bytes fromArray(byte[] content) {
        return of(content);
    }

    /** The bytes of a text in UTF-8. */
    public static Bytes ofUtf8(String text) {
        return new Bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The bytes that stand as base64 (RFC 4648, section 4, padded) in a text.
     *
     * @throws InvalidValueException if the text is no base64
     */
    public static Bytes ofBase64(String text) {
        try {
            if (text.length() % 4 == 0) {
                return new Bytes(Base64.getDecoder().decode(text));
            }
        } catch (IllegalArgumentException notBase64) {
            // The fault below says it all.
        }
        throw Check.notBase64(text);
    }

    /**
     * The bytes of a part of an array. They are copied.
     *
     * @param from where the first byte is
     * @param to where the last one's successor is
     * @throws IndexOutOfBoundsException if the array has not these bytes
     */
    public static Bytes ofBytes(byte[] bytes, int from, int to) {
        Objects.checkFromToIndex(from, to, bytes.length);
        return new Bytes(Arrays.copyOfRange(bytes, from, to));
    }

    /**
     * The bytes that a text in base64 holds.
     *
     * @param text in ASCII
     * @param from where the first digit is
     * @param to where the text ends
     * @throws InvalidValueException if the text is no base64 (RFC 4648, section 4, padded)
     * @throws IndexOutOfBoundsException if the array has not this text
     */
    public static Bytes ofBase64(byte[] text, int from, int to) {
        byte[] content = new byte[PackedBytes.countOfBase64(text, from, to, 1)];
        if (!Base64Decoder.read(text, from, to, content)) {
            throw PackedBytes.notBase64(text, from, to);
        }
        return new Bytes(content);
    }

    /** How many bytes. */
    public int size() {
        return content.length;
    }

    /** The byte at an index from 0. */
    public byte get(int index) {
        return content[index];
    }

    /** The bytes in an array of the caller's own. */
    @JsonValue
    public byte[] toArray() {
        return content.clone();
    }

    @Override
    public int byteCount() {
        return content.length;
    }

    @Override
    public int putBytes(byte[] target, int start) {
        System.arraycopy(content, 0, target, start, content.length);
        return start + content.length;
    }

    @Override
    public int putBase64(byte[] target, int start) {
        return Base64Encoder.write(content, target, start);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Bytes bytes && Arrays.equals(content, bytes.content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }

    /** How many bytes; their values are left out. */
    @Override
    public String toString() {
        return content.length + " bytes";
    }
}
