package dev.gdwire.benchmarks.report;

import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/** The middle of some numbers. */
public final class Median {
    private Median() {}

    /** The mean of the two in the middle where the count is even; empty if there are none. */
    public static OptionalDouble of(DoubleStream numbers) {
        double[] sorted = numbers.sorted().toArray();
        if (sorted.length == 0) {
            return OptionalDouble.empty();
        }
        int middle = sorted.length / 2;
        return OptionalDouble.of(
                sorted.length % 2 == 1
                        ? sorted[middle]
                        : (sorted[middle - 1] + sorted[middle]) / 2);
    }
}
