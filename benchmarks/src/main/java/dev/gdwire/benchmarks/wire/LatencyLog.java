package dev.gdwire.benchmarks.wire;

import dev.gdwire.benchmarks.report.Percentile;
import java.util.Arrays;

/** How long round trips took. It is for one thread. */
final class LatencyLog {
    private final long[] nanoseconds;
    private int count;

    /** With room for so many; more are not kept. */
    LatencyLog(int room) {
        nanoseconds = new long[room];
    }

    /** Adds the next. */
    void add(long nanos) {
        if (count < nanoseconds.length) {
            nanoseconds[count++] = nanos;
        }
    }

    /** Forgets all. */
    void clear() {
        count = 0;
    }

    /** The time that so many per cent took at most; 0 if there are none. */
    double micros(double percent) {
        long[] sorted = Arrays.copyOf(nanoseconds, count);
        Arrays.sort(sorted);
        return Percentile.of(sorted, percent).orElse(0) / 1e3;
    }
}
