package dev.gdwire.faults;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** What stands in the way of all of a proxy's connections at once. Safe for use by many threads. */
final class Brakes {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final long origin = System.nanoTime();
    private long stalledUntil;
    private long refusingUntil;
    private long swallowingUntil;
    private boolean passing;

    /** Nanoseconds of a clock that starts at 0. */
    private long now() {
        return System.nanoTime() - origin;
    }

    void stall(long nanos) {
        change(() -> stalledUntil = Math.max(stalledUntil, now() + nanos));
    }

    void refuse(long nanos) {
        change(() -> refusingUntil = Math.max(refusingUntil, now() + nanos));
    }

    void swallow(long nanos) {
        change(() -> swallowingUntil = Math.max(swallowingUntil, now() + nanos));
    }

    /** Releases all, and keeps the plan from doing anything. */
    void pass() {
        change(
                () -> {
                    passing = true;
                    stalledUntil = 0;
                    refusingUntil = 0;
                    swallowingUntil = 0;
                });
    }

    void followPlan() {
        change(() -> passing = false);
    }

    boolean isPassing() {
        return asked(() -> passing);
    }

    boolean isRefusing() {
        return asked(() -> now() < refusingUntil);
    }

    boolean isSwallowing() {
        return asked(() -> now() < swallowingUntil);
    }

    /** Wakes who waits, to look again at whether it is over. */
    void wake() {
        change(() -> {});
    }

    private void change(Runnable command) {
        lock.lock();
        try {
            command.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private boolean asked(BooleanSupplier question) {
        lock.lock();
        try {
            return question.getAsBoolean();
        } finally {
            lock.unlock();
        }
    }

    /** Waits while all are stalled, unless it is over before. */
    void awaitRelease(BooleanSupplier isOver) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (now() < stalledUntil && !isOver.getAsBoolean()) {
                changed.awaitNanos(stalledUntil - now());
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits for a time of one connection's own, unless that is over before or all may pass. */
    void pause(long nanos, BooleanSupplier isOver) throws InterruptedException {
        long until = now() + nanos;
        lock.lockInterruptibly();
        try {
            while (now() < until && !passing && !isOver.getAsBoolean()) {
                changed.await(until - now(), TimeUnit.NANOSECONDS);
            }
        } finally {
            lock.unlock();
        }
    }
}
