package dev.gdwire.benchmarks.wire;

/**
 * Round trips that are to be made, one after the other, until the time is up; they are timed and
 * their answers are checked. It is for one thread at a time.
 */
final class Calls {
    /** What {@link #next} says when the time is up. */
    static final int NONE = -1;

    private final long[] digests;
    private final Tally tally;
    private final LatencyLog latencies;
    private long until;
    private long started;
    private int current;

    /**
     * Has no time as yet.
     *
     * @param digests of the answers, in turn; the requests have the same
     */
    Calls(long[] digests, Tally tally, LatencyLog latencies) {
        this.digests = digests.clone();
        this.tally = tally;
        this.latencies = latencies;
        current = this.digests.length - 1;
    }

    /** Gives calls for so long, from now on. */
    void startFor(long nanos) {
        latencies.clear();
        started = System.nanoTime();
        until = started + nanos;
    }

    /** Which request is to be sent now; {@link #NONE} when the time is up. */
    int next() {
        if (started >= until) {
            return NONE;
        }
        current = (current + 1) % digests.length;
        tally.add(digests[current]);
        return current;
    }

    /**
     * The answer is here.
     *
     * @throws IllegalStateException if it is another one
     */
    void answered(long digest) {
        long now = System.nanoTime();
        latencies.add(now - started);
        started = now;
        if (digest != digests[current]) {
            throw new IllegalStateException("answer " + tally.count() + " is another one");
        }
    }
}
