package dev.gdwire.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Sends back what comes, and tells how each connection ended. */
final class EchoServer implements AutoCloseable {
    static final String END = "end";

    private final ServerSocket server;
    private final BlockingQueue<String> endings = new LinkedBlockingQueue<>();

    EchoServer() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "echo");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return server.getLocalPort();
    }

    /** How connections ended: {@link #END}, or with what. */
    BlockingQueue<String> endings() {
        return endings;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                start(() -> serve(socket));
            } catch (IOException e) {
                if (!server.isClosed()) {
                    endings.add("accept: " + e);
                    return;
                }
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.getInputStream().transferTo(socket.getOutputStream());
            endings.add(END);
        } catch (IOException e) {
            endings.add(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
