package dev.gdwire.transport.internal;

import dev.gdwire.protocol.json.JsonOutput;
import java.nio.ByteBuffer;
import java.util.concurrent.locks.Condition;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Lines that wait to be written, within a limit of bytes. They lie in one of two buffers, one
 * behind the other: all that have come while one buffer is written are the next to be written. One
 * thread writes at a time: the one that took a buffer, until it gives it back.
 *
 * <p>A thread that finds nobody writing takes its own line: a lone line goes out without another
 * thread. But one that sends line after line, and hears nothing between, leaves them to the
 * driver's thread after some, which then finds many of them at once.
 *
 * <p>Guarded by the connection's lock, but for the methods that take it themselves.
 */
public abstract class Outbox {
    private final ConnectionLock lock;
    private final long limit;
    private final LongSupplier clock;
    private final int largestIdle;
    private final Condition room;
    private final Row row = new Row();

    /**
     * The driver's thread is about to write a row, or does, and has not come to its end. Until then
     * what is added needs no other thread, nor the time.
     */
    private boolean rowIsDrivers;

    private @Nullable BooleanSupplier otherRoom;
    private @Nullable JsonOutput lines;

    /** The other buffer: the one that is written, or has been. */
    private @Nullable JsonOutput taken;

    /** How many bytes are still to be written of what was taken, as far as that is known. */
    private int takenBytes;

    /** The rest of that, if the thread that took it left it to the driver's. */
    private @Nullable ByteBuffer left;

    private long answerBytes;
    private long writtenBytes;
    private Runnable onLess = () -> {};
    private boolean writing;
    private boolean ended;
    private long unsent;

    /**
     * An empty outbox.
     *
     * @param lock the connection's
     * @param limit how many bytes may wait
     * @param clock the connection's, in nanoseconds
     * @param largestIdle a buffer with more bytes of room is kept only while it is used
     */
    Outbox(ConnectionLock lock, long limit, LongSupplier clock, int largestIdle) {
        this.lock = lock;
        this.limit = limit;
        this.clock = clock;
        this.largestIdle = largestIdle;
        room = lock.newCondition();
    }

    /** Asks the driver's thread to write what waits, and to see to the end. */
    abstract void askDriver();

    /**
     * What is to be done, with the lock, whenever some was written and less waits; it may add
     * lines. It is never done within a line.
     */
    public final void onLess(Runnable task) {
        onLess = task;
    }

    /** Where lines are written to. */
    public JsonOutput lines() {
        if (lines == null) {
            lines = new JsonOutput();
        }
        return lines;
    }

    final int waiting() {
        return lines == null ? 0 : lines.size();
    }

    /** How many bytes wait to be taken by the peer. */
    public final long queued() {
        return waiting() + (long) takenBytes;
    }

    /** How many bytes were taken by the peer, or are lost with it. */
    public final long written() {
        return writtenBytes;
    }

    /** Whether a line would soon be on its way. */
    public final boolean hasLessThan(long bytes) {
        return ended || lines().size() + (long) takenBytes < bytes;
    }

    /** Lines were added by a thread that goes to wait, and takes none of them. */
    public final void leaveToDriver() {
        if (!writing && waiting() > 0) {
            askDriver();
        }
    }

    /** A line has been written; after the end that counts for nothing. */
    public final void added(int length) {
        if (ended) {
            lines().cut(lines().size() - length);
        }
    }

    /**
     * A line has been written that could not wait.
     *
     * @return false when there are too many
     */
    public final boolean answered(int length) {
        added(length);
        answerBytes += ended ? 0 : length;
        return answerBytes <= limit;
    }

    /** The lines that could not wait are on their way. */
    final void forgetAnswers() {
        answerBytes = 0;
    }

    /** Lines are kept elsewhere too, where there must be room for them. */
    public final void alsoNeeds(BooleanSupplier otherRoom) {
        this.otherRoom = otherRoom;
    }

    /** There may be more room elsewhere. */
    public final void otherRoomChanged() {
        room.signalAll();
    }

    /** Whether a user may add a line. */
    public final boolean hasRoom() {
        return (ended || queued() < limit) && (otherRoom == null || otherRoom.getAsBoolean());
    }

    /**
     * Waits until there is room, or no more will be taken.
     *
     * @return false when that took too long
     */
    public final boolean awaitRoom(long nanos) throws InterruptedException {
        long remaining = nanos;
        while (!hasRoom() && remaining > 0) {
            remaining = room.awaitNanos(remaining);
        }
        return hasRoom();
    }

    /**
     * What a thread that has added lines is to write; null if there are none, or another writes.
     */
    public final @Nullable ByteBuffer takeAtOnce() {
        ByteBuffer batch = takeForDriver();
        if (batch != null) {
            // The driver's thread may find nothing, and then says nothing of the row's end.
            rowIsDrivers = false;
        }
        return batch;
    }

    /** The same for the driver's thread. */
    final @Nullable ByteBuffer takeForDriver() {
        return writing || waiting() == 0 ? null : take();
    }

    /** What a thread that has added a line of many, perhaps, is to write; null if others do. */
    public final @Nullable ByteBuffer takeOfRow() {
        if (rowIsDrivers) {
            row.grow();
            return null;
        }
        if (writing) {
            return null;
        }
        if (row.isLongWith(clock.getAsLong())) {
            rowIsDrivers = true;
            askDriver();
            return null;
        }
        return takeAtOnce();
    }

    /** The peer has said something: what is sent next may be what it waits for. */
    final void endRow() {
        row.end();
        rowIsDrivers = false;
    }

    /** The driver's thread has written all: what comes soon is of the same row. */
    final void driverRests() {
        if (rowIsDrivers) {
            rowIsDrivers = false;
            row.written(clock.getAsLong());
        }
    }

    private ByteBuffer take() {
        JsonOutput full = lines();
        lines = taken;
        taken = full;
        takenBytes = full.size();
        forgetAnswers();
        writing = true;
        return full.asByteBuffer();
    }

    /**
     * A thread that is not the driver's has written what it took, as far as the peer took it at
     * once. Takes the lock.
     *
     * @param goesOn whether it has time for what others added meanwhile
     * @return what it is to write next
     */
    final @Nullable ByteBuffer wrote(ByteBuffer batch, boolean goesOn) {
        lock.lock();
        try {
            if (batch.hasRemaining()) {
                leave(batch);
                askDriver();
                return null;
            }
            row.written(clock.getAsLong());
            done();
            if (waiting() > 0 && goesOn) {
                return take();
            }
            if (waiting() > 0 || ended) {
                askDriver();
            }
            return null;
        } finally {
            lock.unlock();
        }
    }

    /** Only some of what was taken is written: the rest is next. */
    final void leave(ByteBuffer rest) {
        writing = true;
        writtenBytes += takenBytes - rest.remaining();
        takenBytes = rest.remaining();
        left = rest;
        less();
    }

    /** The rest of what was taken; null if there is none. */
    final @Nullable ByteBuffer takeLeft() {
        ByteBuffer rest = left;
        left = null;
        return rest;
    }

    final boolean isLeft() {
        return left != null;
    }

    final boolean isWriting() {
        return writing;
    }

    final boolean isEnded() {
        return ended;
    }

    /** What was taken is written. */
    final void done() {
        writing = false;
        writtenBytes += takenBytes;
        takenBytes = 0;
        if (taken != null) {
            taken.clear();
        }
        if (waiting() == 0) {
            lines = idle(lines);
            taken = idle(taken);
        }
        less();
    }

    private void less() {
        room.signalAll();
        onLess.run();
    }

    /** So many bytes of lines lay in another buffer than those here, and are on their way. */
    final void lent(int bytes) {
        writtenBytes += bytes;
        less();
        leaveToDriver();
    }

    private @Nullable JsonOutput idle(@Nullable JsonOutput buffer) {
        return buffer == null || buffer.capacity() > largestIdle ? null : buffer;
    }

    /** Takes no more lines; those that wait are still to be written. */
    public final void end() {
        ended = true;
        room.signalAll();
        askDriver();
    }

    /**
     * About how many bytes were forgotten: what another thread writes meanwhile may count. Takes
     * the lock.
     */
    public final long unsent() {
        lock.lock();
        try {
            return unsent;
        } finally {
            lock.unlock();
        }
    }

    /** Takes no more lines and forgets those that wait. Takes the lock. */
    final void abandon() {
        lock.lock();
        try {
            end();
            unsent += waiting() + (long) takenBytes;
            if (lines != null) {
                lines.clear();
            }
            forgetAnswers();
            if (takeLeft() != null) {
                takenBytes = 0;
                done();
            }
        } finally {
            lock.unlock();
        }
    }
}
