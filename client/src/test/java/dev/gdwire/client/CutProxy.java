package dev.gdwire.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stands between two peers and cuts their connections when it is told to. */
final class CutProxy implements AutoCloseable {
    private final ServerSocket server;
    private final int target;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile boolean open = true;
    private volatile boolean swallowing;

    CutProxy(int target) {
        this.target = target;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Threads.start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /** Cuts what stands, with what is on its way. */
    void cut() {
        sockets.forEach(CutProxy::reset);
        sockets.clear();
    }

    /** Ends what stands in good order: each side hears that the other sends no more. */
    void end() {
        for (Socket socket : sockets) {
            try {
                socket.shutdownOutput();
            } catch (IOException e) {
                // The side that heard it first may have hung up already.
                if (!socket.isClosed() && !socket.isOutputShutdown()) {
                    reset(socket);
                }
            }
        }
    }

    /** Cuts what stands, and lets nobody through until told otherwise. */
    void shut() {
        open = false;
        cut();
    }

    void open() {
        open = true;
    }

    /** Takes all that comes from now on, and passes nothing on. */
    void swallow() {
        swallowing = true;
    }

    private static void reset(Socket socket) {
        try (socket) {
            socket.setSoLinger(true, 0);
        } catch (IOException e) {
            // Another thread has closed it before: that is all that is wanted.
            if (!socket.isClosed()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                join(server.accept());
            } catch (IOException e) {
                // The next one may go better; when the proxy is closed there is none.
                continue;
            }
        }
    }

    private void join(Socket near) throws IOException {
        if (!open) {
            reset(near);
            return;
        }
        Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
        sockets.add(near);
        sockets.add(far);
        Threads.start(() -> pump(near, far));
        Threads.start(() -> pump(far, near));
    }

    private void pump(Socket from, Socket to) {
        byte[] bytes = new byte[4096];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
                if (!swallowing) {
                    out.write(bytes, 0, n);
                }
            }
            to.shutdownOutput();
        } catch (IOException cut) {
            reset(from);
            reset(to);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cut();
    }
}
