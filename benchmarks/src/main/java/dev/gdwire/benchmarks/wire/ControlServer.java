package dev.gdwire.benchmarks.wire;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Tells the other process, on a connection of its own, what this one has received and used. */
final class ControlServer {
    /** Takes note of what this process has used. */
    static final int BEGIN = 1;

    /** Waits for all messages, compares them, and tells what was used since. */
    static final int END = 2;

    /** It is over. */
    static final int FINISH = 3;

    private static final long POLL_NANOS = TimeUnit.MICROSECONDS.toNanos(100);
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final Tallies tallies;
    private Usage before = Usage.now();

    /** Listens. */
    ControlServer(Tallies tallies) throws IOException {
        this.tallies = tallies;
    }

    /** The port. */
    int port() {
        return server.getLocalPort();
    }

    /** Serves one process until it is over. */
    void serve() throws IOException {
        try (Socket socket = server.accept()) {
            socket.setTcpNoDelay(true);
            DataInputStream in = new DataInputStream(socket.getInputStream());
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            int command = in.readByte();
            while (command != FINISH) {
                if (command == BEGIN) {
                    before = Usage.now();
                    out.writeByte(BEGIN);
                } else {
                    end(in.readLong(), in.readLong(), out);
                }
                command = in.readByte();
            }
            Fatal.expectTheEnd();
            out.writeByte(FINISH);
            if (in.read() >= 0) {
                throw new IOException("a command after the last one");
            }
        }
    }

    private void end(long count, long checksum, DataOutputStream out) throws IOException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (tallies.count() < count && System.nanoTime() < deadline) {
            LockSupport.parkNanos(POLL_NANOS);
        }
        Usage used = Usage.now().minus(before);
        out.writeUTF(ContentCheck.problem(count, checksum, tallies.count(), tallies.checksum()));
        out.writeLong(used.cpuNanos());
        out.writeLong(used.allocatedBytes());
    }
}
