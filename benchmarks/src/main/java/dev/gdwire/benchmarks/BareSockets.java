package dev.gdwire.benchmarks;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/**
 * Two blocking sockets of this process: one sends the bytes of a request, a thread at the other
 * answers with the bytes of its reply. What a round trip costs without any protocol. Not safe for
 * use by several threads.
 */
final class BareSockets implements AutoCloseable {
    private final byte[] request;
    private final byte[] reply;
    private final Socket near;
    private final Socket far;

    BareSockets(byte[] request, byte[] reply) throws IOException {
        this.request = request.clone();
        this.reply = reply.clone();
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try (ServerSocket listener = new ServerSocket(0, 1, loopback)) {
            near = new Socket(loopback, listener.getLocalPort());
            far = listener.accept();
        }
        near.setTcpNoDelay(true);
        far.setTcpNoDelay(true);
        Thread answering = new Thread(this::answer, "bare-sockets");
        answering.setDaemon(true);
        answering.start();
    }

    /** Sends the request and waits for the whole reply. */
    void call() {
        try {
            near.getOutputStream().write(request);
            receive(near, reply.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer() {
        try {
            while (true) {
                receive(far, request.length);
                far.getOutputStream().write(reply);
            }
        } catch (IOException e) {
            // The other end was closed, which ends this one.
            return;
        }
    }

    private static void receive(Socket socket, int length) throws IOException {
        if (socket.getInputStream().readNBytes(length).length < length) {
            throw new EOFException("the other end is closed");
        }
    }

    @Override
    public void close() throws IOException {
        near.close();
        far.close();
    }
}
