package dev.gdwire.client.internal;

import java.util.concurrent.TimeUnit;

/**
 * Keeps peers from filling the log: some lines in a row, and then one a second. Safe for use by
 * many threads.
 */
final class LogLimit {
    private static final int BURST = 50;
    private static final long NANOS_EACH = TimeUnit.SECONDS.toNanos(1);

    private long lines = BURST;
    private long filledAt;
    private long omitted;

    LogLimit(long now) {
        filledAt = now;
    }

    /**
     * Whether a line may be written now, by {@link System#nanoTime}; it is counted either way.
     *
     * @return how many were left out before it; -1 if it is to be left out too
     */
    synchronized long pass(long now) {
        long grown = (now - filledAt) / NANOS_EACH;
        lines = Math.min(BURST, lines + grown);
        filledAt += grown * NANOS_EACH;
        if (lines == 0) {
            omitted++;
            return -1;
        }
        lines--;
        long before = omitted;
        omitted = 0;
        return before;
    }
}
