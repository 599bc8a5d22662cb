package dev.gdwire.transport.internal;

import java.util.concurrent.TimeUnit;

/**
 * How much is read of one peer before others have their turn: less while what it sends takes long,
 * such as thousands of short lines that are all wrong.
 */
final class Portion {
    private static final int LEAST_BYTES = 512;
    private static final long LONG_NANOS = TimeUnit.MICROSECONDS.toNanos(1_000);
    private static final long SHORT_NANOS = TimeUnit.MICROSECONDS.toNanos(500);

    private final int most;
    private int bytes;

    /**
     * A small one, until it shows what the peer's bytes take.
     *
     * @param most how many bytes it grows to
     */
    Portion(int most) {
        this.most = most;
        bytes = Math.min(most, 4 * LEAST_BYTES);
    }

    /** How many bytes are to be read next, at most. */
    int bytes() {
        return bytes;
    }

    /** So many bytes have taken so long. */
    void took(int length, long nanos) {
        if (nanos > LONG_NANOS) {
            bytes = Math.max(LEAST_BYTES, Math.min(bytes, length) / 2);
        } else if (nanos < SHORT_NANOS && length == bytes) {
            bytes = Math.min(most, 2 * bytes);
        }
    }
}
