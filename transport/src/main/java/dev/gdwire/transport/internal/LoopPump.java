package dev.gdwire.transport.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Moves the bytes of one socket, by the thread of a loop; what other threads send they write
 * themselves as far as the peer takes it at once.
 */
public final class LoopPump implements EventLoop.Member {
    /** What a pump serves. What is not said otherwise is called by the loop's thread. */
    public interface Owner {
        /** Whether more bytes may come; if not, the task is run once when they may. */
        boolean hasRoom(Runnable whenThereIs);

        /** Bytes came in; called with the connection's lock, and what it sends is written next. */
        void bytes(byte[] bytes, int length);

        /** The peer sends no more. */
        void endOfInput();

        /** The connection's clock, in nanoseconds. Called by any thread. */
        long now();

        /** The socket is closed. */
        void finished();

        /** The connection is to end. */
        void shutdown();

        /** The socket or one of the other methods failed. Called by any thread. */
        void failed(Throwable reason);
    }

    private static final int ROUNDS_FOR_OTHERS = 4;

    /** The JDK keeps a buffer of the largest write for each thread that has written. */
    private static final int WRITE_BYTES = 64 * 1024;

    /** How much of one connection's is written before the others have their turn. */
    private static final int TURN_BYTES = 4 * WRITE_BYTES;

    private final SocketChannel channel;
    private final EventLoop loop;
    private final LoopLock lock;
    private final LoopOutbox outbox;
    private final Owner owner;
    private final CountDownLatch finished = new CountDownLatch(1);
    private final AtomicBoolean asked = new AtomicBoolean();
    private final Runnable resume = this::resume;
    private volatile boolean started;
    private volatile boolean ended;
    private volatile boolean aborted;
    private volatile boolean resumed;

    // What follows is the loop's thread's.
    private @Nullable SelectionKey key;
    private int operations = SelectionKey.OP_READ;
    private boolean paused;
    private boolean full;
    private boolean inputDone;
    private boolean outputDone;
    private @Nullable IOException broken;

    /**
     * A pump that stands still.
     *
     * @param lock the connection's
     * @param outboundBytes how many bytes may wait to be sent
     * @throws IOException if the channel is closed
     */
    public LoopPump(
            SocketChannel channel, EventLoop loop, LoopLock lock, long outboundBytes, Owner owner)
            throws IOException {
        this.channel = channel;
        this.loop = loop;
        this.lock = lock;
        this.owner = owner;
        outbox = new LoopOutbox(lock, loop, outboundBytes, owner::now, this::ask);
        channel.configureBlocking(false);
    }

    /** Lets the loop know of it; false if the loop takes no more. */
    public boolean join() {
        return loop.add(this);
    }

    /** Where the connection's lines are put. */
    public LoopOutbox outbox() {
        return outbox;
    }

    /** Begins to read. */
    public void start() {
        started = true;
        ask();
    }

    /** No more is to be sent but what waits. With the connection's lock. */
    public void end() {
        ended = true;
        outbox.end();
    }

    /** Closes the socket, and forgets what waits. */
    public void abort() {
        aborted = true;
        outbox.abandon();
    }

    /** Waits until the socket is closed. */
    public void await() throws InterruptedException {
        finished.await();
    }

    /** Has the loop's thread call {@link #attend}. */
    private void ask() {
        if (asked.compareAndSet(false, true)) {
            loop.ask(this);
        }
    }

    private void resume() {
        resumed = true;
        ask();
    }

    /**
     * Writes, by the calling thread, what it took of the outbox, and what others add meanwhile, as
     * far as the peer takes it at once. Without the connection's lock.
     */
    public void write(@Nullable ByteBuffer taken) {
        ByteBuffer batch = taken;
        for (int round = 1; batch != null; round++) {
            writeOrFail(batch);
            batch = outbox.wrote(batch, round < ROUNDS_FOR_OTHERS);
        }
    }

    private void writeOrFail(ByteBuffer batch) {
        try {
            writeSome(batch);
        } catch (IOException e) {
            batch.position(batch.limit());
            fail(e);
        }
    }

    /** Writes as much as the peer takes now; the rest remains in the buffer. */
    private void writeSome(ByteBuffer batch) throws IOException {
        int end = batch.limit();
        boolean all = true;
        while (all && batch.position() < end) {
            batch.limit(Math.min(end, batch.position() + WRITE_BYTES));
            channel.write(batch);
            all = !batch.hasRemaining();
            batch.limit(end);
        }
    }

    /** Nothing more can be sent or received. */
    private void fail(Throwable reason) {
        try {
            owner.failed(reason);
        } finally {
            abort();
        }
    }

    @Override
    public void ready(int ready) {
        try {
            if ((ready & SelectionKey.OP_WRITE) != 0) {
                flush();
            }
            if ((ready & SelectionKey.OP_READ) != 0 && !inputDone) {
                read();
            }
        } catch (IOException | RuntimeException | Error e) {
            failed(e);
        }
    }

    @Override
    public void attend() {
        asked.set(false);
        try {
            if (finished.getCount() > 0) {
                see();
            }
        } catch (IOException | RuntimeException | Error e) {
            failed(e);
        }
    }

    @Override
    public void shutdown() {
        try {
            owner.shutdown();
        } catch (RuntimeException | Error e) {
            failed(e);
        }
    }

    /** A fault of one connection's must not harm the others. */
    @Override
    public void failed(Throwable reason) {
        try {
            fail(reason);
        } catch (RuntimeException | Error again) {
            Thread thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, again);
        }
    }

    private void read() throws IOException {
        if (!ended && !owner.hasRoom(resume)) {
            paused = true;
            settle();
            return;
        }
        int length;
        try {
            length = loop.read(channel);
        } catch (IOException e) {
            // What is to be sent may still be taken.
            inputDone = true;
            owner.failed(e);
            settle();
            return;
        }
        if (length < 0) {
            inputDone = true;
            owner.endOfInput();
            settle();
        } else if (length > 0) {
            take(length);
        }
    }

    private void take(int length) throws IOException {
        lock.lock();
        try {
            outbox.turn();
            try {
                owner.bytes(loop.bytes(), length);
            } finally {
                writeTurn();
            }
        } finally {
            lock.unlock();
        }
        if (broken != null) {
            throw broken;
        }
        if (full) {
            settle();
        }
    }

    private void writeTurn() {
        ByteBuffer lines = outbox.endOfTurn();
        if (lines == null) {
            return;
        }
        try {
            loop.write(channel, lines, Integer.MAX_VALUE);
            if (lines.hasRemaining()) {
                outbox.keep(lines);
                full = true;
            }
        } catch (IOException e) {
            broken = e;
        } finally {
            loop.clearLines();
        }
    }

    private void flush() throws IOException {
        ByteBuffer batch = outbox.takeForLoop();
        full = false;
        if (batch != null) {
            loop.write(channel, batch, TURN_BYTES);
            full = outbox.wroteInLoop(batch);
        }
        settle();
    }

    /** Looks at what others have changed. */
    private void see() throws IOException {
        if (aborted || ended && !started) {
            finish();
        } else if (started) {
            if (key == null) {
                key = loop.register(channel, this);
            }
            if (resumed || ended) {
                resumed = false;
                paused = false;
            }
            flush();
        }
    }

    /** Ends what is to end; else waits for what there is to wait for. */
    private void settle() throws IOException {
        if (ended && !outputDone && outbox.isDrained()) {
            outputDone = true;
            channel.shutdownOutput();
        }
        if (inputDone && outputDone) {
            finish();
            return;
        }
        int wanted =
                (paused || inputDone ? 0 : SelectionKey.OP_READ)
                        | (full ? SelectionKey.OP_WRITE : 0);
        if (key != null && wanted != operations) {
            operations = wanted;
            key.interestOps(wanted);
        }
    }

    private void finish() {
        loop.remove(this);
        try {
            channel.close();
        } catch (IOException e) {
            owner.failed(e);
        } finally {
            finished.countDown();
            owner.finished();
        }
    }
}
