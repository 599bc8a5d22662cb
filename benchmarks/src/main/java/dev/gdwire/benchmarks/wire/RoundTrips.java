package dev.gdwire.benchmarks.wire;

import java.io.IOException;

/** A way of asking another process, and of waiting for its answers. */
interface RoundTrips {
    /**
     * The numbers of the answers of a lap, which are checked; the answering side counts the same.
     */
    default long[] digests(Shape shape) {
        return shape.lap().stream().mapToLong(Digest::of).toArray();
    }

    /** Listens for one connection, counts the requests and answers them. Gives the port. */
    int answer(Shape shape, Tally tally) throws IOException, InterruptedException;

    /** Connects to the port of a process that answers. */
    Caller connect(Shape shape, int port) throws IOException, InterruptedException;

    /** The asking end. */
    @FunctionalInterface
    interface Caller {
        /** Makes all calls, one after the other. */
        void call(Calls calls) throws IOException, InterruptedException;
    }
}
