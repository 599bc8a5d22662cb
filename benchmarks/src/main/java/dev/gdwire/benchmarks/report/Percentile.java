package dev.gdwire.benchmarks.report;

import java.util.OptionalLong;

/** A percentile by the nearest rank: always one of the numbers. */
public final class Percentile {
    private Percentile() {}

    /**
     * The number that so many per cent do not exceed; empty if there are none.
     *
     * @param sorted in rising order
     */
    public static OptionalLong of(long[] sorted, double percent) {
        if (sorted.length == 0) {
            return OptionalLong.empty();
        }
        int rank = (int) Math.ceil(percent / 100 * sorted.length);
        return OptionalLong.of(sorted[Math.max(rank, 1) - 1]);
    }
}
