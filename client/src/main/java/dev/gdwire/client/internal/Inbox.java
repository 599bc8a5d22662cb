package dev.gdwire.client.internal;

import dev.gdwire.client.OverflowPolicy;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Keeps a limited number of things that nobody handles until somebody receives them. */
final class Inbox<T> {
    /** How a thing was taken in. */
    enum Put {
        TAKEN,
        DROPPED_ONE,
        FULL
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<T> items = new ArrayDeque<>();
    private final int limit;
    private final OverflowPolicy policy;
    private boolean ended;

    Inbox(int limit, OverflowPolicy policy) {
        this.limit = limit;
        this.policy = policy;
    }

    Put put(T item) {
        lock.lock();
        try {
            if (items.size() < limit) {
                items.add(item);
                changed.signal();
                return Put.TAKEN;
            }
            if (policy == OverflowPolicy.CLOSE) {
                return Put.FULL;
            }
            if (policy == OverflowPolicy.DROP_OLDEST) {
                items.remove();
                items.add(item);
            }
            return Put.DROPPED_ONE;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for the next one; empty when none comes in time, or none will come any more. */
    Optional<T> take(Duration timeout) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long nanos = saturated(timeout);
            while (items.isEmpty() && !ended && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
            return Optional.ofNullable(items.poll());
        } finally {
            lock.unlock();
        }
    }

    private static long saturated(Duration timeout) {
        if (timeout.isNegative()) {
            return 0;
        }
        return timeout.compareTo(Duration.ofNanos(Long.MAX_VALUE)) > 0
                ? Long.MAX_VALUE
                : timeout.toNanos();
    }

    boolean isDrained() {
        lock.lock();
        try {
            return ended && items.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /** No more will come. */
    void end() {
        lock.lock();
        try {
            ended = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
