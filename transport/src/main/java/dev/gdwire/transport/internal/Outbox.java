package dev.gdwire.transport.internal;

import dev.gdwire.protocol.json.JsonOutput;
import java.nio.ByteBuffer;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Lines that wait to be written, within a limit of bytes. They lie in one of two buffers, one
 * behind the other: all that have come while one buffer is written are the next to be written. One
 * thread writes at a time: the one that took a buffer, until it gives it back.
 *
 * <p>A thread that finds nobody writing takes its own line: a lone line goes out without another
 * thread. But one that sends line after line, and hears nothing between, leaves them to the writer
 * after some, which then finds many of them at once.
 *
 * <p>Guarded by the connection's lock, but for the methods that take it themselves.
 */
public final class Outbox {
    private static final int SPINS = 200;

    /** A buffer that has grown larger is kept only as long as it is used. */
    private static final int LARGEST_IDLE = 256 * 1024;

    private final ReentrantLock lock;
    private final LongSupplier clock;
    private final Condition room;
    private final Condition work;
    private final long limit;
    private final Row row = new Row();
    private JsonOutput lines = new JsonOutput();

    /** The other buffer: the one that is written, or has been. */
    private JsonOutput taken = new JsonOutput();

    /** How many bytes of it are still to be written, as far as that is known. */
    private int takenBytes;

    /** The rest of it, if the thread that took it left that to the writer. */
    private @Nullable ByteBuffer left;

    private long answerBytes;
    private boolean writing;
    private boolean ended;

    /**
     * An empty outbox.
     *
     * @param lock the connection's
     * @param limit how many bytes may wait
     * @param clock the connection's, in nanoseconds
     */
    public Outbox(ReentrantLock lock, long limit, LongSupplier clock) {
        this.lock = lock;
        this.clock = clock;
        this.limit = limit;
        room = lock.newCondition();
        work = lock.newCondition();
    }

    /** Where lines are written to. */
    public JsonOutput lines() {
        return lines;
    }

    /** A line has been written; after the end that counts for nothing. */
    public void added(int length) {
        if (ended) {
            lines.cut(lines.size() - length);
        }
    }

    /**
     * A line of the library's own has been written, which could not wait.
     *
     * @return false when there are too many
     */
    public boolean answered(int length) {
        added(length);
        answerBytes += ended ? 0 : length;
        return answerBytes <= limit;
    }

    /** Whether a user may add a line. */
    public boolean hasRoom() {
        return ended || lines.size() + (long) takenBytes < limit;
    }

    /**
     * Waits until there is room, or no more will be taken.
     *
     * @return false when that took too long
     */
    public boolean awaitRoom(long nanos) throws InterruptedException {
        long remaining = nanos;
        while (!hasRoom() && remaining > 0) {
            remaining = room.awaitNanos(remaining);
        }
        return hasRoom();
    }

    /**
     * What a thread that has added lines is to write; null if there are none, or another writes.
     */
    public @Nullable ByteBuffer takeAtOnce() {
        return writing || lines.size() == 0 ? null : take();
    }

    /** What a thread that has added a line of many, perhaps, is to write; null if others do. */
    public @Nullable ByteBuffer takeOfRow(long now) {
        if (row.isLongWith(now) && !writing) {
            work.signal();
            return null;
        }
        return takeAtOnce();
    }

    /** The peer has said something: what is sent next may be what it waits for. */
    public void endRow() {
        row.end();
    }

    private ByteBuffer take() {
        JsonOutput full = lines;
        lines = taken;
        taken = full;
        takenBytes = full.size();
        answerBytes = 0;
        writing = true;
        return full.asByteBuffer();
    }

    /**
     * A thread that is not the writer has written what it took, as far as the peer took it at once.
     * Takes the lock.
     *
     * @param goesOn whether it has time for what others added meanwhile
     * @return what it is to write next
     */
    public @Nullable ByteBuffer wrote(ByteBuffer batch, boolean goesOn) {
        lock.lock();
        try {
            if (batch.hasRemaining()) {
                left = batch;
                takenBytes = batch.remaining();
                work.signal();
                return null;
            }
            done();
            row.written(clock.getAsLong());
            if (lines.size() == 0) {
                rest();
                return null;
            }
            if (goesOn) {
                return take();
            }
            work.signal();
            return null;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits for something to write, for the writer alone. Takes the lock.
     *
     * @param batch what it took last, whole or partly written; null if nothing
     * @return null when the outbox has ended and is empty
     */
    public @Nullable ByteBuffer next(@Nullable ByteBuffer batch) throws InterruptedException {
        lockSoon();
        try {
            if (batch != null && batch.hasRemaining()) {
                takenBytes = batch.remaining();
                room.signalAll();
                return batch;
            }
            if (batch != null) {
                done();
            }
            while (left == null && (writing || lines.size() == 0 && !ended)) {
                rest();
                work.await();
            }
            return left == null && lines.size() == 0 ? null : takeLeft();
        } finally {
            lock.unlock();
        }
    }

    /** Gives back room that was needed once. */
    private void rest() {
        if (!writing && lines.size() == 0) {
            lines = lines.capacity() > LARGEST_IDLE ? new JsonOutput() : lines;
            taken = taken.capacity() > LARGEST_IDLE ? new JsonOutput() : taken;
        }
    }

    private ByteBuffer takeLeft() {
        ByteBuffer rest = left;
        left = null;
        return rest == null ? take() : rest;
    }

    /** Takes the lock, which others hold for less than a thread takes to go to sleep. */
    public void lockSoon() {
        for (int i = 0; i < SPINS; i++) {
            if (lock.tryLock()) {
                return;
            }
            Thread.onSpinWait();
        }
        lock.lock();
    }

    /** What was taken is written. */
    private void done() {
        writing = false;
        takenBytes = 0;
        taken.clear();
        room.signalAll();
        if (ended) {
            work.signal();
        }
    }

    /** Takes no more lines; those that wait are still to be written. */
    public void end() {
        ended = true;
        room.signalAll();
        work.signal();
    }

    /** Takes no more lines and forgets those that wait. Takes the lock. */
    public void abandon() {
        lock.lock();
        try {
            end();
            lines.clear();
            answerBytes = 0;
            if (left != null) {
                left = null;
                done();
            }
        } finally {
            lock.unlock();
        }
    }
}
