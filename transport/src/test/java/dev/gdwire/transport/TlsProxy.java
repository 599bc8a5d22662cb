package dev.gdwire.transport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands between two peers, and hands their bytes on in its own way. */
final class TlsProxy implements AutoCloseable {
    /** What becomes of the bytes of one side. */
    @FunctionalInterface
    interface Way {
        /** Hands on all of a stream. */
        void carry(InputStream in, OutputStream out) throws IOException;
    }

    private final ServerSocket listener;
    private final int target;
    private final Way way;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final List<Thread> threads = new CopyOnWriteArrayList<>();

    /**
     * A proxy that takes one peer.
     *
     * @param target the port of the other one
     * @param way for both directions
     */
    TlsProxy(int target, Way way) throws IOException {
        this.target = target;
        this.way = way;
        listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Each byte on its own. */
    static void singly(InputStream in, OutputStream out) throws IOException {
        for (int next = in.read(); next >= 0; next = in.read()) {
            out.write(next);
            out.flush();
        }
    }

    /** As it comes. */
    static void asIs(InputStream in, OutputStream out) throws IOException {
        in.transferTo(out);
    }

    /** What comes close together at once. */
    static void gathered(InputStream in, OutputStream out) throws IOException {
        ByteArrayOutputStream gathered = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0; next = in.read()) {
            gathered.write(next);
            if (in.available() == 0 && !moreComes(in)) {
                gathered.writeTo(out);
                gathered.reset();
            }
        }
        gathered.writeTo(out);
    }

    private static boolean moreComes(InputStream in) throws IOException {
        for (int i = 0; i < 20 && in.available() == 0; i++) {
            try {
                Thread.sleep(1);
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
        return in.available() > 0;
    }

    private void accept() throws IOException {
        Socket one = listener.accept();
        sockets.add(one);
        Socket other = new Socket(InetAddress.getLoopbackAddress(), target);
        sockets.add(other);
        one.setTcpNoDelay(true);
        other.setTcpNoDelay(true);
        start(() -> carry(one, other));
        start(() -> carry(other, one));
    }

    private void carry(Socket from, Socket to) throws IOException {
        way.carry(from.getInputStream(), to.getOutputStream());
        end(to);
    }

    /** Whoever comes first: a side that is cut off ends the other direction itself. */
    private static void end(Socket socket) throws IOException {
        synchronized (socket) {
            if (!socket.isOutputShutdown() && !socket.isClosed()) {
                socket.shutdownOutput();
            }
        }
    }

    private interface Task {
        void run() throws IOException;
    }

    private void start(Task task) {
        Thread thread =
                new Thread(
                        () -> {
                            try {
                                task.run();
                            } catch (IOException e) {
                                // A peer or the test has ended: so does this.
                                sockets.forEach(TlsProxy::close);
                            }
                        },
                        "tls-proxy");
        threads.add(thread);
        thread.start();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The end of both streams, as if the cable was pulled out and both sides noticed. */
    void cut() throws IOException {
        for (Socket socket : sockets) {
            end(socket);
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        sockets.forEach(TlsProxy::close);
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
