package dev.gdwire.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gdwire.transport.CloseReason;
import dev.gdwire.transport.Delivery;
import dev.gdwire.transport.PeerInfo;
import dev.gdwire.transport.Problem;
import dev.gdwire.transport.RequestTimeoutException;
import dev.gdwire.transport.TracedMessage;
import dev.gdwire.transport.Tracer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a tracer is told, by clients and servers. */
@Timeout(60)
class TracingTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private final Tracer tracer =
            new Tracer() {
                @Override
                public void opened(String peer, @Nullable PeerInfo info) {
                    tell(peer, "opened " + (info == null ? "plain" : "typed"));
                }

                @Override
                public void message(TracedMessage m) {
                    assertThat(m.bytes()).isEqualTo(m.json().length());
                    assertThat(m.nanos()).isNotNegative();
                    tell(
                            m.peer(),
                            "%s %s %d %s".formatted(m.direction(), m.kind(), m.id(), m.json()));
                }

                @Override
                public void handled(String peer, String what, long nanos) {
                    assertThat(nanos).isNotNegative();
                    tell(peer, "handled " + what);
                }

                @Override
                public void problem(String peer, Problem problem) {
                    tell(peer, "problem " + problem.kind());
                }

                @Override
                public void closed(String peer, CloseReason reason) {
                    tell(peer, "closed " + reason.kind());
                }
            };

    private void tell(String peer, String what) {
        assertThat(peer).startsWith("127.0.0.1:");
        told.add(what);
    }

    @AfterEach
    void noThreadIsLeft() throws InterruptedException {
        Threads.assertNoneIsLeft();
    }

    private List<String> told(int count) throws InterruptedException {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String next = told.poll(20, TimeUnit.SECONDS);
            assertThat(next).as("after %s", all).isNotNull();
            all.add(next);
        }
        return all;
    }

    @Test
    void aClientsMessagesBothWays() throws Exception {
        try (SimulatedGame game =
                        ToyGames.echo()
                                .on(Toy.Say.class, (say, peer) -> peer.send(new Toy.Moved(7)))
                                .listen(0);
                GodotClient<Toy> client =
                        GodotClient.builder(ToyProtocol.TOY)
                                .trace(tracer)
                                .on(Toy.Moved.class, moved -> {})
                                .connect("127.0.0.1", game.port())) {
            assertThat(told(2)).containsExactly("opened typed", "handled onConnect");
            client.call(new Toy.Ask(1), LONG);
            assertThat(told(2))
                    .containsExactly(
                            "OUT REQUEST 0 {\"type\":\"ask\",\"n\":1}",
                            "IN REPLY 0 {\"type\":\"answer\",\"n\":2}");
            client.request(new Toy.Ask(2), LONG).get(20, TimeUnit.SECONDS);
            assertThat(told(2))
                    .containsExactlyInAnyOrder(
                            "OUT REQUEST 2 {\"type\":\"ask\",\"n\":2}",
                            "IN REPLY 0 {\"type\":\"answer\",\"n\":3}");
            client.send(new Toy.Say("a"), Delivery.latest());
            assertThat(told(3))
                    .containsExactlyInAnyOrder(
                            "OUT MESSAGE 0 {\"type\":\"say\",\"text\":\"a\"}",
                            "IN MESSAGE 0 {\"type\":\"moved\",\"n\":7}",
                            "handled Moved");
        }
        assertThat(told(1)).containsExactly("closed LOCAL");
    }

    @Test
    void aServersRequestsAnswersAndPlainPeers() throws Exception {
        try (GodotServer server =
                        GodotServer.builder()
                                .allowPlain()
                                .trace(tracer)
                                .onPlain((object, peer) -> peer.sendPlain(object.put("n", 2)))
                                .listen(0);
                PlainClient client = PlainClient.connect("127.0.0.1", server.port())) {
            client.send(Map.of("n", 1));
            assertThat(client.receive(LONG)).isPresent();
            assertThat(told(5))
                    .containsExactlyInAnyOrder(
                            "opened plain",
                            "handled onConnect",
                            "IN MESSAGE 0 {\"n\":1}",
                            "OUT MESSAGE 0 {\"n\":2}",
                            "handled plain objects");
        }
        assertThat(told(1)).first().asString().startsWith("closed ");
    }

    @Test
    void aGamesAnswersAndFaults() throws Exception {
        try (SimulatedGame game =
                        SimulatedGame.builder(ToyProtocol.TOY)
                                .trace(tracer)
                                .onProblem(problem -> {})
                                .listen(0);
                GodotClient<Toy> client =
                        GodotClient.connect(ToyProtocol.TOY, "127.0.0.1", game.port())) {
            assertThatThrownBy(() -> client.call(new Toy.Ask(1), LONG))
                    .hasMessageContaining("no handler");
            List<String> all = told(4);
            assertThat(all)
                    .contains("IN REQUEST 1 {\"type\":\"ask\",\"n\":1}")
                    .anyMatch(line -> line.startsWith("OUT ERROR 1 NO_HANDLER: no handler"));
        }
    }

    @Test
    void aTracerThatFailsHarmsNothing() throws Exception {
        Tracer faulty =
                new Tracer() {
                    @Override
                    public void message(TracedMessage message) {
                        throw new IllegalStateException("a tracer's fault");
                    }
                };
        Logger logger = Logger.getLogger("dev.gdwire.trace");
        logger.setLevel(Level.OFF);
        try (SimulatedGame game = ToyGames.echo().listen(0);
                GodotClient<Toy> client =
                        GodotClient.builder(ToyProtocol.TOY)
                                .trace(faulty)
                                .connect("127.0.0.1", game.port())) {
            assertThat(client.call(new Toy.Ask(1), LONG)).isEqualTo(new Toy.Answer(2));
        } finally {
            logger.setLevel(null);
        }
    }

    @Test
    void theLogHasHeadsAndOnlyIfAskedMessages() throws Exception {
        List<String> heads = logged(Tracer.logging());
        assertThat(heads)
                .anyMatch(line -> line.matches("127.0.0.1:\\d+: opened: gdwire-java .*"))
                .anyMatch(line -> line.matches("127.0.0.1:\\d+: out: ask request, 20 bytes.*"))
                .anyMatch(line -> line.matches("127.0.0.1:\\d+: in: answer reply, 23 bytes, .*us"))
                .anyMatch(line -> line.contains(": in: error error, 8 bytes"))
                .anyMatch(line -> line.matches("127.0.0.1:\\d+: closed: this side .*"))
                .noneMatch(line -> line.contains("secret"));
        assertThat(logged(Tracer.loggingPayloads()))
                .anyMatch(line -> line.endsWith(": {\"type\":\"say\",\"text\":\"secret\"}"))
                .anyMatch(line -> line.endsWith(": TimedOut"));
    }

    private static List<String> logged(Tracer tracer) throws Exception {
        BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        Handler handler =
                new Handler() {
                    @Override
                    public void publish(LogRecord line) {
                        lines.add(line.getMessage());
                    }

                    @Override
                    public void flush() {
                        // Nothing is held back.
                    }

                    @Override
                    public void close() {
                        // Nothing is open.
                    }
                };
        Logger logger = Logger.getLogger("dev.gdwire.trace");
        handler.setLevel(Level.ALL);
        logger.setLevel(Level.FINE);
        logger.setUseParentHandlers(false);
        logger.addHandler(handler);
        try (SimulatedGame game =
                        SimulatedGame.builder(ToyProtocol.TOY)
                                .onRequest(
                                        Toy.Ask.class,
                                        (ask, peer) -> {
                                            pause(ask.n());
                                            return new Toy.Answer(ask.n());
                                        })
                                .onProblem(problem -> {})
                                .listen(0);
                GodotClient<Toy> client =
                        GodotClient.builder(ToyProtocol.TOY)
                                .onProblem(problem -> {})
                                .trace(tracer)
                                .connect("127.0.0.1", game.port())) {
            client.call(new Toy.Ask(1), LONG);
            client.send(new Toy.Say("secret"));
            assertThatThrownBy(() -> client.call(new Toy.Ask(100), Duration.ofMillis(5)))
                    .isInstanceOf(RequestTimeoutException.class);
        } finally {
            logger.removeHandler(handler);
            logger.setUseParentHandlers(true);
            logger.setLevel(null);
        }
        return List.copyOf(lines);
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
