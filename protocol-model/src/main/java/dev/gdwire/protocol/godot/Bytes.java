package dev.gdwire.protocol.godot;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.gdwire.protocol.InvalidValueException;
import dev.gdwire.protocol.codec.Check;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Godot's {@code PackedByteArray}: bytes that nobody can change. On the wire they are base64 (RFC
 * 4648, section 4, padded). They are equal when all bytes are.
 */
public final class Bytes {
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
