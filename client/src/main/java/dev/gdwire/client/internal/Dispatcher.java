package dev.gdwire.client.internal;

import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Runs the handlers of one connection one after another: on a thread of its own, or on the user's
 * executor. Adding never waits; the thread that reads waits for room before it reads on.
 */
final class Dispatcher {
    private static final int LIMIT = 10_000;

    /** So many times as much may wait while a request of this side does. */
    private static final int FACTOR_FOR_REQUESTS = 4;

    /** After so many tasks, others who share the executor have their turn. */
    private static final int TURN = 64;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final SizedQueue<Runnable> tasks = new SizedQueue<>();
    private final long mostBytes;
    private final @Nullable ExecutorService own;
    private final Executor executor;
    private @Nullable Thread runner;
    private volatile @Nullable Thread caller;
    private @Nullable Runnable onRoom;
    private boolean scheduled;
    private boolean ended;
    private boolean finished;
    private int waitingRequests;

    Dispatcher(Settings settings, String name) {
        mostBytes = settings.inboundBytes();
        Executor users = settings.executor();
        own =
                users != null
                        ? null
                        : Executors.newSingleThreadExecutor(
                                task -> settings.newThread(task, "gdwire-dispatch-" + name));
        executor = own != null ? own : Objects.requireNonNull(users);
    }

    /** Runs a task after all before it. */
    void run(Runnable task) {
        run(task, 0);
    }

    /**
     * Runs a task after all before it.
     *
     * @param bytes how long the message is that waits with it
     */
    void run(Runnable task, int bytes) {
        lock.lock();
        try {
            tasks.add(task, bytes);
            if (scheduled) {
                return;
            }
            scheduled = true;
        } finally {
            lock.unlock();
        }
        caller = Thread.currentThread();
        try {
            executor.execute(this::drain);
        } catch (RejectedExecutionException e) {
            forget();
            throw e;
        } finally {
            caller = null;
        }
    }

    private void forget() {
        lock.lock();
        try {
            tasks.clear();
            scheduled = false;
            tell();
        } finally {
            lock.unlock();
        }
    }

    private void drain() {
        if (Thread.currentThread() == caller) {
            // Handlers would run under the connection's lock, and a call in one never end.
            throw new IllegalStateException(
                    "The executor runs handlers on the calling thread: give one with threads of its"
                            + " own.");
        }
        Runnable task = next();
        for (int i = 1; task != null; i++) {
            task.run();
            if (own == null && i % TURN == 0 && isHandedOver()) {
                return;
            }
            task = next();
        }
    }

    /** Whether another run of the executor goes on, after those of others that wait. */
    private boolean isHandedOver() {
        lock.lock();
        try {
            if (tasks.isEmpty()) {
                return false;
            }
            runner = null;
        } finally {
            lock.unlock();
        }
        caller = Thread.currentThread();
        try {
            executor.execute(this::drain);
            return true;
        } catch (RejectedExecutionException | IllegalStateException e) {
            // It takes no more, or would run it here: then it goes on here.
            return false;
        } finally {
            caller = null;
        }
    }

    private @Nullable Runnable next() {
        lock.lock();
        try {
            Runnable task = tasks.poll();
            scheduled = task != null;
            runner = scheduled ? Thread.currentThread() : null;
            tell();
            if (finished && task == null && own != null) {
                own.shutdown();
            }
            return task;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until the handlers are less far behind. While a request of this side waits for its
     * answer four times as much may wait, since a handler may be what waits for it, and the answer
     * comes behind other messages. Beyond that nothing is read, and the request times out.
     */
    void awaitRoom() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (isBehind(1)) {
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    /** The same for who cannot wait: if there is no room, the task is run once when there is. */
    boolean hasRoom(Runnable whenThereIs) {
        lock.lock();
        try {
            boolean behind = isBehind(1);
            onRoom = behind ? whenThereIs : null;
            return !behind;
        } finally {
            lock.unlock();
        }
    }

    /** Whether so many times what waits is too much. */
    private boolean isBehind(int times) {
        long factor = waitingRequests == 0 ? 1 : FACTOR_FOR_REQUESTS;
        boolean full =
                times * (long) tasks.size() >= factor * LIMIT
                        || times * tasks.bytes() >= factor * mostBytes;
        return full && !ended;
    }

    /** Something has changed. Who was told that there is no room is not called for each task. */
    private void tell() {
        changed.signalAll();
        Runnable task = onRoom;
        if (task != null && !isBehind(2)) {
            onRoom = null;
            task.run();
        }
    }

    /** A request waits for its answer. */
    void requestBegins() {
        countRequests(1);
    }

    /** A request has its answer. */
    void requestEnds() {
        countRequests(-1);
    }

    private void countRequests(int more) {
        lock.lock();
        try {
            waitingRequests += more;
            tell();
        } finally {
            lock.unlock();
        }
    }

    /** Nobody waits for room any more: the connection is over. */
    void end() {
        lock.lock();
        try {
            ended = true;
            tell();
        } finally {
            lock.unlock();
        }
    }

    /** Runs what is left and ends. */
    void finish() {
        lock.lock();
        try {
            finished = true;
            if (!scheduled && own != null) {
                own.shutdown();
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until all handlers have returned; not when called by one.
     *
     * @param deadline how long at most, by {@link System#nanoTime}
     */
    void awaitEnd(long deadline) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long nanos = deadline - System.nanoTime();
            while (scheduled && runner != Thread.currentThread() && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
            if (runner == Thread.currentThread()) {
                return;
            }
        } finally {
            lock.unlock();
        }
        long nanos = Math.max(0, deadline - System.nanoTime());
        if (own != null && !own.awaitTermination(nanos, TimeUnit.NANOSECONDS)) {
            System.getLogger(Dispatcher.class.getName())
                    .log(
                            System.Logger.Level.WARNING,
                            "A handler still runs after its connection was closed.");
        }
    }
}
