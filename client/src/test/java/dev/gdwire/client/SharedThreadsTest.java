package dev.gdwire.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server whose peers share its threads. */
@Timeout(120)
class SharedThreadsTest {
    private static final int MANY = 300;
    private static final String HELLO =
            "{\"gdwire\":\"hello\",\"wire\":1,\"library\":\"test\",\"protocols\":[{\"name\":\"toy\",\"version\":\"1.0\",\"fingerprint\":\"digest-a\"}],\"features\":[],\"maxFrame\":65536}\n";

    @AfterEach
    void noThreadIsLeft() throws InterruptedException {
        Threads.assertNoneIsLeft();
    }

    @Test
    void hundredsOfPeersAskAndAreAskedWithFewThreads() throws Exception {
        Set<GodotPeer> closed = ConcurrentHashMap.newKeySet();
        CountDownLatch allClosed = new CountDownLatch(MANY);
        try (GodotServer server =
                GodotServer.builder(ToyProtocol.TOY)
                        .maxPeers(MANY)
                        .sharedThreads(2)
                        .onRequest(Toy.Query.class, (query, peer) -> new Toy.Info(query.n() + 1))
                        .on(
                                Toy.Moved.class,
                                (moved, peer) -> peer.send(new Toy.Say("" + moved.n())))
                        .onClose(
                                (reason, peer) -> {
                                    closed.add(peer);
                                    allClosed.countDown();
                                })
                        .listen(0)) {
            int before = Thread.activeCount();
            List<RawPeer> peers = new ArrayList<>();
            for (int i = 0; i < MANY; i++) {
                peers.add(new RawPeer(server.port()));
            }
            for (int round = 1; round <= 10; round++) {
                for (int i = 0; i < MANY; i++) {
                    peers.get(i)
                            .write(
                                    "{\"type\":\"query\",\"n\":"
                                            + (i + round)
                                            + ",\"$id\":"
                                            + round
                                            + "}\n");
                    peers.get(i).write("{\"type\":\"moved\",\"n\":" + i + "}\n");
                }
                for (int i = 0; i < MANY; i++) {
                    assertThat(peers.get(i).readLine())
                            .isEqualTo(
                                    "{\"type\":\"info\",\"n\":"
                                            + (i + round + 1)
                                            + ",\"$re\":"
                                            + round
                                            + "}");
                    assertThat(peers.get(i).readLine())
                            .isEqualTo("{\"type\":\"say\",\"text\":\"" + i + "\"}");
                }
            }
            assertThat(Thread.activeCount() - before).isLessThan(20);
            assertThat(server.peers()).hasSize(MANY);
            RawPeer asked = peers.get(7);
            GodotPeer seen = asked.asSeenBy(server);
            CompletableFuture<Toy.Answer> answer =
                    CompletableFuture.supplyAsync(
                            () -> seen.call(new Toy.Ask(5), Duration.ofSeconds(20)),
                            Threads::start);
            assertThat(asked.readLine()).isEqualTo("{\"type\":\"ask\",\"n\":5,\"$id\":1}");
            asked.write("{\"type\":\"answer\",\"n\":6,\"$re\":1}\n");
            assertThat(answer.get(20, TimeUnit.SECONDS)).isEqualTo(new Toy.Answer(6));
            for (RawPeer peer : peers) {
                peer.close();
            }
            assertThat(allClosed.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(closed).hasSize(MANY);
            assertThat(server.peers()).isEmpty();
        }
    }

    @Test
    void peersThatFloodAndHandlersThatAreSlowStarveNobody() throws Exception {
        int flooding = 12;
        CountDownLatch goOn = new CountDownLatch(1);
        BlockingQueue<Long> moved = new LinkedBlockingQueue<>();
        try (GodotServer server =
                GodotServer.builder(ToyProtocol.TOY)
                        .sharedThreads(1)
                        .closeTimeout(Duration.ofMillis(200))
                        .on(
                                Toy.Moved.class,
                                (message, peer) -> {
                                    // Each of these is slow, and there are always more of them.
                                    pause(goOn);
                                    moved.add(message.n());
                                })
                        .onRequest(Toy.Query.class, (query, peer) -> new Toy.Info(query.n()))
                        .listen(0)) {
            List<Socket> floods = new ArrayList<>();
            for (int i = 0; i < flooding; i++) {
                RawPeer peer = new RawPeer(server.port());
                floods.add(peer.socket);
                Threads.start(() -> flood(peer, goOn));
            }
            List<RawPeer> honest = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                honest.add(new RawPeer(server.port()));
            }
            for (int i = 1; i <= 20; i++) {
                for (RawPeer peer : honest) {
                    peer.write("{\"type\":\"query\",\"n\":" + i + ",\"$id\":" + i + "}\n");
                }
                for (RawPeer peer : honest) {
                    assertThat(peer.readLine())
                            .isEqualTo("{\"type\":\"info\",\"n\":" + i + ",\"$re\":" + i + "}");
                }
            }
            for (RawPeer peer : honest) {
                peer.close();
            }
            assertThat(moved).isNotEmpty();
            goOn.countDown();
            for (Socket socket : floods) {
                socket.close();
            }
        }
    }

    private static void pause(CountDownLatch end) {
        try {
            end.await(100, TimeUnit.MICROSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void flood(RawPeer peer, CountDownLatch end) {
        String lines = "{\"type\":\"moved\",\"n\":1}\n".repeat(1000);
        try {
            while (end.getCount() > 0) {
                peer.write(lines);
            }
        } catch (IOException theEnd) {
            // The server has closed it.
        }
    }

    @Test
    void slowHandlerHoldsItsPeerBackAndLosesNothing() throws Exception {
        int count = 30_000;
        CountDownLatch goOn = new CountDownLatch(1);
        BlockingQueue<Long> moved = new LinkedBlockingQueue<>();
        try (GodotServer server =
                        GodotServer.builder(ToyProtocol.TOY)
                                .sharedThreads(1)
                                .on(
                                        Toy.Moved.class,
                                        (message, peer) -> {
                                            await(goOn);
                                            moved.add(message.n());
                                        })
                                .listen(0);
                RawPeer peer = new RawPeer(server.port())) {
            StringBuilder lines = new StringBuilder();
            for (int i = 0; i < count; i++) {
                lines.append("{\"type\":\"moved\",\"n\":").append(i).append("}\n");
            }
            CompletableFuture<Void> written =
                    CompletableFuture.runAsync(
                            () -> {
                                try {
                                    peer.write(lines.toString());
                                } catch (IOException e) {
                                    throw new AssertionError(e);
                                }
                            },
                            Threads::start);
            goOn.countDown();
            for (long i = 0; i < count; i++) {
                assertThat(moved.poll(20, TimeUnit.SECONDS)).isEqualTo(i);
            }
            written.get(20, TimeUnit.SECONDS);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void handlersThatWaitForPeersKeepNobodyElseWaiting() throws Exception {
        int waiting = 40;
        CountDownLatch begun = new CountDownLatch(2 * waiting);
        Toy.Say much = new Toy.Say("x".repeat(1 << 16));
        try (GodotServer server =
                GodotServer.builder(ToyProtocol.TOY)
                        .sharedThreads(1)
                        .maxPeers(2 * waiting + 1)
                        .closeTimeout(Duration.ofMillis(200))
                        .on(
                                Toy.Moved.class,
                                (moved, peer) -> {
                                    begun.countDown();
                                    for (int i = 0; i < 1_000; i++) {
                                        peer.send(much);
                                    }
                                })
                        .on(
                                Toy.Say.class,
                                (say, peer) -> {
                                    begun.countDown();
                                    peer.call(new Toy.Ask(1), Duration.ofSeconds(60));
                                })
                        .onRequest(Toy.Query.class, (query, peer) -> new Toy.Info(query.n()))
                        .onProblem(problem -> {})
                        .listen(0)) {
            List<RawPeer> silent = new ArrayList<>();
            for (int i = 0; i < waiting; i++) {
                silent.add(new RawPeer(server.port()));
                silent.get(2 * i).write("{\"type\":\"moved\",\"n\":1}\n");
                silent.add(new RawPeer(server.port()));
                silent.get(2 * i + 1).write("{\"type\":\"say\",\"text\":\"\"}\n");
            }
            assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();
            try (RawPeer honest = new RawPeer(server.port())) {
                honest.write("{\"type\":\"query\",\"n\":1,\"$id\":1}\n");
                assertThat(honest.readLine()).isEqualTo("{\"type\":\"info\",\"n\":1,\"$re\":1}");
            }
            for (RawPeer peer : silent) {
                peer.close();
            }
        }
    }

    @Test
    void handlersThatWaitForOthersThanTheirPeersKeepNobodyWaiting() throws Exception {
        int waiting = 20;
        CountDownLatch begun = new CountDownLatch(waiting);
        CountDownLatch never = new CountDownLatch(1);
        try (SimulatedGame slow =
                        SimulatedGame.builder(ToyProtocol.TOY)
                                .onProblem(problem -> {})
                                .onRequest(
                                        Toy.Ask.class,
                                        (ask, peer) -> {
                                            await(never);
                                            return new Toy.Answer(1);
                                        })
                                .listen(0);
                GodotClient<Toy> backend =
                        GodotClient.builder(ToyProtocol.TOY).connect("127.0.0.1", slow.port());
                GodotServer server =
                        GodotServer.builder(ToyProtocol.TOY)
                                .sharedThreads(1)
                                .closeTimeout(Duration.ofMillis(200))
                                .on(
                                        Toy.Moved.class,
                                        (moved, peer) -> {
                                            begun.countDown();
                                            backend.call(new Toy.Ask(1), Duration.ofSeconds(60));
                                        })
                                .onRequest(
                                        Toy.Query.class, (query, peer) -> new Toy.Info(query.n()))
                                .onProblem(problem -> {})
                                .listen(0)) {
            List<RawPeer> relayed = new ArrayList<>();
            for (int i = 0; i < waiting; i++) {
                RawPeer peer = new RawPeer(server.port());
                relayed.add(peer);
                peer.write("{\"type\":\"moved\",\"n\":1}\n");
            }
            assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();
            try (RawPeer honest = new RawPeer(server.port())) {
                honest.write("{\"type\":\"query\",\"n\":1,\"$id\":1}\n");
                assertThat(honest.readLine()).isEqualTo("{\"type\":\"info\",\"n\":1,\"$re\":1}");
            }
            never.countDown();
            for (RawPeer peer : relayed) {
                peer.close();
            }
        }
    }

    @Test
    void thereIsAThreadAtLeast() {
        assertThatThrownBy(() -> GodotServer.builder(ToyProtocol.TOY).sharedThreads(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Peers share at least 1 thread: 0");
    }

    /** A peer that has said hello, and writes and reads lines. */
    private static final class RawPeer implements AutoCloseable {
        private final Socket socket;
        private final BufferedReader reader;

        private RawPeer(int port) throws IOException {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(60_000);
            reader =
                    new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            write(HELLO);
            assertThat(reader.readLine()).startsWith("{\"gdwire\":\"welcome\"");
            assertThat(reader.readLine()).isEqualTo("{\"gdwire\":\"ping\",\"nonce\":1}");
        }

        private void write(String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        }

        /** The next line that says something: empty ones are signs of life. */
        private String readLine() throws IOException {
            String line = reader.readLine();
            while (line != null && line.isEmpty()) {
                line = reader.readLine();
            }
            return line;
        }

        /**
         * Peers are listed in the order in which their handshakes ended, not that of the sockets.
         */
        private GodotPeer asSeenBy(GodotServer server) {
            String port = ":" + socket.getLocalPort();
            return server.peers().stream()
                    .filter(peer -> peer.address().endsWith(port))
                    .findFirst()
                    .orElseThrow();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
