package dev.gdwire.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gdwire.transport.ConnectionClosedException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Messages as a stream that its subscriber paces. */
@Timeout(120)
class PublisherTest {
    /** More than buffers on the way hold. */
    private static final int MANY = 300_000;

    @AfterEach
    void noThreadIsLeft() throws InterruptedException {
        Threads.assertNoneIsLeft();
    }

    /** Asks for what the test says. */
    private static final class Taker implements Flow.Subscriber<Toy.Moved> {
        private final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();
        private final BlockingQueue<Long> taken = new LinkedBlockingQueue<>();
        private final CompletableFuture<String> end = new CompletableFuture<>();

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription.complete(given);
        }

        @Override
        public void onNext(Toy.Moved moved) {
            taken.add(moved.n());
        }

        @Override
        public void onError(Throwable reason) {
            assertThat(reason).isInstanceOf(ConnectionClosedException.class);
            end.complete(reason.getMessage());
        }

        @Override
        public void onComplete() {
            end.complete("complete");
        }

        private void request(long count) throws Exception {
            subscription.get(20, TimeUnit.SECONDS).request(count);
        }

        private Long next() throws InterruptedException {
            return taken.poll(20, TimeUnit.SECONDS);
        }
    }

    /** A game that moves as fast as it may, once somebody is there. */
    private static SimulatedGame running(AtomicInteger sent) {
        return ToyGames.echo()
                .onProblem(problem -> {})
                .outboundLimit(64 * 1024)
                .closeTimeout(Duration.ofMillis(200))
                .on(
                        Toy.Show.class,
                        (show, peer) -> {
                            for (int i = 0; i < MANY; i++) {
                                peer.send(new Toy.Moved(i));
                                sent.incrementAndGet();
                            }
                        })
                .listen(0);
    }

    @Test
    void whoAsksForLittleSlowsTheGameDownAndLosesNothing() throws Exception {
        AtomicInteger sent = new AtomicInteger();
        Taker taker = new Taker();
        try (SimulatedGame game = running(sent);
                GodotClient<Toy> client =
                        GodotClient.connect(ToyProtocol.TOY, "127.0.0.1", game.port())) {
            client.publisher(Toy.Moved.class).subscribe(taker);
            client.send(new Toy.Show("go"));
            taker.request(3);
            for (long i = 0; i < 3; i++) {
                assertThat(taker.next()).isEqualTo(i);
            }
            awaitStandstill(sent);
            assertThat(sent.get()).isLessThan(MANY);
            assertThat(client.stats().messagesIn()).isLessThan(MANY);
            assertThat(taker.taken).isEmpty();
            taker.request(Long.MAX_VALUE);
            for (long i = 3; i < MANY; i++) {
                assertThat(taker.next()).isEqualTo(i);
            }
        }
        assertThat(taker.end.get(20, TimeUnit.SECONDS)).isEqualTo("complete");
    }

    private static void awaitStandstill(AtomicInteger count) throws InterruptedException {
        int before = -1;
        while (count.get() != before || before == 0) {
            before = count.get();
            Thread.sleep(300);
        }
    }

    @Test
    void aCloseDoesNotWaitForWhoAsksForNothing() throws Exception {
        AtomicInteger sent = new AtomicInteger();
        Taker taker = new Taker();
        try (SimulatedGame game = running(sent)) {
            GodotClient<Toy> client =
                    GodotClient.connect(ToyProtocol.TOY, "127.0.0.1", game.port());
            client.publisher(Toy.Moved.class).subscribe(taker);
            client.send(new Toy.Show("go"));
            awaitStandstill(sent);
            client.close();
            assertThat(taker.end.get(20, TimeUnit.SECONDS))
                    .isEqualTo(
                            "127.0.0.1:%d: The connection has ended: it was closed before the subscriber had taken all"
                                    .formatted(game.port()));
            assertThat(taker.taken).isEmpty();
        }
    }

    @Test
    void whoCancelsGetsNoMoreAndTheInboxHasTheRest() throws Exception {
        Taker taker = new Taker();
        try (SimulatedGame game = ToyGames.echo().listen(0);
                GodotClient<Toy> client =
                        GodotClient.connect(ToyProtocol.TOY, "127.0.0.1", game.port())) {
            client.publisher(Toy.Moved.class).subscribe(taker);
            taker.request(10);
            SimulatedGame.Peer peer = peerOf(game);
            peer.send(new Toy.Moved(1));
            assertThat(taker.next()).isEqualTo(1L);
            taker.subscription.join().cancel();
            peer.send(new Toy.Moved(2));
            assertThat(client.receive(Duration.ofSeconds(20))).contains(new Toy.Moved(2));
            peer.send(new Toy.Say("another type"));
            assertThat(client.receive(Duration.ofSeconds(20)))
                    .contains(new Toy.Say("another type"));
        }
        assertThat(taker.taken).isEmpty();
        assertThat(taker.end).isNotDone();
    }

    /** The client may be connected before the game has told its own side so. */
    private static SimulatedGame.Peer peerOf(SimulatedGame game) {
        while (game.peers().isEmpty()) {
            Thread.onSpinWait();
        }
        return game.peers().get(0);
    }

    @Test
    void eachSubscriberGetsAllAndTheGamesEndCompletesThem() throws Exception {
        Taker one = new Taker();
        Taker other = new Taker();
        Taker late = new Taker();
        try (SimulatedGame game = ToyGames.echo().listen(0);
                GodotClient<Toy> client =
                        GodotClient.connect(ToyProtocol.TOY, "127.0.0.1", game.port())) {
            Flow.Publisher<Toy.Moved> publisher = client.publisher(Toy.Moved.class);
            publisher.subscribe(one);
            publisher.subscribe(other);
            SimulatedGame.Peer peer = peerOf(game);
            for (int i = 0; i < 200; i++) {
                peer.send(new Toy.Moved(i));
            }
            peer.close();
            one.request(1000);
            other.request(1000);
            assertThat(one.end.get(20, TimeUnit.SECONDS)).isEqualTo("complete");
            assertThat(other.end.get(20, TimeUnit.SECONDS)).isEqualTo("complete");
            assertThat(List.copyOf(one.taken)).hasSize(200).isSorted();
            assertThat(List.copyOf(other.taken)).hasSize(200).isSorted();
            publisher.subscribe(late);
            assertThat(late.end.get(20, TimeUnit.SECONDS)).isEqualTo("complete");
        }
    }

    @Test
    void aBreakFailsTheStreamAfterWhatCame() throws Exception {
        String welcome =
                "{\"gdwire\":\"welcome\",\"wire\":1,\"library\":\"test\",\"protocols\":[{\"name\":\"toy\",\"version\":\"1.0\",\"fingerprint\":\"digest-a\"}],\"features\":[],\"maxFrame\":65536}\n";
        Taker taker = new Taker();
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Socket> accepted =
                    CompletableFuture.supplyAsync(
                            () -> {
                                try {
                                    Socket socket = listening.accept();
                                    socket.getOutputStream()
                                            .write(welcome.getBytes(StandardCharsets.UTF_8));
                                    return socket;
                                } catch (java.io.IOException e) {
                                    throw new AssertionError(e);
                                }
                            },
                            Threads::start);
            try (GodotClient<Toy> client =
                    GodotClient.connect(ToyProtocol.TOY, "127.0.0.1", listening.getLocalPort())) {
                client.publisher(Toy.Moved.class).subscribe(taker);
                taker.request(10);
                Socket socket = accepted.get(20, TimeUnit.SECONDS);
                socket.getOutputStream()
                        .write("{\"type\":\"moved\",\"n\":1}\n".getBytes(StandardCharsets.UTF_8));
                assertThat(taker.next()).isEqualTo(1L);
                // A reset, not an end.
                socket.setSoLinger(true, 0);
                socket.close();
                assertThat(taker.end.get(20, TimeUnit.SECONDS))
                        .startsWith("127.0.0.1:" + listening.getLocalPort())
                        .contains("the connection broke");
            }
        }
    }

    @Test
    void aServersPeersHaveStreamsOfTheirOwn() throws Exception {
        Taker first = new Taker();
        try (GodotServer server =
                        GodotServer.builder(ToyProtocol.TOY)
                                .allowPlain()
                                .onConnect(
                                        peer -> {
                                            if (!first.subscription.isDone()) {
                                                peer.publisher(Toy.Moved.class).subscribe(first);
                                            }
                                        })
                                .listen(0);
                Socket one = hello(server)) {
            first.request(10);
            try (Socket other = hello(server)) {
                String moved = "{\"type\":\"moved\",\"n\":%d}\n";
                other.getOutputStream().write(moved.formatted(2).getBytes(StandardCharsets.UTF_8));
                one.getOutputStream().write(moved.formatted(1).getBytes(StandardCharsets.UTF_8));
                assertThat(first.next()).isEqualTo(1L);
                GodotPeer peer =
                        server.peers().stream()
                                .filter(any -> any.address().endsWith(":" + other.getLocalPort()))
                                .findFirst()
                                .orElseThrow();
                assertThat(peer.receive(Duration.ofSeconds(20))).contains(new Toy.Moved(2));
            }
        }
        assertThat(first.end.get(20, TimeUnit.SECONDS)).isEqualTo("complete");
        assertThat(first.taken).isEmpty();
    }

    private static Socket hello(GodotServer server) throws Exception {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        socket.getOutputStream()
                .write(
                        "{\"gdwire\":\"hello\",\"wire\":1,\"library\":\"test\",\"protocols\":[{\"name\":\"toy\",\"version\":\"1.0\",\"fingerprint\":\"digest-a\"}],\"features\":[],\"maxFrame\":65536}\n"
                                .getBytes(StandardCharsets.UTF_8));
        while (socket.getInputStream().read() != '\n') {
            // The welcome.
        }
        return socket;
    }
}
