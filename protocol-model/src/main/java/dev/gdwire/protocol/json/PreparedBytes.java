package dev.gdwire.protocol.json;

import java.util.Arrays;

/** Bytes that are written often. They are immutable. */
final class PreparedBytes {
    private static final int AT_ONCE = 2 * Long.BYTES;

    private final byte[] bytes;

    /** The first eight, and the next. */
    private final long first;

    private final long second;

    /**
     * Prepares bytes.
     *
     * @param bytes not to be changed any more
     */
    PreparedBytes(byte[] bytes) {
        this.bytes = bytes;
        byte[] padded = Arrays.copyOf(bytes, room());
        first = Words8.at(padded, 0);
        second = Words8.at(padded, Long.BYTES);
    }

    /** How much room {@link #copyTo} asks for. */
    int room() {
        return Math.max(bytes.length, AT_ONCE);
    }

    /** Copies them, with some of no meaning behind them; tells where they end. */
    int copyTo(byte[] buffer, int start) {
        Words8.put(buffer, start, first);
        Words8.put(buffer, start + Long.BYTES, second);
        int length = bytes.length;
        if (length > AT_ONCE) {
            System.arraycopy(bytes, AT_ONCE, buffer, start + AT_ONCE, length - AT_ONCE);
        }
        return start + length;
    }
}
