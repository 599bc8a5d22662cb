package dev.gdwire.benchmarks;

import dev.gdwire.benchmarks.report.Percentile;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/** How long calls took that were made one after the other. Immutable. */
final class Latencies {
    private static final Duration WARM_UP = Duration.ofSeconds(3);

    private final long[] sorted;
    private final long total;

    private Latencies(long[] nanoseconds, long total) {
        sorted = nanoseconds.clone();
        Arrays.sort(sorted);
        this.total = total;
    }

    /** Makes calls for three seconds, and then as many as are measured. */
    static Latencies measure(int calls, Runnable call) {
        long warm = System.nanoTime() + WARM_UP.toNanos();
        while (System.nanoTime() < warm) {
            call.run();
        }
        long[] nanoseconds = new long[calls];
        long start = System.nanoTime();
        long before = start;
        for (int index = 0; index < calls; index++) {
            call.run();
            long after = System.nanoTime();
            nanoseconds[index] = after - before;
            before = after;
        }
        return new Latencies(nanoseconds, before - start);
    }

    /** The time in microseconds that so many per cent of the calls took at most (nearest rank). */
    String percentile(double percent) {
        long nanoseconds = Percentile.of(sorted, percent).orElseThrow();
        return String.format(Locale.ROOT, "%.0f", nanoseconds / 1e3);
    }

    String callsPerSecond() {
        return String.format(Locale.ROOT, "%.0f", sorted.length / (total / 1e9));
    }
}
