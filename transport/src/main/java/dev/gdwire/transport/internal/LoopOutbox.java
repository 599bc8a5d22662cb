package dev.gdwire.transport.internal;

import dev.gdwire.protocol.json.JsonOutput;
import java.nio.ByteBuffer;
import java.util.concurrent.locks.Condition;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Lines of one of a loop's connections that wait to be written, within a limit of bytes. What the
 * loop's thread adds while it takes what the peer said lies in a buffer that the loop lends, and is
 * written at once. What other threads add lies in buffers of its own: one for what has come, one
 * for what is written, both there only while they are needed. One thread writes at a time: the one
 * that took a buffer, until it gives it back.
 *
 * <p>A thread that finds nobody writing takes its own line. But one that sends line after line, and
 * hears nothing between, leaves them to the loop after some, which then finds many of them at once.
 *
 * <p>Guarded by the connection's lock, but for the methods that take it themselves.
 */
public final class LoopOutbox {
    /** Larger buffers are not kept when nothing waits: there may be thousands. */
    private static final int LARGEST_IDLE = 1024;

    private final LoopLock lock;
    private final Condition room;
    private final long limit;
    private final Row row = new Row();
    private final LongSupplier clock;
    private final Runnable askLoop;

    private final EventLoop loop;

    /** Whether lines go to the loop's buffer. */
    private boolean lent;

    private @Nullable JsonOutput lines;

    /** The other buffer: the one that is written, or has been. */
    private @Nullable JsonOutput taken;

    /** How many bytes are still to be written of what was taken, as far as that is known. */
    private int takenBytes;

    /** The rest of that, if the thread that took it left it to the loop. */
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
     * @param askLoop asks the loop's thread to write what is left, and to see to the end
     */
    LoopOutbox(LoopLock lock, EventLoop loop, long limit, LongSupplier clock, Runnable askLoop) {
        this.clock = clock;
        this.lock = lock;
        this.loop = loop;
        this.limit = limit;
        this.askLoop = askLoop;
        room = lock.newCondition();
    }

    /** Where lines are written to. */
    public JsonOutput lines() {
        if (lent) {
            return loop.lines();
        }
        if (lines == null) {
            lines = new JsonOutput();
        }
        return lines;
    }

    private int waiting() {
        return lines == null ? 0 : lines.size();
    }

    /** A line has been written; after the end that counts for nothing. */
    public void added(int length) {
        if (ended) {
            lines().cut(lines().size() - length);
        }
    }

    /**
     * A line has been written that could not wait.
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
        return ended || waiting() + (long) takenBytes < limit;
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
        return writing || waiting() == 0 ? null : take();
    }

    /** What a thread that has added a line of many, perhaps, is to write; null if others do. */
    public @Nullable ByteBuffer takeOfRow(long now) {
        if (row.isLongWith(now) && !writing) {
            askLoop.run();
            return null;
        }
        return takeAtOnce();
    }

    private ByteBuffer take() {
        JsonOutput full = lines();
        lines = taken;
        taken = full;
        takenBytes = full.size();
        answerBytes = 0;
        writing = true;
        return full.asByteBuffer();
    }

    /** The peer has said something: until {@link #endOfTurn} lines may go to the loop's buffer. */
    void turn() {
        row.end();
        lent = !writing && waiting() == 0;
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
        answerBytes = 0;
        return loop.lines().asByteBuffer();
    }

    /** What the peer did not take at once of the loop's buffer. */
    void keep(ByteBuffer rest) {
        takenBytes = rest.remaining();
        left = ByteBuffer.allocate(takenBytes).put(rest).flip();
        writing = true;
    }

    /**
     * A thread has written what it took, as far as the peer took it at once. Takes the lock.
     *
     * @param goesOn whether it has time for what others added meanwhile
     * @return what it is to write next
     */
    @Nullable ByteBuffer wrote(ByteBuffer batch, boolean goesOn) {
        lock.lock();
        try {
            if (batch.hasRemaining()) {
                takenBytes = batch.remaining();
                left = batch;
                room.signalAll();
                askLoop.run();
                return null;
            }
            row.written(clock.getAsLong());
            done();
            if (waiting() > 0 && goesOn) {
                return take();
            }
            if (waiting() > 0 || ended) {
                askLoop.run();
            }
            return null;
        } finally {
            lock.unlock();
        }
    }

    /** What the loop's thread is to write; null if nothing. Takes the lock. */
    @Nullable ByteBuffer takeForLoop() {
        lock.lock();
        try {
            ByteBuffer rest = left;
            left = null;
            return rest == null ? takeAtOnce() : rest;
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
                takenBytes = batch.remaining();
                left = batch;
                room.signalAll();
            } else {
                done();
                left = waiting() > 0 ? take() : null;
            }
            return left != null;
        } finally {
            lock.unlock();
        }
    }

    /** What was taken is written. */
    private void done() {
        writing = false;
        takenBytes = 0;
        if (taken != null) {
            taken.clear();
        }
        if (waiting() == 0) {
            lines = idle(lines);
            taken = idle(taken);
        }
        room.signalAll();
    }

    private static @Nullable JsonOutput idle(@Nullable JsonOutput buffer) {
        return buffer == null || buffer.capacity() > LARGEST_IDLE ? null : buffer;
    }

    /** Whether it has ended, and all is written. Takes the lock. */
    boolean isDrained() {
        lock.lock();
        try {
            return ended && !writing && waiting() == 0;
        } finally {
            lock.unlock();
        }
    }

    /** Takes no more lines; those that wait are still to be written. */
    void end() {
        ended = true;
        room.signalAll();
        askLoop.run();
    }

    /** Takes no more lines and forgets those that wait. Takes the lock. */
    void abandon() {
        lock.lock();
        try {
            end();
            if (lines != null) {
                lines.clear();
            }
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
