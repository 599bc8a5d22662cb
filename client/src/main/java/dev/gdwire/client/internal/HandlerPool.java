package dev.gdwire.client.internal;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A few threads that run the handlers of many peers. While a handler waits for a peer, another
 * thread takes its place, so that peers that do not read or answer keep no others waiting: there
 * are as many threads more as handlers wait, one of each peer at most. Safe for use by many
 * threads.
 */
final class HandlerPool implements Executor, AutoCloseable {
    private static final int FEWEST_THREADS = 4;
    private static final long IDLE_SECONDS = 1;

    /** Whose the calling thread is; none if it is no thread of a pool. */
    private static final ThreadLocal<HandlerPool> OF_THREAD = new ThreadLocal<>();

    private final int size = Math.max(FEWEST_THREADS, Runtime.getRuntime().availableProcessors());
    private final AtomicInteger made = new AtomicInteger();
    private final ThreadPoolExecutor threads;
    private int waiting;

    /** Its threads are made as the settings say, and go when there is nothing to do for a while. */
    HandlerPool(Settings settings) {
        threads =
                new ThreadPoolExecutor(
                        size,
                        size,
                        IDLE_SECONDS,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(),
                        task ->
                                settings.newThread(
                                        () -> runAsMine(task),
                                        "gdwire-handlers-" + made.incrementAndGet()));
        threads.allowCoreThreadTimeOut(true);
    }

    private void runAsMine(Runnable task) {
        OF_THREAD.set(this);
        task.run();
    }

    @Override
    public void execute(Runnable task) {
        threads.execute(task);
    }

    /**
     * The calling thread is about to wait for a peer, of whatever server or client; if it is one of
     * a pool's, another takes its place.
     */
    static void threadWaits() {
        HandlerPool pool = OF_THREAD.get();
        if (pool != null) {
            pool.waitMore(1);
        }
    }

    /** The calling thread waits no more; one thread of too many goes once it has nothing to do. */
    static void threadGoesOn() {
        HandlerPool pool = OF_THREAD.get();
        if (pool != null) {
            pool.waitMore(-1);
        }
    }

    private synchronized void waitMore(int more) {
        waiting += more;
        if (more > 0) {
            threads.setMaximumPoolSize(size + waiting);
            threads.setCorePoolSize(size + waiting);
        } else {
            threads.setCorePoolSize(size + waiting);
            threads.setMaximumPoolSize(size + waiting);
        }
    }

    /** Ends the threads once all that was handed over is done. */
    @Override
    public void close() {
        threads.shutdown();
    }
}
