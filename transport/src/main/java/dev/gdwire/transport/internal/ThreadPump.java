package dev.gdwire.transport.internal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * A pump with a thread that reads while no thread of the user's does, and one that writes what
 * others left. A thread that waits for something reads itself when no other does.
 */
public final class ThreadPump extends Pump {
    private static final long LINGER_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private final SocketChannel channel;
    private final ByteLink link;
    private final PumpOwner owner;
    private final WriterOutbox outbox;
    private final Inflow inflow;
    private final Outflow outflow;
    private final Baton baton;
    private final Thread reader;
    private final Thread writer;
    private final CountDownLatch running = new CountDownLatch(2);
    private volatile boolean started;

    /**
     * A pump that stands still.
     *
     * @param spin how long the thread that reads looks for bytes before it sleeps
     * @param outboundBytes how many bytes may wait to be sent
     * @param threads makes its two threads
     * @throws IOException if the channel is closed, or the system has no more room
     */
    public ThreadPump(
            ByteLink link,
            Duration spin,
            long outboundBytes,
            ThreadFactory threads,
            PumpOwner owner,
            String name)
            throws IOException {
        super(link, owner, new SpinningLock());
        this.link = link;
        channel = link.channel();
        this.owner = owner;
        outbox = new WriterOutbox(lock(), outboundBytes, owner::now);
        inflow = new Inflow(link, spin, new Arrivals());
        outflow = new Outflow(link);
        baton = new Baton(new WithinLimits(), LINGER_NANOS);
        reader = Threads.named(threads, this::read, "gdwire-reader-" + name);
        writer = Threads.named(threads, this::write, "gdwire-writer-" + name);
    }

    @Override
    public Outbox outbox() {
        return outbox;
    }

    @Override
    public void join() {
        // Each of these has its own threads, and the driver knows none of them.
    }

    @Override
    public void discard() {
        close(inflow);
        close(outflow);
    }

    @Override
    public void start() {
        started = true;
        reader.start();
        writer.start();
    }

    @Override
    public void abort() {
        outbox.abandon();
        reader.interrupt();
        close(channel);
        inflow.wake();
        outflow.wake();
        if (!started) {
            // There are no threads that could.
            discard();
        }
    }

    @Override
    public boolean isOnDriver() {
        return false;
    }

    @Override
    public void await() throws InterruptedException {
        if (Thread.currentThread() != reader && Thread.currentThread() != writer) {
            reader.join();
            writer.join();
        }
    }

    @Override
    public <T> Waiter<T> waiter() {
        return baton.waiter();
    }

    @Override
    public <T> T await(Waiter<T> waiter) throws InterruptedException {
        return baton.await(waiter);
    }

    private void read() {
        try {
            // Room first: who has the right to read and does not use it is in the way of others.
            owner.awaitRoom();
            boolean open = open();
            while (open && baton.keep() && readAndLetGo()) {
                owner.awaitRoom();
            }
        } catch (InterruptedException e) {
            // Only an abort interrupts this thread: the connection has ended.
            close(channel);
        } catch (RuntimeException | Error e) {
            fail(e);
        } finally {
            baton.end();
            finish();
        }
    }

    private boolean open() {
        try {
            link.open();
            return true;
        } catch (IOException e) {
            owner.failed(e);
            return false;
        } catch (RuntimeException | Error e) {
            // No fault of the socket's: the thread that writes would wait for ever.
            fail(e);
            return false;
        }
    }

    private boolean readAndLetGo() {
        try {
            return inflow.read();
        } finally {
            baton.letGo();
        }
    }

    private void write() {
        try {
            ByteBuffer batch = outbox.next(null);
            while (batch != null) {
                writeNext(batch);
                batch = outbox.next(batch);
            }
            while (channel.isOpen() && !link.endOutput()) {
                outflow.awaitRoom();
            }
        } catch (IOException e) {
            owner.failed(e);
        } catch (InterruptedException e) {
            close(channel);
        } catch (RuntimeException | Error e) {
            // Those who send must not wait for room that nobody makes.
            fail(e);
        } finally {
            finish();
        }
    }

    /** Writes some; waits until the peer takes that. */
    private void writeNext(ByteBuffer batch) {
        int before = batch.remaining();
        try {
            writeSome(batch);
            while (batch.remaining() == before) {
                outflow.awaitRoom();
                writeSome(batch);
            }
        } catch (IOException e) {
            batch.position(batch.limit());
            fail(e);
        }
    }

    /** The thread that ends last closes the socket: till then the other one may need it. */
    private void finish() {
        running.countDown();
        if (running.getCount() == 0) {
            close(channel);
            discard();
            owner.finished();
        }
    }

    private void close(Closeable resource) {
        try {
            resource.close();
        } catch (IOException e) {
            owner.failed(e);
        }
    }

    /** A thread that waits for a reply reads no more than others may: it waits for room too. */
    private final class WithinLimits implements Baton.Source {
        private final Runnable wake = this::wake;

        @Override
        public boolean read() {
            return owner.hasRoom(wake) ? inflow.read() : inflow.pause();
        }

        @Override
        public void wake() {
            inflow.wake();
        }
    }

    /** What the thread that reads meets, whichever it is. */
    private final class Arrivals implements Inflow.Sink {
        @Override
        public void bytes(byte[] bytes, int length) {
            ByteBuffer batch;
            lock().lock();
            try {
                outbox.endRow();
                owner.bytes(bytes, length);
                batch = outbox.takeAtOnce();
            } finally {
                lock().unlock();
            }
            ThreadPump.this.write(batch);
        }

        @Override
        public void endOfInput() {
            owner.endOfInput();
        }

        @Override
        public void failed(Throwable reason) {
            owner.failed(reason);
            if (!(reason instanceof IOException)) {
                // A fault of the user's side must not leave a connection that nobody reads.
                abort();
            }
        }
    }
}
