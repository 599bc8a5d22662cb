package dev.gdwire.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A system that has no room for more sockets. */
@Timeout(60)
class ListenerRoomTest {
    private final BlockingQueue<Problem> problems = new LinkedBlockingQueue<>();
    private final BlockingQueue<SocketChannel> taken = new LinkedBlockingQueue<>();
    private final AtomicInteger tries = new AtomicInteger();
    private volatile boolean full = true;

    @Test
    void isToldOnceTriedSeldomAndOverOnceThereIsRoom() throws Exception {
        ServerSocket server = ServerSocketChannel.open().socket();
        server.bind(null);
        try (Listener listener =
                        new Listener(server, () -> accept(server), taken::add, problems::add)
                                .start();
                Socket peer = new Socket(InetAddress.getLoopbackAddress(), listener.port())) {
            Problem problem = problems.poll(20, TimeUnit.SECONDS);
            assertThat(problem.text())
                    .isEqualTo(
                            "no peer can be taken for now: java.io.IOException: Too many open"
                                    + " files; it is tried again, and peers that connect wait. If"
                                    + " files are too many: close some, take fewer peers, or raise"
                                    + " the system's limit (ulimit -n)");
            while (tries.get() < 5) {
                Thread.sleep(1);
            }
            // At least 10 + 20 + 40 + 80 ms have passed; without a pause there were millions.
            assertThat(tries.get()).isLessThan(100);
            assertThat(problems).isEmpty();
            full = false;
            try (SocketChannel channel = taken.poll(20, TimeUnit.SECONDS)) {
                assertThat(channel.isConnected()).isTrue();
                assertThat(peer.isConnected()).isTrue();
            }
            full = true;
            try (Socket last = new Socket(InetAddress.getLoopbackAddress(), listener.port())) {
                assertThat(last.isConnected()).isTrue();
                // It is told again, of another time without room.
                assertThat(problems.poll(20, TimeUnit.SECONDS)).isNotNull();
            }
        }
        LeftThreads.assertNone();
    }

    private SocketChannel accept(ServerSocket server) throws IOException {
        tries.incrementAndGet();
        if (full) {
            throw new IOException("Too many open files");
        }
        return server.accept().getChannel();
    }
}
