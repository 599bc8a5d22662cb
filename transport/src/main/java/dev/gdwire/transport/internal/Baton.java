package dev.gdwire.transport.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The right to read a connection, which one thread has at a time. A thread that waits for a reply
 * reads until the reply is there, which saves the way from one thread to the other. As long as
 * nobody does, the keeper has the right: the connection's own thread.
 *
 * <p>A keeper that reads is not woken to make room: measured, that costs more than what it brings
 * in then. But after a wait it stays away for a moment, so that a program that asks again at once
 * finds the right free. As long as it does, the keeper looks in less and less often: each look
 * costs the program a switch of threads.
 */
public final class Baton {
    /** What is read. Both methods say what they met to nobody but the connection. */
    public interface Source {
        /**
         * Waits until something comes and delivers it; also returns when woken, or when its thread
         * is interrupted. Called by the thread that has the right.
         *
         * @return false when nothing will come any more
         */
        boolean read();

        /** Lets the read that runs, or else the next one, return. */
        void wake();
    }

    /** The longest linger, in shortest ones. */
    private static final int LONGEST_LINGER = 4;

    private final Source source;
    private final long shortestLinger;
    private final long longestLinger;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition keepersTurn = lock.newCondition();
    private final Deque<Waiter<?>> queue = new ArrayDeque<>();
    private volatile @Nullable Waiter<?> holder;
    private volatile long lastWait;
    private boolean kept;
    private boolean keeperSleeps;
    private boolean ended;

    /**
     * A right that nobody has yet.
     *
     * @param lingerNanos how long the keeper stays away after a wait, and up to four times as long
     *     after many; what comes in meanwhile, and is awaited by nobody, is that late
     */
    public Baton(Source source, long lingerNanos) {
        this.source = source;
        shortestLinger = lingerNanos;
        longestLinger = LONGEST_LINGER * lingerNanos;
        lastWait = System.nanoTime() - lingerNanos;
    }

    /** A wait of the calling thread's, to be made before what ends it can happen. */
    public <T> Waiter<T> waiter() {
        return new Waiter<>(this::completed);
    }

    private void completed(Waiter<?> waiter) {
        lastWait = System.nanoTime();
        if (waiter.thread() == Thread.currentThread()) {
            return;
        }
        LockSupport.unpark(waiter.thread());
        if (waiter == holder) {
            source.wake();
        }
    }

    /**
     * Waits, and reads meanwhile when no other thread does.
     *
     * @throws InterruptedException if the thread was interrupted and the wait has not ended yet
     */
    public <T> T await(Waiter<T> waiter) throws InterruptedException {
        try {
            T value = waiter.value();
            while (value == null) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                boolean mine = take(waiter);
                // Asked again: who ended the wait meanwhile saw no read of it to wake, and taking
                // the lock may have used up the permit to go on.
                if (waiter.value() == null) {
                    readOrPark(mine);
                }
                value = waiter.value();
            }
            return value;
        } finally {
            leave(waiter);
        }
    }

    private void readOrPark(boolean mine) {
        if (!mine) {
            LockSupport.park(this);
        } else if (!source.read()) {
            end();
        }
    }

    /** Whether a waiter has the right; if not, it stands in the queue. */
    private boolean take(Waiter<?> waiter) {
        if (waiter == holder) {
            return true;
        }
        lock.lock();
        try {
            if (holder == null && !kept && !ended) {
                holder = waiter;
                lastWait = System.nanoTime();
            }
            if (waiter == holder || ended) {
                return waiter == holder;
            }
            if (!queue.contains(waiter)) {
                queue.add(waiter);
            }
            return false;
        } finally {
            lock.unlock();
        }
    }

    private void leave(Waiter<?> waiter) {
        lock.lock();
        try {
            lastWait = System.nanoTime();
            queue.remove(waiter);
            if (waiter == holder) {
                passOn();
            }
        } finally {
            lock.unlock();
        }
    }

    /** The one that has waited longest is next; the keeper is told only if it counts on that. */
    private void passOn() {
        Waiter<?> next = ended ? null : queue.poll();
        holder = next;
        if (next != null) {
            LockSupport.unpark(next.thread());
        } else if (keeperSleeps) {
            keepersTurn.signal();
        }
    }

    /**
     * Gives the keeper the right, once no other thread has it or wants it.
     *
     * @return false when nothing will come any more
     */
    public boolean keep() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long linger = shortestLinger;
            long nanos = untilQuiet(linger);
            while (!ended && (holder != null || nanos > 0)) {
                stayAway(nanos);
                nanos = untilQuiet(linger);
                linger = Math.min(2 * linger, longestLinger);
            }
            kept = !ended;
            return kept;
        } finally {
            lock.unlock();
        }
    }

    private long untilQuiet(long linger) {
        return lastWait + linger - System.nanoTime();
    }

    /** While waits follow each other closely, this looks now and then and need not be told. */
    private void stayAway(long nanos) throws InterruptedException {
        if (nanos > 0) {
            keepersTurn.awaitNanos(nanos);
        } else {
            keeperSleeps = true;
            try {
                keepersTurn.await();
            } finally {
                keeperSleeps = false;
            }
        }
    }

    /** Takes the right from the keeper. */
    public void letGo() {
        lock.lock();
        try {
            kept = false;
            passOn();
        } finally {
            lock.unlock();
        }
    }

    /** Nothing will come any more: nobody has the right. */
    public void end() {
        lock.lock();
        try {
            ended = true;
            holder = null;
            keepersTurn.signal();
        } finally {
            lock.unlock();
        }
    }
}
