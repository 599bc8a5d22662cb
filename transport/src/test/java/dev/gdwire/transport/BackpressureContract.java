package dev.gdwire.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gdwire.protocol.Sender;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a connection does for a peer that does not read, whichever driver moves its bytes. */
@Timeout(120)
abstract class BackpressureContract {
    private static final int LIMIT = 64 * 1024;
    private static final Toy.Say MUCH = new Toy.Say("x".repeat(8 * 1024));
    private static final EngineOptions GODOT =
            EngineOptions.of(Role.ACCEPTOR, List.of(ToyProtocol.TOY)).withSide(Sender.GODOT);
    private static final LinkOptions SMALL =
            LinkOptions.DEFAULT
                    .withOutboundBytes(LIMIT)
                    .withCloseTimeout(Duration.ofMillis(200))
                    .withSending(SendOptions.DEFAULT.withWaitingMessages(1000));

    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final CompletableFuture<Connection> accepted = new CompletableFuture<>();
    private final TestDriver driver;
    private Listener listener;
    private Socket socket;

    /** What the listener does with messages, under the connection's lock. */
    private volatile Consumer<Event> onEvent = events::add;

    BackpressureContract(TestDriver driver) {
        this.driver = driver;
    }

    @BeforeEach
    void listen() {
        listener =
                Listener.open(
                        "127.0.0.1",
                        0,
                        channel -> {
                            Connection connection =
                                    driver.over(
                                            channel, GODOT, SMALL, event -> onEvent.accept(event));
                            accepted.complete(connection);
                            connection.start();
                        },
                        problem -> {
                            throw new AssertionError(problem);
                        });
    }

    @AfterEach
    void noThreadIsLeft() throws Exception {
        onEvent = events::add;
        listener.close();
        if (socket != null) {
            socket.close();
        }
        accepted.get(20, TimeUnit.SECONDS).close();
        driver.close();
        LeftThreads.assertNone();
    }

    /** A connection to a peer that has said hello and reads no more. */
    private Connection deaf() throws Exception {
        socket = RawPeer.connect(listener.port());
        socket.setSoTimeout(20_000);
        Connection game = accepted.get(20, TimeUnit.SECONDS);
        assertThat(next()).isInstanceOf(Event.Opened.class);
        return game;
    }

    private Event next() throws InterruptedException {
        Event event = events.poll(20, TimeUnit.SECONDS);
        assertThat(event).as("an event").isNotNull();
        return event;
    }

    /** Sends until there is no room, and the system takes no more; gives how many messages went. */
    private int fill(Connection game) throws InterruptedException {
        int count = 0;
        long before = -1;
        while (true) {
            try {
                game.send(MUCH, Delivery.fail());
                count++;
            } catch (NoRoomException full) {
                assertThat(full.waitingBytes()).isGreaterThanOrEqualTo(LIMIT);
                assertThat(full.limit()).isEqualTo(LIMIT);
                Thread.sleep(100);
                long queued = game.stats().queuedBytes();
                if (queued == before && queued >= LIMIT) {
                    break;
                }
                before = queued;
            }
        }
        assertThat(marks())
                .startsWith("high")
                .endsWith("high")
                .doesNotContain("high high", "low low");
        return count;
    }

    /** The marks that were told so far, of which there is no other event. */
    private String marks() {
        List<Event> told = new ArrayList<>();
        events.drainTo(told);
        return told.stream()
                .map(
                        event -> {
                            if (event instanceof Event.HighWater high) {
                                assertThat(high.queuedBytes()).isGreaterThanOrEqualTo(LIMIT / 2);
                                return "high";
                            }
                            assertThat(event)
                                    .isInstanceOfSatisfying(
                                            Event.LowWater.class,
                                            low ->
                                                    assertThat(low.queuedBytes())
                                                            .isLessThanOrEqualTo(LIMIT / 4));
                            return "low";
                        })
                .collect(Collectors.joining(" "));
    }

    private static void read(BufferedReader reader, int muchs) throws IOException {
        for (int i = 0; i < muchs; i++) {
            assertThat(reader.readLine()).startsWith("{\"type\":\"say\",\"text\":\"xxx");
        }
    }

    @Test
    void whoWaitsForAWhileIsToldWhatWaits() throws Exception {
        Connection game = deaf();
        int sent = fill(game);
        NoRoomException thrown =
                catchThrowableOfType(
                        NoRoomException.class,
                        () -> game.send(new Toy.Moved(1), Delivery.block(Duration.ofMillis(30))));
        assertThat(thrown)
                .hasMessage(
                        "Moved was not sent to %s within 30 ms: %d bytes and 0 messages wait to be taken, and 65536 bytes may: the peer reads too slowly, so send less, or keep only the latest"
                                .formatted(game.peer(), thrown.waitingBytes()));
        CompletableFuture<Void> waits =
                CompletableFuture.runAsync(
                        () -> game.send(new Toy.Moved(2), Delivery.block(Duration.ofSeconds(60))));
        BufferedReader reader = RawPeer.reader(socket);
        read(reader, sent);
        waits.get(20, TimeUnit.SECONDS);
        assertThat(reader.readLine()).isEqualTo("{\"type\":\"moved\",\"n\":2}");
    }

    @Test
    void aMillionStatesCostAPeerThatDoesNotReadNothingButTheLast() throws Exception {
        Connection game = deaf();
        int sent = fill(game);
        long before = usedBytes();
        int last = 1_000_000;
        for (int i = 1; i <= last; i++) {
            game.send(new Toy.Moved(i), Delivery.latest());
        }
        assertThat(usedBytes() - before).isLessThan(16 * 1024 * 1024);
        ConnectionStats stats = game.stats();
        assertThat(stats.waitingMessages()).isEqualTo(1);
        assertThat(stats.queuedBytes()).isLessThan(2L * LIMIT);
        BufferedReader reader = RawPeer.reader(socket);
        read(reader, sent);
        long seen = 0;
        long read = 0;
        while (seen < last) {
            long n = moved(reader.readLine());
            assertThat(n).isGreaterThan(seen);
            seen = n;
            read++;
        }
        assertThat(game.stats().droppedMessages()).isEqualTo(last - read);
        assertThat(game.stats().waitingMessages()).isZero();
    }

    private static long moved(String line) {
        String start = "{\"type\":\"moved\",\"n\":";
        assertThat(line).startsWith(start);
        return Long.parseLong(line.substring(start.length(), line.length() - 1));
    }

    private static long usedBytes() throws InterruptedException {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(20);
            Runtime runtime = Runtime.getRuntime();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }

    @Test
    void theNewestOfAStreamStayInTheirOrder() throws Exception {
        Connection game = deaf();
        int sent = fill(game);
        for (int i = 0; i < 100; i++) {
            game.send(new Toy.Moved(i), Delivery.dropOldest(3));
        }
        assertThat(game.stats().droppedMessages()).isEqualTo(97);
        BufferedReader reader = RawPeer.reader(socket);
        read(reader, sent);
        for (int i = 97; i < 100; i++) {
            assertThat(moved(reader.readLine())).isEqualTo(i);
        }
    }

    @Test
    void kindsAreApartAndOneThatReplacesGoesToTheEnd() throws Exception {
        Connection game = deaf();
        int sent = fill(game);
        game.send(new Toy.Moved(1), Delivery.latest("a"));
        game.send(new Toy.Moved(2), Delivery.latest("b"));
        game.send(new Toy.Say("of a type"), Delivery.latest());
        game.send(new Toy.Moved(3), Delivery.latest("a"));
        BufferedReader reader = RawPeer.reader(socket);
        read(reader, sent);
        assertThat(moved(reader.readLine())).isEqualTo(2);
        assertThat(reader.readLine()).isEqualTo("{\"type\":\"say\",\"text\":\"of a type\"}");
        assertThat(moved(reader.readLine())).isEqualTo(3);
    }

    @Test
    void keysWithoutEndAreLimited() throws Exception {
        Connection game = deaf();
        int sent = fill(game);
        for (int i = 0; i < 5000; i++) {
            game.send(new Toy.Moved(i), Delivery.latest(i));
        }
        assertThat(game.stats().waitingMessages()).isEqualTo(1000);
        assertThat(game.stats().droppedMessages()).isEqualTo(4000);
        BufferedReader reader = RawPeer.reader(socket);
        read(reader, sent);
        for (int i = 4000; i < 5000; i++) {
            assertThat(moved(reader.readLine())).isEqualTo(i);
        }
    }

    @Test
    void whatIsSentSurelyStaysBehindWhatWaits() throws Exception {
        Connection game = deaf();
        int sent = fill(game);
        int rounds = 50;
        CompletableFuture<Void> sender =
                CompletableFuture.runAsync(
                        () -> {
                            for (int i = 0; i < rounds; i++) {
                                game.send(new Toy.Moved(i), Delivery.latest(i));
                                game.send(new Toy.Say("after " + i));
                                game.request(
                                        new Toy.Query(i), Duration.ofSeconds(60), outcome -> {});
                            }
                        });
        BufferedReader reader = RawPeer.reader(socket);
        read(reader, sent);
        for (int i = 0; i < rounds; i++) {
            assertThat(moved(reader.readLine())).isEqualTo(i);
            assertThat(reader.readLine()).contains("after " + i);
            assertThat(reader.readLine()).startsWith("{\"type\":\"query\",\"n\":" + i + ",");
        }
        sender.get(20, TimeUnit.SECONDS);
    }

    @Test
    void aListenerWaitsForNothing() throws Exception {
        BlockingQueue<Throwable> thrown = new LinkedBlockingQueue<>();
        Connection game = deaf();
        int sent = fill(game);
        onEvent =
                event -> {
                    game.send(new Toy.Moved(1), Delivery.latest());
                    game.send(new Toy.Moved(2), Delivery.latest());
                    game.send(new Toy.Say("a"), Delivery.dropOldest(1));
                    game.send(new Toy.Say("b"), Delivery.dropOldest(1));
                    try {
                        game.send(new Toy.Moved(3), Delivery.fail());
                    } catch (NoRoomException e) {
                        thrown.add(e);
                    }
                    events.add(event);
                };
        RawPeer.write(socket, "{\"type\":\"say\",\"text\":\"well?\"}\n");
        assertThat(next()).isEqualTo(new Event.Received(new Toy.Say("well?")));
        assertThat(thrown).hasSize(1);
        onEvent = events::add;
        BufferedReader reader = RawPeer.reader(socket);
        read(reader, sent);
        assertThat(moved(reader.readLine())).isEqualTo(2);
        assertThat(reader.readLine()).isEqualTo("{\"type\":\"say\",\"text\":\"b\"}");
    }

    @Test
    void aListenerThatWouldHaveToWaitLosesThePeer() throws Exception {
        Connection game = deaf();
        onEvent =
                event -> {
                    events.add(event);
                    for (int i = 0; i < 10_000 && event instanceof Event.Received; i++) {
                        game.send(MUCH, Delivery.block(Duration.ofSeconds(60)));
                    }
                };
        fill(game);
        RawPeer.write(socket, "{\"type\":\"say\",\"text\":\"well?\"}\n");
        Event event = next();
        while (!(event instanceof Event.Closed)) {
            event = next();
        }
        assertThat(((Event.Closed) event).reason().text())
                .isEqualTo("the peer does not read what it is sent");
    }

    /** In an event more than there is room for, of which each is the latest for the moment. */
    @Test
    void aListenerThatSendsStatesWithoutEndCostsNoMemoryAndNoPeer() throws Exception {
        Connection game = deaf();
        int last = 20_000;
        onEvent =
                event -> {
                    if (event instanceof Event.Received) {
                        for (int i = 1; i <= last; i++) {
                            game.send(new Toy.Moved(i), Delivery.latest());
                        }
                    }
                };
        RawPeer.write(socket, "{\"type\":\"say\",\"text\":\"well?\"}\n");
        BufferedReader reader = RawPeer.reader(socket);
        long seen = 0;
        long read = 0;
        while (seen < last) {
            seen = moved(reader.readLine());
            read++;
        }
        assertThat(game.stats().droppedMessages()).isEqualTo(last - read).isPositive();
    }

    @Test
    void marksAreToldOnceForEachCrossing() throws Exception {
        Connection game = deaf();
        for (int round = 0; round < 2; round++) {
            int sent = fill(game);
            assertThat(game.stats().queuedBytes()).isGreaterThanOrEqualTo(LIMIT);
            read(RawPeer.reader(socket), sent);
            assertThat(next()).isInstanceOf(Event.LowWater.class);
            assertThat(events).isEmpty();
        }
    }

    @Test
    void aListenerThatFailsOnAMarkEndsTheConnectionAndNoThreadHangs() throws Exception {
        Connection game = deaf();
        int sent = fill(game);
        onEvent =
                event -> {
                    events.add(event);
                    if (event instanceof Event.LowWater) {
                        throw new IllegalStateException("a listener's fault");
                    }
                };
        read(RawPeer.reader(socket), sent);
        assertThat(next()).isInstanceOf(Event.LowWater.class);
        assertThat(next())
                .isInstanceOfSatisfying(
                        Event.Closed.class,
                        closed ->
                                assertThat(closed.reason().text()).contains("a listener's fault"));
    }

    @Test
    void aCloseSendsWhatWaits() throws Exception {
        Connection game = deaf();
        for (int i = 1; i <= 100_000; i++) {
            game.send(new Toy.Moved(i), Delivery.latest());
        }
        CompletableFuture<List<Long>> read = CompletableFuture.supplyAsync(this::readToTheEnd);
        game.close();
        assertThat(read.get(20, TimeUnit.SECONDS)).last().isEqualTo(100_000L);
        assertThatThrownBy(() -> game.send(new Toy.Moved(1), Delivery.latest()))
                .isInstanceOf(ConnectionClosedException.class);
    }

    private List<Long> readToTheEnd() {
        List<Long> numbers = new ArrayList<>();
        BufferedReader reader = RawPeer.reader(socket);
        try {
            String line = reader.readLine();
            while (line != null) {
                numbers.add(moved(line));
                line = reader.readLine();
            }
            return numbers;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whatMayBeDroppedHasNoMoreBytesThanOthers() throws Exception {
        Connection game = deaf();
        fill(game);
        String text = "x".repeat(LIMIT / 8);
        for (int i = 0; i < 100; i++) {
            game.send(new Toy.Say(text), Delivery.dropOldest(1_000));
        }
        ConnectionStats stats = game.stats();
        assertThat(stats.waitingMessages()).isEqualTo(7);
        assertThat(stats.droppedMessages()).isEqualTo(93);
    }

    @Test
    void whatCannotBeSentIsSaidAtOnceOrWhenItsTimeComes() throws Exception {
        Connection game = deaf();
        int sent = fill(game);
        assertThatThrownBy(() -> game.send(new Toy.Show("Java's"), Delivery.latest()))
                .hasMessageContaining("is sent by the other side only");
        game.send(new Toy.Say("x".repeat(2_000_000)), Delivery.latest());
        BufferedReader reader = RawPeer.reader(socket);
        read(reader, sent);
        List<Event> told = List.of(next(), next());
        game.send(new Toy.Moved(1), Delivery.latest());
        assertThat(moved(reader.readLine())).isEqualTo(1);
        assertThat(told)
                .filteredOn(Event.ProblemEvent.class::isInstance)
                .singleElement()
                .satisfies(
                        event -> {
                            Problem problem = ((Event.ProblemEvent) event).problem();
                            assertThat(problem.kind()).isEqualTo(ProblemKind.NOT_SENT);
                            assertThat(problem.text())
                                    .startsWith("not sent: The message Say has 2000024 bytes");
                        });
        assertThat(game.stats().problems()).isEqualTo(1);
    }

    @Test
    void numbersAreRight() throws Exception {
        Connection game = deaf();
        ConnectionStats first = game.stats();
        while (first.bytesOut() == 0) {
            Thread.sleep(1);
            first = game.stats();
        }
        assertThat(first.roundTrip()).isEmpty();
        assertThat(first.openSince()).isPresent();
        assertThat(first.messagesIn()).isEqualTo(1);
        assertThat(first.messagesOut()).isEqualTo(1);
        assertThat(first.bytesIn()).isEqualTo(RawPeer.HELLO.length());
        BufferedReader reader = RawPeer.reader(socket);
        game.send(new Toy.Moved(1));
        assertThat(moved(reader.readLine())).isEqualTo(1);
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        game.request(new Toy.Query(1), Duration.ofSeconds(60), outcome::complete);
        assertThat(reader.readLine()).contains("query");
        assertThat(game.stats().waitingRequests()).isEqualTo(1);
        RawPeer.write(socket, "{\"type\":\"info\",\"n\":2,\"$re\":1}\nno JSON\n");
        assertThat(outcome.get(20, TimeUnit.SECONDS)).isEqualTo(new Outcome.Reply(new Toy.Info(2)));
        assertThat(reader.readLine()).contains("malformed");
        RawPeer.write(socket, "{\"type\":\"ask\",\"n\":2,\"$id\":1}\n");
        assertThat(next()).isInstanceOf(Event.ProblemEvent.class);
        assertThat(next()).isInstanceOf(Event.RequestReceived.class);
        game.ping();
        assertThat(reader.readLine()).isEqualTo("{\"gdwire\":\"ping\",\"nonce\":1}");
        RawPeer.write(socket, "{\"gdwire\":\"pong\",\"nonce\":1}\n");
        assertThat(next()).isEqualTo(new Event.Pong(1));
        ConnectionStats stats = game.stats();
        assertThat(stats.roundTrip()).isPresent();
        assertThat(stats.roundTrip().getAsLong()).isBetween(1L, TimeUnit.SECONDS.toNanos(60));
        assertThat(stats.problems()).isEqualTo(1);
        assertThat(stats.openRequests()).isEqualTo(1);
        assertThat(stats.waitingRequests()).isZero();
        assertThat(stats.messagesIn()).isEqualTo(5);
        assertThat(stats.messagesOut()).isEqualTo(5);
        assertThat(stats.queuedBytes()).isZero();
        assertThat(stats.bytesOut()).isGreaterThan(first.bytesOut());
        assertThat(first.plus(stats).messagesIn()).isEqualTo(6);
        assertThat(first.plus(stats).roundTrip()).isEqualTo(stats.roundTrip());
        assertThat(ConnectionStats.NONE.plus(first).roundTrip()).isEqualTo(OptionalLong.empty());
        assertThat(stats.plus(first).openSince()).isEqualTo(first.openSince());
    }

    @Test
    void bytesOutAreWhatThePeerReads() throws Exception {
        Connection game = deaf();
        long welcome = game.stats().bytesOut();
        while (welcome == 0) {
            // Who writes it counts it afterwards.
            Thread.sleep(1);
            welcome = game.stats().bytesOut();
        }
        int sent = fill(game);
        for (int i = 1; i <= 1000; i++) {
            game.send(new Toy.Moved(i), Delivery.latest());
        }
        long bytes = 0;
        BufferedReader reader = RawPeer.reader(socket);
        String line = "";
        while (!line.equals("{\"type\":\"moved\",\"n\":1000}")) {
            line = reader.readLine();
            bytes += line.length() + 1;
        }
        assertThat(bytes).isGreaterThan(sent * 8192L);
        while (game.stats().queuedBytes() > 0) {
            Thread.sleep(1);
        }
        assertThat(game.stats().bytesOut()).isEqualTo(welcome + bytes);
    }
}
