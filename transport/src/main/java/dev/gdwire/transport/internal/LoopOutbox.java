package dev.gdwire.transport.internal;

import dev.gdwire.protocol.json.JsonOutput;
import java.nio.ByteBuffer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The outbox of one of a loop's connections. What the loop's thread adds while it takes what the
 * peer said lies in a buffer that the loop lends, and is written at once. Only what other threads
 * add lies in buffers of its own, both there only while they are needed.
 */
final class LoopOutbox extends Outbox {
    /** Larger buffers are not kept when nothing waits: there may be thousands. */
    private static final int LARGEST_IDLE = 1024;

    private final ConnectionLock lock;
    private final EventLoop loop;
    private final Runnable askLoop;

    /** Whether lines go to the loop's buffer. */
    private boolean lent;

    /**
     * An empty outbox; what is not said here see {@link Outbox}.
     *
     * @param askLoop has the loop's thread see to it
     */
    LoopOutbox(
            ConnectionLock lock, EventLoop loop, long limit, LongSupplier clock, Runnable askLoop) {
        super(lock, limit, clock, LARGEST_IDLE);
        this.lock = lock;
        this.loop = loop;
        this.askLoop = askLoop;
    }

    @Override
    void askDriver() {
        askLoop.run();
    }

    @Override
    public JsonOutput lines() {
        return lent ? loop.lines() : super.lines();
    }

    /** The peer has said something: until {@link #endOfTurn} lines may go to the loop's buffer. */
    void turn() {
        endRow();
        lent = !isWriting() && waiting() == 0;
    }

    /**
     * What was written to the loop's buffer, and is to be written before anything else; or null.
     */
    @Nullable ByteBuffer endOfTurn() {
        boolean wasLent = lent;
        lent = false;
        if (!wasLent || loop.lines().size() == 0) {
            return null;
        }
        forgetAnswers();
        ByteBuffer batch = loop.lines().asByteBuffer();
        lent(batch.remaining());
        return batch;
    }

    /** What the peer did not take at once of the loop's buffer. */
    void keep(ByteBuffer rest) {
        leave(ByteBuffer.allocate(rest.remaining()).put(rest).flip());
    }

    /** What the loop's thread is to write; null if nothing. Takes the lock. */
    @Nullable ByteBuffer takeForLoop() {
        lock.lock();
        try {
            ByteBuffer rest = takeLeft();
            ByteBuffer next = rest == null ? takeForDriver() : rest;
            if (next == null && !isWriting()) {
                driverRests();
            }
            return next;
        } finally {
            lock.unlock();
        }
    }

    /**
     * The loop's thread has written some of what it took. Takes the lock.
     *
     * @return whether some is left, which is to be written when the peer takes more
     */
    boolean wroteInLoop(ByteBuffer batch) {
        lock.lock();
        try {
            if (batch.hasRemaining()) {
                leave(batch);
                return true;
            }
            done();
            ByteBuffer next = takeForDriver();
            if (next == null) {
                driverRests();
            } else {
                leave(next);
            }
            return next != null;
        } finally {
            lock.unlock();
        }
    }

    /** Whether it has ended, and all is written. Takes the lock. */
    boolean isDrained() {
        lock.lock();
        try {
            return isEnded() && !isWriting() && waiting() == 0;
        } finally {
            lock.unlock();
        }
    }
}
