package dev.gdwire.integration;

import dev.gdwire.protocol.Protocol;
import dev.gdwire.protocol.core.CoreProtocol;
import dev.gdwire.protocol.core.Hello;
import dev.gdwire.protocol.core.Offer;
import dev.gdwire.protocol.core.Welcome;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.ObjectMapper;

/** A peer that has shaken hands and then decides itself which bytes go into which packet. */
final class RawPeer implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 20_000;

    private final Socket socket;
    private final BufferedReader lines;

    private RawPeer(Socket socket) throws IOException {
        this.socket = socket;
        this.lines =
                new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    /** A peer that has said nothing. */
    static RawPeer connect(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        return new RawPeer(socket);
    }

    static RawPeer connect(int port, Protocol<?> protocol) throws IOException {
        RawPeer peer = connect(port);
        Offer offer = new Offer(protocol.name(), protocol.version(), protocol.fingerprint());
        Hello hello = Hello.of(1, "raw", List.of(offer), List.of(), 1 << 20);
        peer.send(new String(CoreProtocol.INSTANCE.encode(hello), StandardCharsets.UTF_8) + "\n");
        byte[] answer = peer.lines.readLine().getBytes(StandardCharsets.UTF_8);
        if (!(CoreProtocol.INSTANCE.decode(answer) instanceof Welcome)) {
            throw new IOException("not welcome: " + new String(answer, StandardCharsets.UTF_8));
        }
        return peer;
    }

    void send(String text) throws IOException {
        send(text.getBytes(StandardCharsets.UTF_8));
    }

    void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    /** The next line that is wanted; those before it are dropped. */
    String awaitLine(Predicate<String> wanted) throws IOException {
        String line = lines.readLine();
        while (line != null && !wanted.test(line)) {
            line = lines.readLine();
        }
        if (line == null) {
            throw new EOFException("the game closed the connection");
        }
        return line;
    }

    /** One packet a byte, so that every character of more than one byte is cut apart. */
    void sendByteByByte(String text) throws IOException, InterruptedException {
        for (byte single : text.getBytes(StandardCharsets.UTF_8)) {
            socket.getOutputStream().write(single);
            Thread.sleep(2);
        }
    }

    /** The text of the next line. */
    String readNote() throws IOException {
        return new ObjectMapper().readTree(lines.readLine()).get("text").asString();
    }

    /** Says that nothing more will come, as {@code nc -N} does, and reads to the end. */
    List<String> finish() throws IOException {
        socket.shutdownOutput();
        return lines.lines().toList();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
