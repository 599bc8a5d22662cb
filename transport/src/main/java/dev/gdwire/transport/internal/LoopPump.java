package dev.gdwire.transport.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A pump of one of a loop's connections: the loop's thread reads for it, and for others. */
public final class LoopPump extends Pump implements EventLoop.Member {
    /** How much of one connection's is written before the others have their turn. */
    private static final int TURN_BYTES = 4 * WRITE_BYTES;

    private final SocketChannel channel;
    private final ByteLink link;
    private final EventLoop loop;
    private final PumpOwner owner;
    private final LoopOutbox outbox;
    private final CountDownLatch finished = new CountDownLatch(1);
    private final AtomicBoolean asked = new AtomicBoolean();
    private final Runnable resume = this::resume;
    private volatile boolean started;
    private volatile boolean ended;
    private volatile boolean aborted;
    private volatile boolean resumed;

    // What follows is the loop's thread's.
    private @Nullable SelectionKey key;
    private final Portion portion = new Portion(EventLoop.READ_BYTES);
    private int operations = SelectionKey.OP_READ;
    private boolean paused;
    private boolean full;
    private boolean inputDone;
    private boolean outputDone;
    private @Nullable IOException broken;

    /**
     * A pump that stands still.
     *
     * @param outboundBytes how many bytes may wait to be sent
     * @throws IOException if the channel is closed
     */
    public LoopPump(ByteLink link, EventLoop loop, long outboundBytes, PumpOwner owner)
            throws IOException {
        super(link, owner, loop.newLock());
        this.link = link;
        channel = link.channel();
        this.loop = loop;
        this.owner = owner;
        outbox = new LoopOutbox(lock(), loop, outboundBytes, owner::now, this::ask);
    }

    @Override
    public Outbox outbox() {
        return outbox;
    }

    @Override
    public void join() {
        if (!loop.add(this)) {
            throw new IllegalStateException("The driver is closed: it takes no more connections.");
        }
    }

    @Override
    public void discard() {
        // The loop has all that it would need.
    }

    @Override
    public void start() {
        started = true;
        ask();
    }

    @Override
    public void end() {
        ended = true;
        super.end();
    }

    @Override
    public void abort() {
        aborted = true;
        outbox.abandon();
    }

    @Override
    public boolean isOnDriver() {
        return EventLoop.isOnLoop();
    }

    @Override
    public void await() throws InterruptedException {
        finished.await();
    }

    @Override
    public <T> Waiter<T> waiter() {
        return new Waiter<>(waiter -> LockSupport.unpark(waiter.thread()));
    }

    @Override
    public <T> T await(Waiter<T> waiter) throws InterruptedException {
        T value = waiter.value();
        while (value == null) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            LockSupport.park(this);
            value = waiter.value();
        }
        return value;
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

    @Override
    public void ready(int ready) {
        try {
            if ((ready & SelectionKey.OP_WRITE) != 0) {
                flush();
            }
            // While a handshake goes on, what can be written can let more be read.
            if (((ready & SelectionKey.OP_READ) != 0 || link.isShaking()) && !inputDone) {
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
            length = loop.read(link, portion.bytes());
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
            return;
        }
        if (length > 0) {
            take(length);
        }
        if (link.hasShaken()) {
            flush();
        }
        if (link.hasMore()) {
            // In its turn: no socket will tell.
            ask();
        }
    }

    private void take(int length) throws IOException {
        lock().lock();
        try {
            outbox.turn();
            try {
                long start = System.nanoTime();
                owner.bytes(loop.bytes(), length);
                portion.took(length, System.nanoTime() - start);
            } finally {
                writeTurn();
            }
        } finally {
            lock().unlock();
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
            loop.write(link, lines, Integer.MAX_VALUE);
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
        link.flush();
        ByteBuffer batch = outbox.takeForLoop();
        full = false;
        if (batch != null) {
            loop.write(link, batch, TURN_BYTES);
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
                link.open();
            }
            if (resumed || ended) {
                resumed = false;
                paused = false;
            }
            flush();
            if (link.hasMore() && !paused && !inputDone) {
                read();
            }
        }
    }

    /** Ends what is to end; else waits for what there is to wait for. */
    private void settle() throws IOException {
        if (ended && !outputDone && outbox.isDrained()) {
            outputDone = link.endOutput();
            full = !outputDone;
        }
        if (inputDone && outputDone) {
            finish();
            return;
        }
        int wanted =
                (paused || inputDone ? 0 : link.readOperations())
                        | (full ? link.writeOperations() : 0);
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
            try {
                owner.finished();
            } finally {
                finished.countDown();
            }
        }
    }
}
