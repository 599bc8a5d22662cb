package dev.gdwire.integration.attack;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A peer that has shaken hands, asks, and looks at each answer. */
final class HonestPeer implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket socket;
    private final BufferedReader reader;

    /** Over a socket of such a target. */
    HonestPeer(Dial dial) throws IOException {
        socket = dial.connect();
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        reader =
                new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        socket.getOutputStream().write(Assailants.hello());
        String welcome = reader.readLine();
        if (welcome == null || !welcome.startsWith("{\"gdwire\":\"welcome\"")) {
            socket.close();
            throw new IOException("not welcome: " + welcome);
        }
    }

    void ask(long n) throws IOException {
        socket.getOutputStream()
                .write(Payloads.bytes("{\"type\":\"ask\",\"n\":%d,\"$id\":%d}\n".formatted(n, n)));
        String expected = "{\"type\":\"answer\",\"n\":%d,\"$re\":%d}".formatted(n + 1, n);
        String line = reader.readLine();
        while (line != null && (line.isEmpty() || line.startsWith("{\"gdwire\":\"ping\""))) {
            // A sign of life or a question after one, and no answer as yet.
            line = reader.readLine();
        }
        if (!expected.equals(line)) {
            throw new IOException("expected " + expected + ", got " + line);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
