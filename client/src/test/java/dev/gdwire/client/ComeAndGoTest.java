package dev.gdwire.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gdwire.transport.Problem;
import dev.gdwire.transport.ProblemKind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Clients and servers that come and go: no threads and no memory are left of them. */
@Timeout(180)
class ComeAndGoTest {
    private static final String HELLO =
            "{\"gdwire\":\"hello\",\"wire\":1,\"library\":\"test\",\"protocols\":[{\"name\":\"toy\",\"version\":\"1.0\",\"fingerprint\":\"digest-a\"}],\"features\":[],\"maxFrame\":1048576}\n";
    private static final long MEBIBYTE = 1024 * 1024;

    @AfterEach
    void noThreadIsLeft() throws InterruptedException {
        Threads.assertNoneIsLeft();
    }

    private interface Visit {
        void to(int port, int number) throws IOException;
    }

    @Test
    void nothingIsLeftOfAThousandClients() throws Exception {
        try (SimulatedGame game =
                SimulatedGame.builder(ToyProtocol.TOY)
                        .onRequest(Toy.Ask.class, (ask, peer) -> new Toy.Answer(ask.n()))
                        .listen(0)) {
            comeAndGo(game.port(), ComeAndGoTest::askAsAClient);
        }
    }

    @Test
    void nothingIsLeftOfAThousandPeersThatShareThreads() throws Exception {
        try (GodotServer server =
                GodotServer.builder(ToyProtocol.TOY)
                        .sharedThreads(1)
                        .onRequest(Toy.Query.class, (query, peer) -> new Toy.Info(query.n()))
                        .listen(0)) {
            comeAndGo(server.port(), ComeAndGoTest::askAsAPeer);
        }
    }

    private static void comeAndGo(int port, Visit visit) throws Exception {
        visits(port, 100, visit);
        long threads = settled();
        long heap = usedHeap();
        visits(port, 1000, visit);
        assertThat(settled()).isLessThanOrEqualTo(threads);
        assertThat(usedHeap()).isLessThan(heap + 8 * MEBIBYTE);
    }

    private static void visits(int port, int count, Visit visit) throws IOException {
        for (int i = 1; i <= count; i++) {
            visit.to(port, i);
        }
    }

    private static void askAsAClient(int port, int n) {
        try (GodotClient<Toy> client = GodotClient.connect(ToyProtocol.TOY, "127.0.0.1", port)) {
            assertThat(client.call(new Toy.Ask(n), Duration.ofSeconds(20)))
                    .isEqualTo(new Toy.Answer(n));
        }
    }

    private static void askAsAPeer(int port, int n) throws IOException {
        try (Socket peer = new Socket(InetAddress.getLoopbackAddress(), port)) {
            String query = "{\"type\":\"query\",\"n\":%d,\"$id\":1}\n".formatted(n);
            peer.getOutputStream().write((HELLO + query).getBytes(StandardCharsets.UTF_8));
            peer.shutdownOutput();
            assertThat(peer.getInputStream().readAllBytes())
                    .asString(StandardCharsets.UTF_8)
                    .endsWith("{\"type\":\"info\",\"n\":%d,\"$re\":1}\n".formatted(n));
        }
    }

    @Test
    void serversComeAndGo() throws Exception {
        for (int i = 0; i < 100; i++) {
            ServerBuilder builder = GodotServer.builder(ToyProtocol.TOY);
            try (GodotServer server = (i % 2 == 0 ? builder : builder.sharedThreads(1)).listen(0);
                    Socket peer = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
                peer.getOutputStream().write(HELLO.getBytes(StandardCharsets.UTF_8));
                assertThat(peer.getInputStream().read()).isEqualTo('{');
            }
        }
    }

    @Test
    void whatWasNotSentBeforeACloseIsAProblem() throws Exception {
        for (int shared = 0; shared < 2; shared++) {
            BlockingQueue<Problem> problems = new LinkedBlockingQueue<>();
            CompletableFuture<GodotPeer> connected = new CompletableFuture<>();
            ServerBuilder builder =
                    GodotServer.builder(ToyProtocol.TOY)
                            .closeTimeout(Duration.ofMillis(100))
                            .outboundLimit(64 * 1024 * 1024)
                            .onProblem(problems::add)
                            .onConnect(connected::complete);
            try (GodotServer server = (shared == 0 ? builder : builder.sharedThreads(1)).listen(0);
                    Socket deaf = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
                deaf.getOutputStream().write(HELLO.getBytes(StandardCharsets.UTF_8));
                GodotPeer peer = connected.get(20, TimeUnit.SECONDS);
                for (int i = 0; i < 300; i++) {
                    peer.send(new Toy.Say("x".repeat(100_000)));
                }
                peer.close();
                Problem problem = problems.poll(20, TimeUnit.SECONDS);
                assertThat(problem.kind()).isEqualTo(ProblemKind.NOT_SENT);
                assertThat(problem.text())
                        .matches(
                                "about \\d+ bytes that were sent before the close never left: the"
                                    + " peer did not take them within 100 ms \\(closeTimeout\\)");
            }
        }
    }

    private static long usedHeap() throws InterruptedException {
        Runtime runtime = Runtime.getRuntime();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            System.gc();
            Thread.sleep(20);
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }

    /** How many threads there are, once those that were ending have. */
    private static long settled() throws InterruptedException {
        long before = Long.MAX_VALUE;
        long threads = threads();
        while (threads < before) {
            before = threads;
            Thread.sleep(1500);
            threads = threads();
        }
        return threads;
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("gdwire-"))
                .count();
    }
}
