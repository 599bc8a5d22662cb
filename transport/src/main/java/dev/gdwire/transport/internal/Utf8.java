package dev.gdwire.transport.internal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Strict UTF-8 (RFC 3629): the JSON parser alone would let some broken forms pass. */
final class Utf8 {
    private Utf8() {}

    /** Whether the bytes are UTF-8 without U+0000, which no JSON text holds raw. */
    static boolean isText(byte[] bytes, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            if (bytes[i] <= 0) {
                return bytes[i] < 0 && isRestText(bytes, i, offset + length - i);
            }
        }
        return true;
    }

    private static boolean isRestText(byte[] bytes, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            if (bytes[i] == 0) {
                return false;
            }
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, offset, length));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
