package dev.gdwire.integration.attack;

import dev.gdwire.integration.siege.SiegeProtocol;
import dev.gdwire.protocol.core.CoreProtocol;
import dev.gdwire.protocol.core.Hello;
import dev.gdwire.protocol.core.Offer;
import dev.gdwire.protocol.core.Session;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Those who attack a port: their sockets and threads. Safe for use by many threads. */
final class Assailants implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20_000;
    private static final long STUCK_NANOS = TimeUnit.MILLISECONDS.toNanos(700);
    private static final long LONGEST_END_SECONDS = 20;

    /** What one of them does; an {@link IOException} means that the target has hung up. */
    interface Deed {
        void run() throws IOException, InterruptedException;
    }

    private final int port;
    private final Force force;
    private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
    private final Queue<Throwable> faults = new ConcurrentLinkedQueue<>();
    private final List<Thread> threads = new ArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private final LongAdder sent = new LongAdder();
    private final LongAdder connected = new LongAdder();
    private final LongAdder hungUp = new LongAdder();
    private volatile long lastWrite = System.nanoTime();

    /**
     * They have done nothing as yet.
     *
     * @param force how strong they are
     */
    Assailants(int port, Force force) {
        this.port = port;
        this.force = force;
    }

    /** How strong they are. */
    Force force() {
        return force;
    }

    /** The greeting of a peer that takes blobs. */
    static byte[] hello() {
        return hello(null);
    }

    private static byte[] hello(@Nullable Session session) {
        SiegeProtocol protocol = SiegeProtocol.INSTANCE;
        Offer offer = new Offer(protocol.name(), protocol.version(), protocol.fingerprint());
        Hello hello =
                Hello.of(1, "raw", List.of(offer), List.of("blobs", "sessions"), 1 << 20)
                        .withSession(session);
        String line = new String(CoreProtocol.INSTANCE.encode(hello), StandardCharsets.UTF_8);
        return (line + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Whether the attack is to end. */
    boolean isOver() {
        return over.getCount() == 0;
    }

    /** Waits, but no longer than the attack lasts. */
    void pause(long millis) throws InterruptedException {
        over.await(millis, TimeUnit.MILLISECONDS);
    }

    /** Has so many do something at once, on threads of their own. */
    void each(int count, Deed deed) {
        for (int i = 0; i < count; i++) {
            Thread thread = new Thread(() -> attempt(deed), "assailant-" + i);
            thread.setDaemon(true);
            threads.add(thread);
            thread.start();
        }
    }

    private void attempt(Deed deed) {
        try {
            deed.run();
        } catch (IOException e) {
            if (!isOver()) {
                hungUp.increment();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Throwable e) {
            faults.add(e);
        }
    }

    /** A connection that has said nothing. */
    Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        // Ten thousand of them must not use up the machine's ports for a minute.
        socket.setSoLinger(true, 0);
        socket.setSoTimeout(PATIENCE_MILLIS);
        connected.increment();
        sockets.add(socket);
        if (isOver()) {
            socket.close();
        }
        return socket;
    }

    /** A connection of which the handshake is done. */
    Socket open() throws IOException {
        return open(hello());
    }

    /** The same with a session that outlives the connection. */
    Socket openLasting() throws IOException {
        return open(hello(Session.of(0)));
    }

    private Socket open(byte[] hello) throws IOException {
        Socket socket = connect();
        socket.getOutputStream().write(hello);
        InputStream in = socket.getInputStream();
        int read = in.read();
        while (read != '\n') {
            if (read < 0) {
                throw new EOFException("the target closed the connection");
            }
            read = in.read();
        }
        return socket;
    }

    /** Waits for a byte, or for the end. */
    void hear(Socket socket) throws IOException {
        if (socket.getInputStream().read() < 0) {
            hungUp.increment();
        }
    }

    /** Reads all that comes and forgets it, on a thread of its own. */
    void drain(Socket socket) {
        Thread thread =
                new Thread(
                        () ->
                                attempt(
                                        () -> {
                                            byte[] bytes = new byte[64 * 1024];
                                            socket.setSoTimeout(0);
                                            while (socket.getInputStream().read(bytes) >= 0) {
                                                // Nobody wants it.
                                            }
                                        }),
                        "assailant-drain");
        thread.setDaemon(true);
        thread.start();
    }

    void write(Socket socket, byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        sent.add(bytes.length);
        lastWrite = System.nanoTime();
    }

    /** Whether none of them can write any more: the target does not read on, or has hung up. */
    boolean areStuck() {
        return System.nanoTime() - lastWrite > STUCK_NANOS;
    }

    void hangUp(Socket socket) throws IOException {
        sockets.remove(socket);
        socket.close();
    }

    long sentBytes() {
        return sent.sum();
    }

    long connections() {
        return connected.sum();
    }

    /** How many the target has hung up on. */
    long hungUpOn() {
        return hungUp.sum();
    }

    /** Hangs up all of them and waits for their threads. */
    @Override
    public void close() {
        over.countDown();
        try {
            for (Socket socket : sockets) {
                socket.close();
            }
            for (Thread thread : threads) {
                thread.join(TimeUnit.SECONDS.toMillis(LONGEST_END_SECONDS));
            }
        } catch (IOException e) {
            faults.add(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!faults.isEmpty()) {
            throw new AssertionError("an attack went wrong", faults.peek());
        }
    }
}
