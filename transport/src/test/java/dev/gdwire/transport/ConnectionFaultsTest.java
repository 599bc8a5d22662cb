package dev.gdwire.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.gdwire.protocol.GdwireException;
import dev.gdwire.protocol.Sender;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Users and listeners that do what they should not: a connection holds out all the same. */
@Timeout(60)
class ConnectionFaultsTest {
    private static final EngineOptions GODOT =
            EngineOptions.of(Role.ACCEPTOR, List.of(ToyProtocol.TOY)).withSide(Sender.GODOT);
    private static final int PATIENCE_SECONDS = 20;
    private static final Path OPEN_FILES = Path.of("/proc/self/fd");

    private TestDriver driver;

    private enum Kind {
        BLOCKING,
        SELECTOR;

        TestDriver open() {
            return this == BLOCKING ? TestDriver.blocking() : TestDriver.selector();
        }
    }

    @AfterEach
    void noThreadIsLeft() throws InterruptedException {
        driver.close();
        LeftThreads.assertNone();
    }

    @ParameterizedTest
    @EnumSource
    void whatCannotBeMadeLeavesNothingOpen(Kind kind) throws IOException {
        assumeThat(OPEN_FILES).isDirectory();
        driver = kind.open();
        EngineOptions clash =
                EngineOptions.of(Role.ACCEPTOR, List.of(ToyProtocol.TOY, ToyProtocol.TOY));
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int attempts = 100;
            long before = openFiles();
            for (int i = 0; i < attempts; i++) {
                SocketChannel channel =
                        SocketChannel.open(
                                new InetSocketAddress(
                                        server.getInetAddress(), server.getLocalPort()));
                server.accept().close();
                assertThatThrownBy(
                                () ->
                                        driver.over(
                                                channel,
                                                clash,
                                                LinkOptions.DEFAULT,
                                                new EventLog()))
                        .isInstanceOf(GdwireException.class);
            }
            assertThat(openFiles() - before).isLessThan(attempts);
        }
    }

    private static long openFiles() throws IOException {
        try (Stream<Path> files = Files.list(OPEN_FILES)) {
            return files.count();
        }
    }

    /** Its deadline counts from when it was made, not from when the event began. */
    @ParameterizedTest
    @EnumSource
    void requestMadeLateInALongEventTimesOutInItsTime(Kind kind) throws Exception {
        driver = kind.open();
        Duration longEvent = Duration.ofSeconds(3);
        CompletableFuture<Connection> accepted = new CompletableFuture<>();
        CompletableFuture<Long> late = new CompletableFuture<>();
        ConnectionListener slow =
                event -> {
                    if (event instanceof Event.Opened) {
                        sleep(longEvent);
                        long start = System.nanoTime();
                        accepted.join()
                                .request(
                                        new Toy.Query(1),
                                        Duration.ofMillis(100),
                                        outcome -> late.complete(System.nanoTime() - start));
                    }
                };
        try (Listener listener = listen(accepted, slow);
                Socket silent = RawPeer.connect(listener.port())) {
            assertThat(late.get(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .isLessThan(longEvent.toNanos());
            assertThat(silent.isConnected()).isTrue();
            accepted.join().close();
        }
    }

    /** The clock goes on: another request that times out later does so. */
    @ParameterizedTest
    @EnumSource
    void listenerThatFailsWhenTimeHasPassedStopsNoClock(Kind kind) throws Exception {
        driver = kind.open();
        CompletableFuture<Connection> accepted = new CompletableFuture<>();
        CountDownLatch opened = new CountDownLatch(1);
        ConnectionListener failing =
                event -> {
                    if (event instanceof Event.Opened) {
                        opened.countDown();
                    } else if (event instanceof Event.ProblemEvent) {
                        throw new FaultOfListener();
                    }
                };
        try (Listener listener = listen(accepted, failing);
                Socket silent = RawPeer.connect(listener.port())) {
            opened.await();
            Connection connection = accepted.join();
            CompletableFuture<Outcome> second = new CompletableFuture<>();
            connection.request(
                    new Toy.Query(1),
                    Duration.ofMillis(100),
                    outcome -> {
                        throw new FaultOfListener();
                    });
            connection.request(new Toy.Query(2), Duration.ofMillis(300), second::complete);
            assertThat(second.get(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .isInstanceOf(Outcome.TimedOut.class);
            assertThat(silent.isConnected()).isTrue();
            connection.close();
        }
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The sender meets the end first, since nothing is read. */
    @ParameterizedTest
    @EnumSource
    void listenerThatFailsAtTheEndHoldsUpNobody(Kind kind) throws Exception {
        driver = kind.open();
        CompletableFuture<Connection> accepted = new CompletableFuture<>();
        FailingListener failing = new FailingListener();
        try (Listener listener = listen(accepted, failing)) {
            Socket peer = RawPeer.connect(listener.port());
            failing.opened.await();
            peer.setSoLinger(true, 0);
            peer.close();
            Connection connection = accepted.join();
            // The fault itself, unless the thread that wrote the welcome was still at it.
            assertThatThrownBy(() -> sendOn(connection))
                    .isInstanceOfAny(FaultOfListener.class, ConnectionClosedException.class);
            CompletableFuture<Void> closed = CompletableFuture.runAsync(connection::close);
            closed.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
    }

    /** So slowly that no other thread writes any of it. */
    private static void sendOn(Connection connection) {
        while (true) {
            connection.send(new Toy.Say("is anybody there?"));
            sleep(Duration.ofMillis(2));
        }
    }

    private static final class FaultOfListener extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private static final class FailingListener implements ConnectionListener {
        private final CountDownLatch opened = new CountDownLatch(1);

        @Override
        public void event(Event event) {
            if (event instanceof Event.Opened) {
                opened.countDown();
            } else if (event instanceof Event.Closed) {
                throw new FaultOfListener();
            }
        }

        @Override
        public void awaitRoom() throws InterruptedException {
            if (opened.getCount() == 0) {
                new CountDownLatch(1).await();
            }
        }

        @Override
        public boolean hasRoom(Runnable whenThereIs) {
            return opened.getCount() > 0;
        }
    }

    private Listener listen(
            CompletableFuture<Connection> accepted, ConnectionListener connectionListener) {
        return Listener.open(
                "127.0.0.1",
                0,
                socket -> {
                    Connection connection =
                            driver.over(socket, GODOT, LinkOptions.DEFAULT, connectionListener);
                    accepted.complete(connection);
                    connection.start();
                },
                problem -> {
                    throw new AssertionError(problem);
                });
    }
}
