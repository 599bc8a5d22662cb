package dev.gdwire.benchmarks.wire;

import dev.gdwire.benchmarks.samples.SamplesMessage;
import org.jspecify.annotations.Nullable;

/** The messages that are to be sent, lap after lap until the time is up. It is for one thread. */
final class Supply {
    private final SamplesMessage[] lap;
    private final long[] digests;
    private final Tally tally;
    private long until;
    private int next;

    /** Has no time as yet. */
    Supply(Shape shape, Tally tally) {
        lap = shape.lap().toArray(SamplesMessage[]::new);
        digests = shape.lap().stream().mapToLong(Digest::of).toArray();
        this.tally = tally;
    }

    /** Gives messages for so long, from now on. */
    void startFor(long nanos) {
        until = System.nanoTime() + nanos;
        next = 0;
    }

    /** The next message; null when the time is up. */
    @Nullable SamplesMessage next() {
        if (next == lap.length) {
            if (isOver()) {
                return null;
            }
            next = 0;
        }
        tally.add(digests[next]);
        return lap[next++];
    }

    /** Instead of {@link #next}: takes a lap of lines at once; false when the time is up. */
    boolean takeLines(long lines, long bytes) {
        if (isOver()) {
            return false;
        }
        tally.addLines(lines, bytes);
        return true;
    }

    private boolean isOver() {
        return System.nanoTime() >= until;
    }
}
