package dev.gdwire.transport.internal;

import java.util.OptionalLong;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Calls one connection back at its next deadline. All connections share one daemon thread, which
 * goes when nothing is scheduled. Guarded by the connection's lock.
 */
public final class Timer {
    private static final System.Logger LOG = System.getLogger("dev.gdwire");
    private static final ScheduledThreadPoolExecutor SHARED = shared();

    private final Runnable tick;
    private @Nullable Future<?> scheduled;
    private long scheduledFor = Long.MAX_VALUE;

    /** A timer that calls back, on the shared thread. */
    public Timer(Runnable tick) {
        this.tick = tick;
    }

    private static ScheduledThreadPoolExecutor shared() {
        ScheduledThreadPoolExecutor executor =
                new ScheduledThreadPoolExecutor(
                        1,
                        task -> {
                            Thread thread = new Thread(task, "gdwire-timer");
                            thread.setDaemon(true);
                            return thread;
                        });
        executor.setRemoveOnCancelPolicy(true);
        executor.setKeepAliveTime(100, TimeUnit.MILLISECONDS);
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }

    /** Runs something once, later, for any connection; what it throws is logged. */
    public static Future<?> later(Runnable task, long nanos) {
        return SHARED.schedule(() -> run(task), nanos, TimeUnit.NANOSECONDS);
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            // Nobody asks what became of it, and the thread is for others too.
            LOG.log(System.Logger.Level.ERROR, "what a connection does in its time failed", e);
        }
    }

    /** Makes sure of a call at the deadline, at the latest. */
    public void set(OptionalLong deadline, long now) {
        if (deadline.isPresent() && deadline.getAsLong() < scheduledFor) {
            cancel();
            scheduledFor = deadline.getAsLong();
            scheduled = later(tick, Math.max(0, scheduledFor - now));
        }
    }

    /**
     * A call has come: the next deadline counts again. It may not be the call that is scheduled,
     * but one that was under way when another was set.
     */
    public void fired() {
        cancel();
    }

    /** Calls no more. */
    public void cancel() {
        if (scheduled != null) {
            scheduled.cancel(false);
        }
        scheduled = null;
        scheduledFor = Long.MAX_VALUE;
    }
}
