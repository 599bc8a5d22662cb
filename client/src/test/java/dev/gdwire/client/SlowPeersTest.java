package dev.gdwire.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gdwire.transport.ConnectionStats;
import dev.gdwire.transport.Delivery;
import dev.gdwire.transport.NoRoomException;
import dev.gdwire.transport.Problem;
import dev.gdwire.transport.ProblemKind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.node.JsonNodeFactory;

/** Policies, marks and numbers, as the users of clients and servers see them. */
@Timeout(120)
class SlowPeersTest {
    private static final int LIMIT = 64 * 1024;

    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

    @AfterEach
    void noThreadIsLeft() throws InterruptedException {
        Threads.assertNoneIsLeft();
    }

    private String next() throws InterruptedException {
        String text = told.poll(20, TimeUnit.SECONDS);
        assertThat(text).as("something that is told").isNotNull();
        return text;
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 20_000 && !condition.getAsBoolean(); i++) {
            Thread.sleep(1);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    @Test
    void aServersPolicyAndMarksForAPeerThatDoesNotRead() throws Exception {
        try (GodotServer server =
                        GodotServer.builder(ToyProtocol.TOY)
                                .allowPlain()
                                .outboundLimit(LIMIT)
                                .waterMarks(40_000, 100)
                                .waitingMessages(50)
                                .delivery(Delivery.dropOldest(7))
                                .closeTimeout(Duration.ofMillis(100))
                                .onHighWater((peer, bytes) -> tell("high", peer, bytes, 40_000))
                                .onLowWater((peer, bytes) -> tell("low", peer, -bytes, -100))
                                .onPlain((object, peer) -> told.add("plain"))
                                .listen(0);
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream().write("{\"n\":1}\n".getBytes(StandardCharsets.UTF_8));
            assertThat(next()).isEqualTo("plain");
            GodotPeer peer = server.peers().get(0);
            int sent = fill(peer);
            await(() -> told.size() % 2 == 1);
            assertThat(String.join(" ", told)).startsWith("high").doesNotContain("high high");
            told.clear();
            for (int i = 0; i < 100; i++) {
                peer.sendPlain(JsonNodeFactory.instance.objectNode().put("n", i));
            }
            ConnectionStats stats = server.stats();
            assertThat(stats).isEqualTo(peer.stats());
            assertThat(stats.waitingMessages()).isEqualTo(7);
            assertThat(stats.droppedMessages()).isEqualTo(93);
            for (int i = 0; i < 100; i++) {
                peer.sendPlain(
                        JsonNodeFactory.instance.objectNode().put("key", i), Delivery.latest(i));
            }
            assertThat(peer.stats().waitingMessages()).isEqualTo(50);
            BufferedReader reader =
                    new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            for (int i = 0; i < sent; i++) {
                assertThat(reader.readLine()).startsWith("{\"text\":\"xxx");
            }
            for (int i = 50; i < 100; i++) {
                assertThat(reader.readLine()).isEqualTo("{\"key\":" + i + "}");
            }
            assertThat(next()).isEqualTo("low");
        }
    }

    private void tell(String mark, GodotPeer peer, long bytes, long least) {
        assertThat(peer.address()).startsWith("127.0.0.1:");
        told.add(bytes >= least ? mark : mark + " with " + bytes);
    }

    private static int fill(GodotPeer peer) throws InterruptedException {
        int count = 0;
        long before = -1;
        while (true) {
            try {
                peer.sendPlain(
                        JsonNodeFactory.instance.objectNode().put("text", "x".repeat(8192)),
                        Delivery.fail());
                count++;
            } catch (NoRoomException full) {
                assertThat(full.limit()).isEqualTo(LIMIT);
                Thread.sleep(100);
                long queued = peer.stats().queuedBytes();
                if (queued == before && queued >= LIMIT) {
                    return count;
                }
                before = queued;
            }
        }
    }

    @Test
    void aClientThatFailsAndOneThatWaitsForAWhile() throws Exception {
        try (ServerSocket deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                PlainClient client =
                        PlainClient.builder()
                                .outboundLimit(LIMIT)
                                .delivery(Delivery.fail())
                                .closeTimeout(Duration.ofMillis(100))
                                .onHighWater(bytes -> told.add("high"))
                                .connect("127.0.0.1", deaf.getLocalPort())) {
            Map<String, String> much = Map.of("text", "x".repeat(8192));
            assertThatThrownBy(
                            () -> {
                                while (true) {
                                    client.send(much);
                                }
                            })
                    .isInstanceOf(NoRoomException.class)
                    .hasMessageStartingWith(
                            "ObjectNode was not sent to 127.0.0.1:" + deaf.getLocalPort() + ": ");
            assertThatThrownBy(
                            () -> {
                                while (true) {
                                    client.send(
                                            JsonNodeFactory.instance
                                                    .objectNode()
                                                    .put("text", "x".repeat(8192)),
                                            Delivery.block(Duration.ofMillis(200)));
                                }
                            })
                    .isInstanceOf(NoRoomException.class)
                    .hasMessageContaining(" within 200 ms: ");
            assertThat(next()).isEqualTo("high");
            assertThat(client.stats().queuedBytes()).isGreaterThanOrEqualTo(LIMIT);
        }
    }

    @Test
    void statesOfAGameThatReadsAllArriveInTheirOrder() throws Exception {
        int last = 50_000;
        BlockingQueue<Long> seen = new LinkedBlockingQueue<>();
        CompletableFuture<Void> end = new CompletableFuture<>();
        try (SimulatedGame game =
                        ToyGames.echo()
                                .on(
                                        Toy.Say.class,
                                        (say, peer) -> {
                                            seen.add(Long.parseLong(say.text()));
                                            if (say.text().equals("" + last)) {
                                                end.complete(null);
                                            }
                                        })
                                .listen(0);
                GodotClient<Toy> client =
                        GodotClient.builder(ToyProtocol.TOY)
                                .delivery(Delivery.latest())
                                .connect("127.0.0.1", game.port())) {
            for (int i = 1; i <= last; i++) {
                client.send(new Toy.Say("" + i));
            }
            end.get(60, TimeUnit.SECONDS);
            assertThat(List.copyOf(seen)).isSorted().doesNotHaveDuplicates();
            ConnectionStats stats = client.stats();
            assertThat(stats.droppedMessages() + seen.size()).isEqualTo(last);
            // hello, ping, pong, and the states.
            assertThat(stats.messagesOut()).isEqualTo(3 + seen.size());
        }
    }

    @Test
    void roundTripsProblemsAndSumsAreCounted() throws Exception {
        try (SimulatedGame game = ToyGames.echo().onProblem(problem -> {}).listen(0);
                GodotClient<Toy> client =
                        GodotClient.builder(ToyProtocol.TOY)
                                .onProblem(problem -> told.add(problem.toString()))
                                .on(
                                        Toy.Moved.class,
                                        moved -> {
                                            throw new IllegalStateException("a fault");
                                        })
                                .connect("127.0.0.1", game.port())) {
            await(() -> client.stats().roundTrip().isPresent());
            long first = client.stats().messagesIn();
            client.ping();
            await(() -> client.stats().messagesIn() > first);
            game.peers().get(0).send(new Toy.Moved(1), Delivery.latest());
            assertThat(next())
                    .isEqualTo(
                            "127.0.0.1:%d: handler_failed: the handler of Moved threw java.lang.IllegalStateException: a fault"
                                    .formatted(game.port()));
            assertThat(client.stats().problems()).isEqualTo(1);
            assertThat(client.stats().openSince()).isPresent();
            assertThat(client.stats().reconnects()).isZero();
        }
    }

    @Test
    void everyProblemTellsItsPeer() throws Exception {
        BlockingQueue<Problem> problems = new LinkedBlockingQueue<>();
        try (GodotServer server =
                        GodotServer.builder(ToyProtocol.TOY)
                                .allowPlain()
                                .onProblem(problems::add)
                                .listen(0);
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream().write("{\"n\":1}\nno\n".getBytes(StandardCharsets.UTF_8));
            Problem problem = problems.poll(20, TimeUnit.SECONDS);
            assertThat(problem).isNotNull();
            assertThat(problem.kind()).isEqualTo(ProblemKind.MALFORMED);
            assertThat(problem.peer()).isEqualTo("127.0.0.1:" + socket.getLocalPort());
            assertThat(problem).asString().startsWith(problem.peer() + ": malformed: ");
        }
    }

    @Test
    void twoServersPeersAreSummed() throws IOException, InterruptedException {
        try (GodotServer server = GodotServer.builder(ToyProtocol.TOY).allowPlain().listen(0)) {
            assertThat(server.stats()).isEqualTo(ConnectionStats.NONE);
            try (Socket one = new Socket(InetAddress.getLoopbackAddress(), server.port());
                    Socket other = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
                one.getOutputStream().write("{\"n\":1}\n".getBytes(StandardCharsets.UTF_8));
                other.getOutputStream().write("{\"n\":12}\n".getBytes(StandardCharsets.UTF_8));
                await(() -> server.stats().bytesIn() == 17);
                assertThat(server.stats().messagesIn()).isEqualTo(2);
            }
            await(() -> server.stats().equals(ConnectionStats.NONE));
        }
    }
}
