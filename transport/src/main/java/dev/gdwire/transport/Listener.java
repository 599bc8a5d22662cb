package dev.gdwire.transport;

import dev.gdwire.transport.internal.ErrorLimiter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Waits for peers on a port, with a thread of its own. Safe for use by many threads. */
public final class Listener implements AutoCloseable {
    /** So many peers may connect before they are taken; what the system has may be less. */
    private static final int BACKLOG = 1024;

    private static final long SHORTEST_PAUSE_MILLIS = 10;
    private static final long LONGEST_PAUSE_MILLIS = 1000;

    /** What waits for peers; it may fail when the system has no more room for sockets. */
    @FunctionalInterface
    interface Source {
        SocketChannel accept() throws IOException;
    }

    private final ServerSocket server;
    private final Source source;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ErrorLimiter limiter = new ErrorLimiter(0);
    private final long origin = System.nanoTime();
    private final Consumer<SocketChannel> onSocket;
    private final Consumer<Problem> onProblem;
    private final Thread thread;

    /** Package-private for tests, whose source fails when they like. */
    Listener(
            ServerSocket server,
            Source source,
            Consumer<SocketChannel> onSocket,
            Consumer<Problem> onProblem) {
        this.server = server;
        this.source = source;
        this.onSocket = onSocket;
        this.onProblem = onProblem;
        thread = new Thread(this::run, "gdwire-listener-" + server.getLocalPort());
        thread.setDaemon(true);
    }

    /**
     * Listens on an address.
     *
     * @param host the address, such as {@code 127.0.0.1}; peers on other machines reach only
     *     addresses that the machine has towards them
     * @param port the port, or 0 for any that is free
     * @param onSocket gets each peer's socket, on the listener's thread
     * @param onProblem told when a peer could not be taken
     * @throws ListenException if that address and port cannot be had
     */
    public static Listener open(
            String host, int port, Consumer<SocketChannel> onSocket, Consumer<Problem> onProblem) {
        if (port < 0 || port > 65535) {
            throw new ListenException(port + " is no port: it must be 0 to 65535");
        }
        InetAddress address;
        try {
            address = InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new ListenException("There is no host named " + host + ": check the name.", e);
        }
        loadWhatCloses();
        ServerSocket server = bind(address, port, host);
        return new Listener(server, () -> server.accept().getChannel(), onSocket, onProblem)
                .start();
    }

    /**
     * What closes sockets in the Java library needs a file descriptor of its own when it is first
     * used. Were there none then, no socket of this process could ever be closed.
     */
    private static void loadWhatCloses() {
        try {
            SocketChannel.open().close();
            Selector.open().close();
        } catch (IOException e) {
            throw new ListenException(
                    "there is no room for sockets on this system: " + e.getMessage(), e);
        }
    }

    Listener start() {
        thread.start();
        return this;
    }

    private static ServerSocket bind(InetAddress address, int port, String host) {
        try {
            return listen(address, port);
        } catch (IOException e) {
            throw new ListenException(reason(address, port, host, e), e);
        }
    }

    private static ServerSocket listen(InetAddress address, int port) throws IOException {
        ServerSocket server = ServerSocketChannel.open().socket();
        try {
            server.bind(new InetSocketAddress(address, port), BACKLOG);
            return server;
        } catch (IOException e) {
            server.close();
            throw e;
        }
    }

    /** Whether address or port is at fault is found by asking for any port of the address. */
    private static String reason(InetAddress address, int port, String host, IOException first) {
        try (ServerSocket any = listen(address, 0)) {
            return port < 1024 && any.isBound()
                    ? "cannot listen on %s:%d: the port is in use, or needs more rights; choose one from 1024"
                            .formatted(host, port)
                    : "port %d on %s is in use: stop the program that has it, or choose another port"
                            .formatted(port, host);
        } catch (IOException e) {
            first.addSuppressed(e);
            return "cannot listen on %s: it is no address of this machine".formatted(host);
        }
    }

    /** The port that it listens on. */
    public int port() {
        return server.getLocalPort();
    }

    /** Takes no more peers. Those that are connected stay. */
    @Override
    public void close() {
        closed.countDown();
        try {
            server.close();
            if (Thread.currentThread() != thread) {
                thread.join();
            }
        } catch (IOException e) {
            throw new ListenException("The port could not be closed: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        long pause = SHORTEST_PAUSE_MILLIS;
        while (!server.isClosed()) {
            SocketChannel socket;
            try {
                socket = source.accept();
            } catch (IOException | RuntimeException | Error e) {
                if (pause == SHORTEST_PAUSE_MILLIS) {
                    noRoom(e);
                }
                sleep(pause);
                pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
                continue;
            }
            pause = SHORTEST_PAUSE_MILLIS;
            taken(socket);
        }
    }

    /** Told once: the system may be out of sockets for long, and those who connect wait for it. */
    private void noRoom(Throwable e) {
        if (!server.isClosed()) {
            String text =
                    "no peer can be taken for now: %s; it is tried again, and peers that connect"
                        + " wait. If files are too many: close some, take fewer peers, or raise the"
                        + " system's limit (ulimit -n)";
            onProblem.accept(Problem.of(ProblemKind.CONNECTION, text.formatted(e)).withCause(e));
        }
    }

    private void sleep(long millis) {
        try {
            closed.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            // Nobody interrupts this thread but to end it.
            close();
        }
    }

    private void taken(SocketChannel socket) {
        try {
            take(socket);
        } catch (IOException | RuntimeException | Error e) {
            // Whatever it was, other peers are to be taken; and many must not make many problems.
            if (!server.isClosed() && limiter.pass(System.nanoTime() - origin)) {
                onProblem.accept(
                        Problem.of(ProblemKind.CONNECTION, "a peer could not be taken: " + e)
                                .withCause(e));
            }
        }
    }

    private void take(SocketChannel socket) throws IOException {
        boolean taken = false;
        try {
            onSocket.accept(socket);
            taken = true;
        } finally {
            if (!taken) {
                // Else the peer would wait for ever.
                socket.close();
            }
        }
    }
}
