package dev.gdwire.benchmarks.wire;

import java.util.StringTokenizer;

/**
 * What a contestant took in one round.
 *
 * @param perSecond messages that one side has had of the other, or round trips
 * @param p50Micros of a round trip; 0 where there is none
 * @param p99Micros of a round trip; 0 where there is none
 * @param cpuMicros of both processes for one message or round trip
 * @param bytes that both processes allocated for one message or round trip
 */
record Figures(
        double perSecond, double p50Micros, double p99Micros, double cpuMicros, double bytes) {
    /** So many messages or round trips in so much time. */
    static Figures of(long count, long nanos, LatencyLog latencies, Usage both) {
        return new Figures(
                count * 1e9 / nanos,
                latencies.micros(50),
                latencies.micros(99),
                both.cpuNanos() / 1e3 / count,
                (double) both.allocatedBytes() / count);
    }

    /** As a process tells them to another. */
    String toLine() {
        return perSecond + " " + p50Micros + " " + p99Micros + " " + cpuMicros + " " + bytes;
    }

    /**
     * From {@link #toLine}.
     *
     * @throws java.util.NoSuchElementException if there are too few numbers
     * @throws NumberFormatException if one of them is no number
     */
    static Figures parse(String line) {
        StringTokenizer numbers = new StringTokenizer(line);
        return new Figures(
                Double.parseDouble(numbers.nextToken()),
                Double.parseDouble(numbers.nextToken()),
                Double.parseDouble(numbers.nextToken()),
                Double.parseDouble(numbers.nextToken()),
                Double.parseDouble(numbers.nextToken()));
    }
}
