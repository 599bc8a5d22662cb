package dev.gdwire.benchmarks.wire;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts messages and sums up their content, weighted by their place: two sides that counted the
 * same have had the same messages in the same order. One thread adds, any may read.
 */
final class Tally {
    private final AtomicLong count = new AtomicLong();
    private long checksum;
    private long added;

    /** Adds the next message. */
    void add(long digest) {
        added++;
        checksum += digest * added;
        count.lazySet(added);
    }

    /** Adds so many lines of which nobody reads the content, only the bytes. */
    void addLines(long lines, long bytes) {
        added += lines;
        checksum += bytes;
        count.lazySet(added);
    }

    /** How many there are. */
    long count() {
        return count.get();
    }

    /** The sum of what {@link #count} says, or of more. */
    long checksum() {
        // What was added before the count was set is seen after the count is read.
        count.get();
        return checksum;
    }
}
