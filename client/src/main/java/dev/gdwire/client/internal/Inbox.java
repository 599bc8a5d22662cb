package dev.gdwire.client.internal;

import dev.gdwire.client.OverflowPolicy;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Keeps things that nobody handles, within limits, until somebody receives them. */
final class Inbox<T> {
    /** What {@link #put} gives if there is no room and the connection is to be closed. */
    static final int FULL = -1;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final SizedQueue<T> items = new SizedQueue<>();
    private final int limit;
    private final long mostBytes;
    private final OverflowPolicy policy;
    private boolean ended;

    /** An empty one, within the limits of a session. */
    Inbox(Settings settings) {
        limit = settings.inboxSize();
        mostBytes = settings.inboundBytes();
        policy = settings.overflow();
    }

    /**
     * Takes a thing in; one that is longer than all may be has the inbox to itself.
     *
     * @return how many things were dropped for it, or instead of it; or {@link #FULL}
     */
    int put(T item, int bytes) {
        lock.lock();
        try {
            boolean fits = fits(bytes);
            if (!fits && policy == OverflowPolicy.CLOSE) {
                return FULL;
            }
            if (!fits && policy == OverflowPolicy.DROP_NEWEST) {
                return 1;
            }
            int dropped = 0;
            while (!fits(bytes)) {
                items.poll();
                dropped++;
            }
            items.add(item, bytes);
            changed.signal();
            return dropped;
        } finally {
            lock.unlock();
        }
    }

    private boolean fits(int bytes) {
        return items.isEmpty() || items.size() < limit && items.bytes() + bytes <= mostBytes;
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
