package dev.gdwire.protocol;

import dev.gdwire.protocol.internal.Base64Encoder;
import java.nio.charset.StandardCharsets;

/**
 * A value that stands as bytes on the wire, little-endian ones where an item has several: as base64
 * (RFC 4648, section 4, padded), or raw beside the line. Such values are immutable.
 */
public interface Packed {
    /** How many bytes. */
    int byteCount();

    /**
     * Puts the bytes into an array.
     *
     * @param target with room for them
     * @param start where the first one goes
     * @return where the last one's successor would go
     */
    int putBytes(byte[] target, int start);

    /**
     * Puts the bytes into an array as text in base64.
     *
     * @param target with room for the text, and 16 bytes more that may be written over
     * @param start where the first digit goes
     * @return where the text ends
     */
    int putBase64(byte[] target, int start);

    /** The bytes as text in base64. */
    default String toBase64() {
        int length = Base64Encoder.length(byteCount());
        byte[] text = new byte[Math.addExact(length, Base64Encoder.SLACK)];
        putBase64(text, 0);
        return new String(text, 0, length, StandardCharsets.US_ASCII);
    }
}
