package dev.gdwire.transport.internal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Moves the bytes of one socket: a thread that reads while no thread of the user's does, and one
 * that writes what others left.
 */
public final class Pump {
    /** What a pump serves. */
    public interface Owner {
        /** Waits until more bytes may come. */
        void awaitRoom() throws InterruptedException;

        /** Bytes came in. */
        void bytes(byte[] bytes, int length);

        /** The peer sends no more. */
        void endOfInput();

        /** Both threads have ended, and the socket is closed. */
        void finished();
    }

    private static final int ROUNDS_FOR_OTHERS = 4;
    private static final long LINGER_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private final SocketChannel channel;
    private final Outbox outbox;
    private final Owner owner;
    private final Consumer<Throwable> onFailure;
    private final Inflow inflow;
    private final Outflow outflow;
    private final Baton baton;
    private final Thread reader;
    private final Thread writer;
    private final CountDownLatch running = new CountDownLatch(2);

    /**
     * A pump that stands still.
     *
     * @param spin how long the thread that reads looks for bytes before it sleeps
     * @throws IOException if the channel is closed, or the system has no more room
     */
    public Pump(
            SocketChannel channel,
            Duration spin,
            Outbox outbox,
            Owner owner,
            Consumer<Throwable> onFailure,
            String name)
            throws IOException {
        this.channel = channel;
        this.outbox = outbox;
        this.owner = owner;
        this.onFailure = onFailure;
        channel.configureBlocking(false);
        inflow = new Inflow(channel, spin, new Arrivals());
        outflow = new Outflow(channel);
        baton = new Baton(inflow, LINGER_NANOS);
        reader = thread(this::read, "gdwire-reader-" + name);
        writer = thread(this::write, "gdwire-writer-" + name);
    }

    private static Thread thread(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Starts both threads. */
    public void start() {
        reader.start();
        writer.start();
    }

    /** The right to read: whoever waits for something can have it. */
    public Baton baton() {
        return baton;
    }

    /**
     * Writes, by the calling thread, what it took of the outbox, and what others add meanwhile, as
     * far as the peer takes it at once.
     */
    public void write(@Nullable ByteBuffer taken) {
        ByteBuffer batch = taken;
        for (int round = 1; batch != null; round++) {
            try {
                outflow.writeSome(batch);
            } catch (IOException e) {
                onFailure.accept(e);
                abort();
                batch.position(batch.limit());
            }
            batch = outbox.wrote(batch, round < ROUNDS_FOR_OTHERS);
        }
    }

    /** Closes the socket at once; both threads end. */
    public void abort() {
        outbox.abandon();
        reader.interrupt();
        close(channel);
        inflow.wake();
        outflow.wake();
    }

    /** Waits for both threads, unless the calling thread is one of them. */
    public void join() throws InterruptedException {
        if (Thread.currentThread() != reader && Thread.currentThread() != writer) {
            reader.join();
            writer.join();
        }
    }

    private void read() {
        try {
            // Room first: who has the right to read and does not use it is in the way of others.
            owner.awaitRoom();
            while (baton.keep() && readAndLetGo()) {
                owner.awaitRoom();
            }
        } catch (InterruptedException e) {
            // Only an abort interrupts this thread: the connection has ended.
            close(channel);
        } finally {
            baton.end();
            finish();
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
            if (channel.isOpen()) {
                channel.shutdownOutput();
            }
        } catch (IOException e) {
            onFailure.accept(e);
        } catch (InterruptedException e) {
            close(channel);
        } finally {
            finish();
        }
    }

    private void writeNext(ByteBuffer batch) {
        try {
            outflow.writeNext(batch);
        } catch (IOException e) {
            onFailure.accept(e);
            abort();
            batch.position(batch.limit());
        }
    }

    /** The thread that ends last closes the socket: till then the other one may need it. */
    private void finish() {
        running.countDown();
        if (running.getCount() == 0) {
            close(channel);
            close(inflow);
            close(outflow);
            owner.finished();
        }
    }

    private void close(Closeable resource) {
        try {
            resource.close();
        } catch (IOException e) {
            onFailure.accept(e);
        }
    }

    /** What the thread that reads meets, whichever it is. */
    private final class Arrivals implements Inflow.Sink {
        @Override
        public void bytes(byte[] bytes, int length) {
            owner.bytes(bytes, length);
        }

        @Override
        public void endOfInput() {
            owner.endOfInput();
        }

        @Override
        public void failed(Throwable reason) {
            onFailure.accept(reason);
            if (!(reason instanceof IOException)) {
                // A fault of the user's side must not leave a connection that nobody reads.
                abort();
            }
        }
    }
}
