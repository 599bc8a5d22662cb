package dev.gdwire.benchmarks.wire;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

/** Asks the other process what it has received and used; see {@link ControlServer}. */
final class Control {
    private final DataInputStream in;
    private final DataOutputStream out;

    /** Connects. */
    Control(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        in = new DataInputStream(socket.getInputStream());
        out = new DataOutputStream(socket.getOutputStream());
    }

    /** From now on counts what the other process uses. */
    void begin() throws IOException {
        out.writeByte(ControlServer.BEGIN);
        in.readByte();
    }

    /**
     * Waits until the other process has all messages, and tells what it has used.
     *
     * @throws IOException if it has others
     */
    Usage end(Tallies sent) throws IOException {
        out.writeByte(ControlServer.END);
        out.writeLong(sent.count());
        out.writeLong(sent.checksum());
        String problem = in.readUTF();
        if (!problem.isEmpty()) {
            throw new IOException(problem);
        }
        return new Usage(in.readLong(), in.readLong());
    }

    /** Says that connections may end now. */
    void finish() throws IOException {
        out.writeByte(ControlServer.FINISH);
        in.readByte();
    }
}
