package dev.gdwire.transport.internal;

import java.nio.ByteBuffer;
import java.util.concurrent.locks.Condition;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** An outbox with a thread of its own that writes what others left: the writer. */
class WriterOutbox extends Outbox {
    private static final int LARGEST_IDLE = 256 * 1024;

    private final ConnectionLock lock;
    private final Condition work;

    /** An empty outbox; what they mean see {@link Outbox}. */
    WriterOutbox(ConnectionLock lock, long limit, LongSupplier clock) {
        super(lock, limit, clock, LARGEST_IDLE);
        this.lock = lock;
        work = lock.newCondition();
    }

    @Override
    void askDriver() {
        work.signal();
    }

    /**
     * Waits for something to write, for the writer alone. Takes the lock.
     *
     * @param batch what it took last, whole or partly written; null if nothing
     * @return null when the outbox has ended and is empty
     */
    @Nullable ByteBuffer next(@Nullable ByteBuffer batch) throws InterruptedException {
        lock.lockSoon();
        try {
            if (batch != null && batch.hasRemaining()) {
                leave(batch);
            } else if (batch != null) {
                done();
            }
            while (!isLeft() && (isWriting() || waiting() == 0 && !isEnded())) {
                if (!isWriting()) {
                    driverRests();
                }
                work.await();
            }
            ByteBuffer rest = takeLeft();
            return rest == null ? takeForDriver() : rest;
        } finally {
            lock.unlock();
        }
    }
}
