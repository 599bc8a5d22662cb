package dev.gdwire.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gdwire.protocol.Sender;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many connections that share the threads of one driver. */
@Timeout(60)
class SelectorDriverTest {
    private static final Duration LONG = Duration.ofSeconds(50);
    private static final EngineOptions JAVA =
            EngineOptions.of(Role.INITIATOR, List.of(ToyProtocol.TOY)).withHandshakeTimeout(LONG);
    private static final EngineOptions GODOT =
            EngineOptions.of(Role.ACCEPTOR, List.of(ToyProtocol.TOY)).withSide(Sender.GODOT);
    private static final LinkOptions SMALL =
            LinkOptions.DEFAULT
                    .withCloseTimeout(Duration.ofMillis(200))
                    .withOutboundBytes(64 * 1024);

    private final SelectorDriver driver = SelectorDriver.open(2);
    private final BlockingQueue<Connection> accepted = new LinkedBlockingQueue<>();
    private final Map<Connection, CloseReason> closed = new ConcurrentHashMap<>();

    @AfterEach
    void noThreadIsLeft() throws InterruptedException {
        driver.close();
        assertThat(driver.connections()).isZero();
        LeftThreads.assertNone();
    }

    @Test
    void threeHundredConnectionsAtPingPong() throws Exception {
        int peers = 300;
        int rounds = 30;
        try (Listener listener = listen(SelectorDriverTest::answer)) {
            BlockingQueue<Long> done = new LinkedBlockingQueue<>();
            List<Connection> clients = new ArrayList<>();
            for (int i = 0; i < peers; i++) {
                clients.add(pingPong(listener.port(), i, rounds, done));
            }
            int threads = Thread.activeCount();
            for (int i = 0; i < peers; i++) {
                assertThat(done.poll(50, TimeUnit.SECONDS)).isEqualTo(rounds);
            }
            assertThat(threads).isLessThan(100);
            assertThat(driver.connections()).isEqualTo(2 * peers);
            clients.forEach(Connection::shutdown);
            clients.forEach(Connection::close);
        }
    }

    /** Each answer makes the next request; the numbers of two peers are never the same. */
    private Connection pingPong(int port, int peer, int rounds, BlockingQueue<Long> done) {
        CompletableFuture<Connection> self = new CompletableFuture<>();
        Connection connection =
                driver.connect(
                        "127.0.0.1",
                        port,
                        JAVA,
                        LinkOptions.DEFAULT,
                        event -> {
                            if (event instanceof Event.Opened) {
                                ask(self.join(), peer * 1_000_000L, 0, rounds, done);
                            }
                        });
        self.complete(connection);
        connection.start();
        return connection;
    }

    private static void ask(
            Connection connection, long base, long n, int rounds, BlockingQueue<Long> done) {
        connection.request(
                new Toy.Ask(base + n),
                LONG,
                outcome -> {
                    if (!outcome.equals(new Outcome.Reply(new Toy.Answer(base + n)))) {
                        done.add(-1L);
                    } else if (n + 1 == rounds) {
                        done.add(n + 1);
                    } else {
                        ask(connection, base, n + 1, rounds, done);
                    }
                });
    }

    @Test
    void peerThatFloodsDoesNotStarveOthers() throws Exception {
        AtomicLong said = new AtomicLong();
        try (Listener listener =
                        listen(
                                (connection, event) -> {
                                    answer(connection, event);
                                    if (event instanceof Event.Received) {
                                        said.incrementAndGet();
                                    }
                                });
                Socket flooding = RawPeer.connect(listener.port())) {
            byte[] much = "{\"type\":\"say\",\"text\":\"x\"}\n".repeat(10_000).getBytes();
            Thread flood =
                    new Thread(
                            () -> {
                                try {
                                    while (true) {
                                        flooding.getOutputStream().write(much);
                                    }
                                } catch (IOException theEnd) {
                                    // The test has what it wants.
                                }
                            });
            flood.start();
            while (said.get() == 0) {
                Thread.onSpinWait();
            }
            try (RawPeer honest = new RawPeer(listener.port())) {
                for (int i = 1; i <= 200; i++) {
                    long before = said.get();
                    assertThat(honest.ask(i)).isEqualTo(i);
                    // Two reads of 16 KiB and what came before this one's turn.
                    assertThat(said.get() - before).isLessThan(100_000);
                }
            }
            flooding.shutdownOutput();
            flood.join();
        }
    }

    @Test
    void peerThatNeverReadsHoldsUpNobodyAndLosesItsConnection() throws Exception {
        BiConsumer<Connection, Event> chatty =
                (connection, event) -> {
                    answer(connection, event);
                    if (event instanceof Event.Received) {
                        connection.send(new Toy.Say("x".repeat(10_000)));
                    }
                };
        try (Listener listener = listen(chatty, SMALL);
                Socket deaf = RawPeer.connect(listener.port());
                RawPeer honest = new RawPeer(listener.port())) {
            Connection ofDeaf = accepted.take();
            byte[] line = "{\"type\":\"say\",\"text\":\"x\"}\n".getBytes();
            for (int i = 0; !closed.containsKey(ofDeaf); i++) {
                try {
                    deaf.getOutputStream().write(line);
                } catch (IOException closedAlready) {
                    Thread.sleep(1);
                }
                assertThat(honest.ask(i + 1)).isEqualTo(i + 1);
            }
            assertThat(closed.get(ofDeaf).text())
                    .isEqualTo("the peer does not read what it is sent");
            ofDeaf.close();
        }
    }

    @Test
    void sendersOfOtherThreadsWaitForAPeerThatReadsLateAndLoseNothing() throws Exception {
        int threads = 4;
        int each = 300;
        String text = "x".repeat(5_000);
        try (Listener listener = listen(SelectorDriverTest::answer, SMALL);
                Socket late = RawPeer.connect(listener.port())) {
            Connection connection = accepted.take();
            List<CompletableFuture<Void>> senders = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int sender = i;
                senders.add(
                        CompletableFuture.runAsync(
                                () -> {
                                    for (int n = 0; n < each; n++) {
                                        connection.send(new Toy.Say(sender + " " + n + " " + text));
                                    }
                                },
                                task -> new Thread(task).start()));
            }
            int[] next = new int[threads];
            BufferedReader reader = RawPeer.reader(late);
            for (int i = 0; i < threads * each; i++) {
                String[] words = reader.readLine().split("\"")[7].split(" ");
                int sender = Integer.parseInt(words[0]);
                assertThat(Integer.parseInt(words[1])).isEqualTo(next[sender]++);
                assertThat(words[2]).isEqualTo(text);
            }
            for (CompletableFuture<Void> sender : senders) {
                sender.get(20, TimeUnit.SECONDS);
            }
        }
    }

    @Test
    void listenerThatHasNoRoomStopsItsOwnPeerOnly() throws Exception {
        CompletableFuture<Runnable> resume = new CompletableFuture<>();
        BlockingQueue<Event> events = new LinkedBlockingQueue<>();
        ConnectionListener full =
                new ConnectionListener() {
                    @Override
                    public void event(Event event) {
                        events.add(event);
                    }

                    @Override
                    public boolean hasRoom(Runnable whenThereIs) {
                        return events.size() < 2 || !resume.complete(whenThereIs);
                    }
                };
        try (Listener listener =
                        Listener.open(
                                "127.0.0.1",
                                0,
                                socket ->
                                        driver.over(socket, GODOT, LinkOptions.DEFAULT, full)
                                                .start(),
                                problem -> {
                                    throw new AssertionError(problem);
                                });
                Listener other = listen(SelectorDriverTest::answer);
                Socket slow = RawPeer.connect(listener.port());
                RawPeer honest = new RawPeer(other.port())) {
            RawPeer.write(slow, "{\"type\":\"say\",\"text\":\"1\"}\n");
            while (events.size() < 2) {
                Thread.sleep(1);
            }
            RawPeer.write(slow, "{\"type\":\"say\",\"text\":\"2\"}\n");
            Runnable goOn = resume.get(20, TimeUnit.SECONDS);
            for (int i = 1; i <= 100; i++) {
                assertThat(honest.ask(i)).isEqualTo(i);
            }
            assertThat(events).hasSize(2);
            goOn.run();
            while (events.size() < 3) {
                Thread.sleep(1);
            }
            assertThat(events).last().isEqualTo(new Event.Received(new Toy.Say("2")));
        }
    }

    @Test
    void listenerThatAlwaysThrowsLosesItsOwnConnectionOnly() throws Exception {
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        BlockingQueue<Throwable> uncaught = new LinkedBlockingQueue<>();
        Thread.setDefaultUncaughtExceptionHandler((thread, e) -> uncaught.add(e));
        try (Listener listener =
                        listen(
                                (connection, event) -> {
                                    throw new IllegalStateException("my fault: " + event);
                                });
                Listener other = listen(SelectorDriverTest::answer);
                RawPeer honest = new RawPeer(other.port());
                Socket unlucky = new Socket(InetAddress.getLoopbackAddress(), listener.port())) {
            RawPeer.write(unlucky, RawPeer.HELLO);
            while (unlucky.getInputStream().read() >= 0) {
                // The welcome may come before the end.
            }
            assertThat(uncaught.poll(20, TimeUnit.SECONDS))
                    .hasMessageContaining("my fault: Closed");
            for (int i = 1; i <= 100; i++) {
                assertThat(honest.ask(i)).isEqualTo(i);
            }
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }

    @Test
    void onTheDriversThreadNobodyWaits() throws Exception {
        CompletableFuture<Throwable> thrown = new CompletableFuture<>();
        try (Listener listener = listen(SelectorDriverTest::answer);
                Socket first = RawPeer.connect(listener.port())) {
            Connection other = accepted.take();
            try (Listener calling =
                            listen(
                                    (connection, event) -> {
                                        try {
                                            other.call(new Toy.Query(1), LONG);
                                        } catch (RuntimeException | InterruptedException e) {
                                            thrown.complete(e);
                                        }
                                        other.close();
                                    });
                    Socket second = RawPeer.connect(calling.port())) {
                assertThat(thrown.get(20, TimeUnit.SECONDS))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessage("A listener cannot wait for an answer.");
                assertThat(first.getInputStream().read()).isEqualTo(-1);
                assertThat(second.isConnected()).isTrue();
            }
        }
    }

    @Test
    void closingTheDriverEndsConnectionsWithAllThatWasSent() throws Exception {
        try (Listener listener = listen(SelectorDriverTest::answer, SMALL);
                Socket reading = RawPeer.connect(listener.port());
                Socket silent = RawPeer.connect(listener.port())) {
            for (int i = 0; i < 500; i++) {
                accepted.peek().send(new Toy.Moved(i));
            }
            CompletableFuture<Long> lines =
                    CompletableFuture.supplyAsync(() -> RawPeer.reader(reading).lines().count());
            driver.close();
            assertThat(lines.get(20, TimeUnit.SECONDS)).isEqualTo(500);
            assertThat(closed).hasSize(2);
            assertThat(closed.values()).allMatch(reason -> reason.kind() == CloseReason.Kind.LOCAL);
            assertThat(silent.isConnected()).isTrue();
            assertThat(driver.connections()).isZero();
        }
    }

    @Test
    void closedDriverTakesNoConnection() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 2, InetAddress.getLoopbackAddress())) {
            Connection neverStarted =
                    driver.connect(
                            "127.0.0.1",
                            server.getLocalPort(),
                            JAVA,
                            LinkOptions.DEFAULT,
                            new EventLog());
            driver.close();
            assertThat(driver.connections()).isZero();
            assertThatThrownBy(() -> neverStarted.send(new Toy.Say("too late")))
                    .isInstanceOf(ConnectionClosedException.class);
            assertThatThrownBy(
                            () ->
                                    driver.connect(
                                            "127.0.0.1",
                                            server.getLocalPort(),
                                            JAVA,
                                            LinkOptions.DEFAULT,
                                            new EventLog()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("The driver is closed: it takes no more connections.");
        }
    }

    private static void answer(Connection connection, Event event) {
        if (event instanceof Event.RequestReceived request) {
            connection.reply(request.id(), new Toy.Answer(((Toy.Ask) request.request()).n()));
        }
    }

    private Listener listen(BiConsumer<Connection, Event> events) {
        return listen(events, LinkOptions.DEFAULT);
    }

    private Listener listen(BiConsumer<Connection, Event> events, LinkOptions link) {
        return Listener.open(
                "127.0.0.1",
                0,
                socket -> {
                    CompletableFuture<Connection> self = new CompletableFuture<>();
                    Connection connection =
                            driver.over(
                                    socket,
                                    GODOT,
                                    link,
                                    event -> {
                                        if (event instanceof Event.Closed end) {
                                            closed.put(self.join(), end.reason());
                                        } else if (event instanceof Event.Opened) {
                                            accepted.add(self.join());
                                        }
                                        events.accept(self.join(), event);
                                    });
                    self.complete(connection);
                    connection.start();
                },
                problem -> {
                    throw new AssertionError(problem);
                });
    }
}
