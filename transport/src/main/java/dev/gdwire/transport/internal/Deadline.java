package dev.gdwire.transport.internal;

import java.time.Duration;

/** Points in time, in the nanoseconds of an engine's clock. */
public final class Deadline {
    private Deadline() {}

    /**
     * The time after a duration; the end of time when it is further away than that, and now when
     * the duration is negative.
     */
    public static long after(long now, Duration time) {
        if (time.isNegative()) {
            return now;
        }
        long nanos;
        try {
            nanos = time.toNanos();
        } catch (ArithmeticException e) {
            return Long.MAX_VALUE;
        }
        return now > Long.MAX_VALUE - nanos ? Long.MAX_VALUE : now + nanos;
    }
}
