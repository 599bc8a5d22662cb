package dev.gdwire.transport.internal;

/** Lets 20 errors pass in a row and 10 a second: two peers must not flood each other. */
public final class ErrorLimiter {
    private static final int BURST = 20;
    private static final long NANOS_EACH = 100_000_000;

    private long tokens = BURST;
    private long filledAt;

    /** A limiter that is full at a time, in nanoseconds. */
    public ErrorLimiter(long now) {
        filledAt = now;
    }

    /** Whether one more error may be sent now; it is counted if so. */
    public boolean pass(long now) {
        long grown = (now - filledAt) / NANOS_EACH;
        if (grown > 0) {
            tokens = Math.min(BURST, tokens + grown);
            filledAt += grown * NANOS_EACH;
        }
        if (tokens == 0) {
            return false;
        }
        tokens--;
        return true;
    }
}
