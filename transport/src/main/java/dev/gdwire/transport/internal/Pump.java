package dev.gdwire.transport.internal;

import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Moves the bytes of one socket: a thread that reads, and one that writes what others left. */
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

    private static final int READ_BYTES = 64 * 1024;
    private static final int ROUNDS_FOR_OTHERS = 4;

    private final Socket socket;
    private final Outbox outbox;
    private final Owner owner;
    private final Consumer<Exception> onFailure;
    private final Thread reader;
    private final Thread writer;
    private final CountDownLatch running = new CountDownLatch(2);

    /** A pump that stands still. */
    public Pump(
            Socket socket, Outbox outbox, Owner owner, Consumer<Exception> onFailure, String name) {
        this.socket = socket;
        this.outbox = outbox;
        this.owner = owner;
        this.onFailure = onFailure;
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

    /** Writes what waits, by the calling thread, unless another one writes. */
    public void flush() {
        for (int round = 0; round < ROUNDS_FOR_OTHERS; round++) {
            byte[] batch = outbox.tryTake();
            if (batch == null) {
                return;
            }
            send(batch);
        }
        outbox.wakeWriter();
    }

    /** Closes the socket at once; both threads end. */
    public void abort() {
        outbox.abandon();
        reader.interrupt();
        closeSocket();
    }

    /** Waits for both threads, unless the calling thread is one of them. */
    public void join() throws InterruptedException {
        if (Thread.currentThread() != reader && Thread.currentThread() != writer) {
            reader.join();
            writer.join();
        }
    }

    private void read() {
        byte[] buffer = new byte[READ_BYTES];
        try {
            int length = read(buffer);
            while (length >= 0) {
                owner.bytes(buffer, length);
                length = read(buffer);
            }
            owner.endOfInput();
        } catch (IOException e) {
            onFailure.accept(e);
        } catch (RuntimeException e) {
            // A fault of the user's side must not leave a connection that nobody reads.
            onFailure.accept(e);
            abort();
        } catch (InterruptedException e) {
            // Only an abort interrupts this thread: the connection has ended.
            closeSocket();
        } finally {
            finish();
        }
    }

    private int read(byte[] buffer) throws IOException, InterruptedException {
        owner.awaitRoom();
        return socket.getInputStream().read(buffer);
    }

    private void write() {
        try {
            byte @Nullable [] batch = outbox.take();
            while (batch != null) {
                send(batch);
                batch = outbox.take();
            }
            if (!socket.isClosed()) {
                socket.shutdownOutput();
            }
        } catch (IOException e) {
            onFailure.accept(e);
        } catch (InterruptedException e) {
            closeSocket();
        } finally {
            finish();
        }
    }

    private void send(byte[] batch) {
        try {
            socket.getOutputStream().write(batch);
        } catch (IOException e) {
            onFailure.accept(e);
            abort();
        } finally {
            outbox.done();
        }
    }

    /** The thread that ends last closes the socket: till then the other one may need it. */
    private void finish() {
        running.countDown();
        if (running.getCount() == 0) {
            closeSocket();
            owner.finished();
        }
    }

    private void closeSocket() {
        try {
            socket.close();
        } catch (IOException e) {
            onFailure.accept(e);
        }
    }
}
