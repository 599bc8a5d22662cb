package dev.gdwire.protocol.json;

import java.util.Arrays;

/**
 * Bytes that are written or expected often. They are immutable. A record as {@link PreparedName}
 * is.
 *
 * @param bytes all of them
 * @param first the first eight, zeros behind them if they are fewer
 * @param second the next eight
 * @param last the last eight; the first if they are fewer
 */
record PreparedBytes(byte[] bytes, long first, long second, long last) {
    private static final int AT_ONCE = 2 * Long.BYTES;

    /**
     * Prepares bytes.
     *
     * @param bytes not to be changed any more
     */
    static PreparedBytes of(byte[] bytes) {
        byte[] padded = Arrays.copyOf(bytes, Math.max(bytes.length, AT_ONCE));
        long first = Words8.at(padded, 0);
        long second = Words8.at(padded, Long.BYTES);
        long last = Words8.at(padded, Math.max(0, bytes.length - Long.BYTES));
        return new PreparedBytes(bytes, first, second, last);
    }

    /** How many there are. */
    int length() {
        return bytes.length;
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

    /**
     * Whether they stand there; false also where that is hard to tell, as of fewer than eight next
     * to the end.
     *
     * @param end where what is to be looked at ends
     * @param counts which bits of the first eight count
     */
    boolean stand(byte[] there, int start, int end, long counts) {
        int length = bytes.length;
        if (length <= Long.BYTES) {
            return start + Long.BYTES <= end
                    && ((Words8.at(there, start) ^ first) & counts & Words8.mask(length)) == 0;
        }
        int stop = start + length;
        return stop <= end
                && ((Words8.at(there, start) ^ first) & counts) == 0
                && Words8.at(there, stop - Long.BYTES) == last
                && (length <= AT_ONCE
                        || Arrays.equals(
                                there,
                                start + Long.BYTES,
                                stop - Long.BYTES,
                                bytes,
                                Long.BYTES,
                                length - Long.BYTES));
    }
}
