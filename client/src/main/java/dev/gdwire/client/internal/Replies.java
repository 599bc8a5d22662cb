package dev.gdwire.client.internal;

import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ends the futures of requests, of all connections, on a few threads that go when there is nothing
 * to do. What hangs on a future may wait for other futures: another thread takes its place then.
 */
final class Replies {
    private static final int LEAST_THREADS = 4;
    private static final int MOST_THREADS = 256;
    private static final long IDLE_MILLIS = 100;
    private static final AtomicInteger MADE = new AtomicInteger();

    /** The JDK's own makes a thread for each future where there are two processors or less. */
    static final Executor EXECUTOR =
            new ForkJoinPool(
                    Math.max(LEAST_THREADS, Runtime.getRuntime().availableProcessors()),
                    Worker::new,
                    null,
                    true,
                    0,
                    MOST_THREADS,
                    1,
                    saturated -> true,
                    IDLE_MILLIS,
                    TimeUnit.MILLISECONDS);

    private Replies() {}

    private static final class Worker extends ForkJoinWorkerThread {
        private Worker(ForkJoinPool pool) {
            super(pool);
            setName("gdwire-replies-" + MADE.incrementAndGet());
        }
    }
}
