package dev.gdwire.transport.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever its threads meet, they end together and say so: nobody waits for them for ever. */
@Timeout(30)
class ThreadPumpTest {
    private final BlockingQueue<Throwable> failed = new LinkedBlockingQueue<>();
    private ServerSocketChannel server;
    private SocketChannel near;
    private SocketChannel far;

    @BeforeEach
    void connect() throws IOException {
        server =
                ServerSocketChannel.open()
                        .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        near = SocketChannel.open(server.getLocalAddress());
        far = server.accept();
    }

    @AfterEach
    void disconnect() throws IOException {
        near.close();
        far.close();
        server.close();
    }

    @Test
    void faultWhileItWritesEndsTheConnection() throws Exception {
        assertEndsWith(new FaultyLink(near, false), "cannot write");
    }

    @Test
    void faultWhileItOpensEndsTheConnection() throws Exception {
        assertEndsWith(new FaultyLink(near, true), "cannot open");
    }

    private void assertEndsWith(FaultyLink link, String fault) throws Exception {
        ThreadPump pump =
                new ThreadPump(
                        link,
                        Duration.ZERO,
                        1000,
                        task -> {
                            Thread thread = new Thread(task);
                            thread.setUncaughtExceptionHandler((dead, e) -> {});
                            return thread;
                        },
                        new Owner(),
                        "test");
        pump.start();
        pump.lock().lock();
        try {
            byte[] line = "a line\n".getBytes(StandardCharsets.UTF_8);
            pump.outbox().lines().raw(line);
            pump.outbox().added(line.length);
            pump.outbox().leaveToDriver();
        } finally {
            pump.lock().unlock();
        }
        Throwable first = failed.poll(10, TimeUnit.SECONDS);
        assertThat(first).isInstanceOf(IllegalStateException.class).hasMessage(fault);
        Thread waiting = new Thread(() -> assertThatCode(pump::await).doesNotThrowAnyException());
        waiting.setDaemon(true);
        waiting.start();
        waiting.join(TimeUnit.SECONDS.toMillis(10));
        assertThat(waiting.isAlive()).isFalse();
        assertThat(near.isOpen()).isFalse();
    }

    private final class Owner implements PumpOwner {
        @Override
        public void awaitRoom() {
            // There is room.
        }

        @Override
        public boolean hasRoom(Runnable whenThereIs) {
            return true;
        }

        @Override
        public void bytes(byte[] bytes, int length) {
            throw new AssertionError("nobody says anything");
        }

        @Override
        public void endOfInput() {
            throw new AssertionError("nobody ends anything");
        }

        @Override
        public long now() {
            return System.nanoTime();
        }

        @Override
        public void finished() {
            // Its threads are waited for.
        }

        @Override
        public void shutdown() {
            throw new AssertionError("there is no driver");
        }

        @Override
        public void failed(Throwable reason) {
            failed.add(reason);
        }
    }

    /** A link with a fault of its own, which is no fault of the socket's. */
    private static final class FaultyLink extends ByteLink {
        private final SocketChannel channel;
        private final boolean faultyOpen;

        private FaultyLink(SocketChannel channel, boolean faultyOpen) {
            this.channel = channel;
            this.faultyOpen = faultyOpen;
        }

        @Override
        SocketChannel channel() {
            return channel;
        }

        @Override
        void open() {
            if (faultyOpen) {
                throw new IllegalStateException("cannot open");
            }
        }

        @Override
        int read(ByteBuffer into) throws IOException {
            return channel.read(into);
        }

        @Override
        boolean hasMore() {
            return false;
        }

        @Override
        int write(ByteBuffer from) throws IOException {
            if (!faultyOpen) {
                throw new IllegalStateException("cannot write");
            }
            return channel.write(from);
        }

        @Override
        void flush() {
            // It keeps nothing.
        }

        @Override
        boolean endOutput() {
            return true;
        }

        @Override
        public boolean isShaking() {
            return false;
        }

        @Override
        boolean hasShaken() {
            return false;
        }

        @Override
        int readOperations() {
            return SelectionKey.OP_READ;
        }

        @Override
        int writeOperations() {
            return SelectionKey.OP_WRITE;
        }

        @Override
        boolean awaitShaken() {
            return false;
        }

        @Override
        void wake() {
            // Nothing waits here.
        }
    }
}
