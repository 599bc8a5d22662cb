package dev.gdwire.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.function.Consumer;

/** Waits for peers on a port, with a thread of its own. Safe for use by many threads. */
public final class Listener implements AutoCloseable {
    /** So many peers may connect before they are taken; what the system has may be less. */
    private static final int BACKLOG = 1024;

    private final ServerSocket server;
    private final Consumer<SocketChannel> onSocket;
    private final Consumer<Problem> onProblem;
    private final Thread thread;

    private Listener(
            ServerSocket server, Consumer<SocketChannel> onSocket, Consumer<Problem> onProblem) {
        this.server = server;
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
        Listener listener = new Listener(bind(address, port, host), onSocket, onProblem);
        listener.thread.start();
        return listener;
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
        while (!server.isClosed()) {
            try {
                take(server.accept().getChannel());
            } catch (IOException | RuntimeException | Error e) {
                // Whatever it was, other peers are to be taken.
                if (!server.isClosed()) {
                    onProblem.accept(
                            Problem.of(ProblemKind.CONNECTION, "a peer could not be taken: " + e)
                                    .withCause(e));
                }
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
