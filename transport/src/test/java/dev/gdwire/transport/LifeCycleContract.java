package dev.gdwire.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gdwire.protocol.Sender;
import java.io.BufferedReader;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Connections come and go: nothing is left of them, and what was sent arrives or is told of. */
@Timeout(120)
abstract class LifeCycleContract {
    private static final int PATIENCE_SECONDS = 20;
    private static final int MANY = 1000;
    private static final long MEBIBYTE = 1024 * 1024;
    private static final EngineOptions JAVA =
            EngineOptions.of(Role.INITIATOR, List.of(ToyProtocol.TOY));
    private static final EngineOptions GODOT =
            EngineOptions.of(Role.ACCEPTOR, List.of(ToyProtocol.TOY)).withSide(Sender.GODOT);

    private final TestDriver driver;
    private final BlockingQueue<Connection> accepted = new LinkedBlockingQueue<>();

    LifeCycleContract(TestDriver driver) {
        this.driver = driver;
    }

    @AfterEach
    void noThreadIsLeft() throws InterruptedException {
        driver.close();
        LeftThreads.assertNone();
    }

    @Test
    void nothingIsLeftOfAThousandConnections() throws Exception {
        try (Listener listener = listen(LinkOptions.DEFAULT, new Watched())) {
            comeAndGo(listener.port(), 100);
            long threads = settled();
            OptionalLong files = Resources.openFiles();
            long heap = Resources.usedHeap();
            comeAndGo(listener.port(), MANY);
            assertThat(settled()).isLessThanOrEqualTo(threads);
            if (files.isPresent()) {
                // Others of this process may open a few meanwhile.
                assertThat(Resources.openFiles().getAsLong()).isLessThan(files.getAsLong() + 50);
            }
            assertThat(Resources.usedHeap()).isLessThan(heap + 8 * MEBIBYTE);
        }
    }

    private void comeAndGo(int port, int times) throws Exception {
        for (int i = 0; i < times; i++) {
            Watched java = new Watched();
            Connection client = driver.connect(port, JAVA, LinkOptions.DEFAULT, java);
            client.start();
            java.opened.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            Connection game = accepted.take();
            client.send(new Toy.Say("x"));
            if (i % 2 == 0) {
                client.close();
                game.close();
            } else {
                game.close();
                client.close();
            }
            assertThat(java.finished.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isZero();
        }
    }

    /** How many threads there are, once those that were ending have. */
    private static long settled() throws InterruptedException {
        long threads = Resources.threads();
        long before = Long.MAX_VALUE;
        while (threads < before) {
            before = threads;
            Thread.sleep(300);
            threads = Resources.threads();
        }
        return threads;
    }

    @Test
    void whatWasSentBeforeACloseArrivesThoughThePeerReadsLate() throws Exception {
        Watched godot = new Watched();
        LinkOptions patient =
                LinkOptions.DEFAULT
                        .withCloseTimeout(Duration.ofSeconds(PATIENCE_SECONDS))
                        .withOutboundBytes(64 * 1024 * 1024);
        try (Listener listener = listen(patient, godot);
                Socket peer = RawPeer.connect(listener.port())) {
            Connection game = accepted.take();
            String text = "x".repeat(100_000);
            for (int i = 0; i < 200; i++) {
                game.send(new Toy.Say(text));
            }
            game.shutdown();
            assertThat(godot.closed.get(PATIENCE_SECONDS, TimeUnit.SECONDS).kind())
                    .isEqualTo(CloseReason.Kind.LOCAL);
            assertThat(godot.finished).isNotDone();
            try (BufferedReader reader = RawPeer.reader(peer)) {
                for (int i = 0; i < 200; i++) {
                    assertThat(reader.readLine()).hasSize(text.length() + 24);
                }
                assertThat(reader.readLine()).isNull();
            }
            assertThat(godot.finished.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isZero();
        }
    }

    @Test
    void peerThatDoesNotReadDelaysACloseByNoMoreThanTheTimeoutAndTheRestIsCounted()
            throws Exception {
        Watched godot = new Watched();
        LinkOptions brief =
                LinkOptions.DEFAULT
                        .withCloseTimeout(Duration.ofMillis(100))
                        .withOutboundBytes(64 * 1024 * 1024);
        try (Listener listener = listen(brief, godot);
                Socket deaf = RawPeer.connect(listener.port())) {
            Connection game = accepted.take();
            String text = "x".repeat(100_000);
            for (int i = 0; i < 300; i++) {
                game.send(new Toy.Say(text));
            }
            game.close();
            long unsent = godot.finished.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            // What neither the system's buffers nor the peer has taken.
            assertThat(unsent).isBetween(1L, 300L * (text.length() + 25));
            assertThat(deaf.isConnected()).isTrue();
        }
    }

    @Test
    void abortWaitsForNobodyAndSaysWhy() throws Exception {
        Watched godot = new Watched();
        LinkOptions patient = LinkOptions.DEFAULT.withCloseTimeout(Duration.ofHours(1));
        try (Listener listener = listen(patient, godot);
                Socket deaf = RawPeer.connect(listener.port())) {
            Connection game = accepted.take();
            game.abort("there is no more room");
            game.abort("once more");
            assertThat(godot.closed.get(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .isEqualTo(CloseReason.of(CloseReason.Kind.LOCAL, "there is no more room"));
            godot.finished.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            game.close();
            assertThat(deaf.getInputStream().read()).isEqualTo(-1);
        }
    }

    private Listener listen(LinkOptions link, Watched godot) {
        return Listener.open(
                "127.0.0.1",
                0,
                socket -> {
                    Connection connection = driver.over(socket, GODOT, link, godot);
                    accepted.add(connection);
                    connection.start();
                },
                problem -> {
                    throw new AssertionError(problem);
                });
    }

    /** What became of a connection. */
    private static final class Watched implements ConnectionListener {
        private final CompletableFuture<Void> opened = new CompletableFuture<>();
        private final CompletableFuture<CloseReason> closed = new CompletableFuture<>();
        private final CompletableFuture<Long> finished = new CompletableFuture<>();

        @Override
        public void event(Event event) {
            if (event instanceof Event.Opened) {
                opened.complete(null);
            } else if (event instanceof Event.Closed end) {
                closed.complete(end.reason());
            }
        }

        @Override
        public void finished(long unsent, int unacknowledged) {
            finished.complete(unsent);
        }
    }
}
