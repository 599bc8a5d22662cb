package dev.gdwire.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A peer without the library: it asks and waits for each answer. */
final class RawPeer implements AutoCloseable {
    static final String HELLO =
            "{\"gdwire\":\"hello\",\"wire\":1,\"library\":\"test\",\"protocols\":[{\"name\":\"toy\",\"version\":\"1.0\",\"fingerprint\":\"digest-a\"}],\"features\":[],\"maxFrame\":1048576}\n";
    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket socket;
    private final BufferedReader reader;

    RawPeer(int port) throws IOException {
        socket = connect(port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        reader = reader(socket);
    }

    /** A socket of which the handshake is done. */
    static Socket connect(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        write(socket, HELLO);
        int read = socket.getInputStream().read();
        while (read >= 0 && read != '\n') {
            read = socket.getInputStream().read();
        }
        return socket;
    }

    static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    static BufferedReader reader(Socket socket) {
        try {
            return new BufferedReader(
                    new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends some text. */
    void say(String text) throws IOException {
        write(socket, text);
    }

    /** The next line. */
    String hear() throws IOException {
        return reader.readLine();
    }

    /** The number of the answer to a question of that number. */
    long ask(long n) throws IOException {
        write(socket, "{\"type\":\"ask\",\"n\":%d,\"$id\":%d}\n".formatted(n, n));
        String line = reader.readLine();
        String start = "{\"type\":\"answer\",\"n\":";
        assertThat(line).startsWith(start).endsWith(",\"$re\":" + n + "}");
        return Long.parseLong(line.substring(start.length(), line.indexOf(',', start.length())));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
