package dev.gdwire.benchmarks.wire;

import java.util.StringTokenizer;

/**
 * How many peers were served.
 *
 * @param perSecond round trips of all together
 * @param p50Millis of a round trip
 * @param p99Millis of a round trip
 * @param longestMillis the longest round trip
 */
record ManyFigures(double perSecond, double p50Millis, double p99Millis, double longestMillis) {
    private static final double MICROS_OF_A_MILLI = 1e3;
    private static final double NANOS_OF_A_SECOND = 1e9;

    static ManyFigures of(long count, long nanos, LatencyLog latencies) {
        return new ManyFigures(
                count * NANOS_OF_A_SECOND / nanos,
                latencies.micros(50) / MICROS_OF_A_MILLI,
                latencies.micros(99) / MICROS_OF_A_MILLI,
                latencies.micros(100) / MICROS_OF_A_MILLI);
    }

    /** As a process tells them to another. */
    String toLine() {
        return perSecond + " " + p50Millis + " " + p99Millis + " " + longestMillis;
    }

    /**
     * From {@link #toLine}.
     *
     * @throws java.util.NoSuchElementException if there are too few numbers
     * @throws NumberFormatException if one of them is no number
     */
    static ManyFigures parse(String line) {
        StringTokenizer numbers = new StringTokenizer(line);
        return new ManyFigures(
                Double.parseDouble(numbers.nextToken()),
                Double.parseDouble(numbers.nextToken()),
                Double.parseDouble(numbers.nextToken()),
                Double.parseDouble(numbers.nextToken()));
    }
}
