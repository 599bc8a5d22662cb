package dev.gdwire.transport.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Moves the bytes of one socket for a connection. What is read, and what others left to write, is
 * the business of the driver's threads; a thread that sends writes itself as far as the peer takes
 * it at once. Safe for use by many threads.
 */
public abstract class Pump {
    /** Makes a pump for a connection. */
    @FunctionalInterface
    public interface Factory {
        /**
         * A pump that stands still.
         *
         * @param name of the connection
         * @throws IOException if the channel is closed, or the system has no more room
         */
        Pump newPump(ByteLink link, PumpOwner owner, String name) throws IOException;
    }

    /** The JDK keeps a buffer of the largest write for each thread that has written. */
    static final int WRITE_BYTES = 64 * 1024;

    private static final int ROUNDS_FOR_OTHERS = 4;

    private final ByteLink link;
    private final PumpOwner owner;
    private final ConnectionLock lock;

    Pump(ByteLink link, PumpOwner owner, ConnectionLock lock) throws IOException {
        this.link = link;
        this.owner = owner;
        this.lock = lock;
        link.channel().configureBlocking(false);
    }

    /** The connection's lock. */
    public final ConnectionLock lock() {
        return lock;
    }

    /** Where the connection's lines are put. */
    public abstract Outbox outbox();

    /**
     * Lets the driver know of it.
     *
     * @throws IllegalStateException if the driver is closed
     */
    public abstract void join();

    /** Gives up a pump that never joined its driver. */
    public abstract void discard();

    /** Begins to read. */
    public abstract void start();

    /** No more is to be sent but what waits. With the connection's lock. */
    public void end() {
        outbox().end();
    }

    /** Closes the socket, and forgets what waits. */
    public abstract void abort();

    /** Whether the calling thread is one of the driver's, which others wait for. */
    public abstract boolean isOnDriver();

    /** Waits until the socket is closed. */
    public abstract void await() throws InterruptedException;

    /** A wait of the calling thread's, to be made before what ends it can happen. */
    public abstract <T> Waiter<T> waiter();

    /**
     * Waits for what was made by {@link #waiter}.
     *
     * @throws InterruptedException if the thread was interrupted and the wait has not ended yet
     */
    public abstract <T> T await(Waiter<T> waiter) throws InterruptedException;

    /**
     * Writes, by the calling thread, what it took of the outbox, and what others add meanwhile, as
     * far as the peer takes it at once. Without the connection's lock.
     */
    public final void write(@Nullable ByteBuffer taken) {
        ByteBuffer batch = taken;
        for (int round = 1; batch != null; round++) {
            ByteBuffer next;
            try {
                writeSome(batch);
            } catch (IOException e) {
                batch.position(batch.limit());
                fail(e);
            } finally {
                // Whatever a listener throws: until then nobody else may write.
                next = outbox().wrote(batch, round < ROUNDS_FOR_OTHERS);
            }
            batch = next;
        }
    }

    /** Writes as much as the peer takes now; the rest remains in the buffer. */
    final void writeSome(ByteBuffer lines) throws IOException {
        int end = lines.limit();
        boolean all = true;
        while (all && lines.position() < end) {
            lines.limit(Math.min(end, lines.position() + WRITE_BYTES));
            link.write(lines);
            all = !lines.hasRemaining();
            lines.limit(end);
        }
    }

    /** Nothing more can be sent or received. */
    final void fail(Throwable reason) {
        try {
            owner.failed(reason);
        } finally {
            abort();
        }
    }
}
