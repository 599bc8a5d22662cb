package dev.gdwire.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.gdwire.transport.BadReplyException;
import dev.gdwire.transport.ConnectionClosedException;
import dev.gdwire.transport.Problem;
import dev.gdwire.transport.RequestTimeoutException;
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

/** What users are told when a connection, or what they wait for, ends. */
@Timeout(60)
class ConnectionEndTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final int MANY = 30_000;

    private final BlockingQueue<Problem> problems = new LinkedBlockingQueue<>();

    @AfterEach
    void noThreadIsLeft() throws InterruptedException {
        Threads.assertNoneIsLeft();
    }

    @Test
    void requestEndsByTimeoutCancelOrTheConnection() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        try (SimulatedGame game =
                SimulatedGame.builder(ToyProtocol.TOY)
                        .onProblem(problems::add)
                        .onRequest(Toy.Ask.class, (ask, peer) -> await(never))
                        .listen(0)) {
            GodotClient<Toy> client = builder().connect("127.0.0.1", game.port());
            assertThatThrownBy(() -> client.call(new Toy.Ask(1), Duration.ofMillis(5)))
                    .isInstanceOf(RequestTimeoutException.class)
                    .hasMessage("127.0.0.1:" + game.port() + ": no answer to Ask within 5 ms");
            CompletableFuture<Toy.Answer> cancelled = client.request(new Toy.Ask(2), LONG);
            assertThat(cancelled.cancel(false)).isTrue();
            CompletableFuture<Toy.Answer> ended = client.request(new Toy.Ask(3), LONG);
            client.close();
            assertThatThrownBy(() -> ended.get(20, TimeUnit.SECONDS))
                    .hasCauseInstanceOf(ConnectionClosedException.class)
                    .hasRootCauseMessage(
                            "127.0.0.1:"
                                    + game.port()
                                    + ": the connection ended before Ask was answered: this side"
                                    + " closed the connection");
            assertThatThrownBy(() -> client.send(new Toy.Say("x")))
                    .isInstanceOf(ConnectionClosedException.class)
                    .isNotInstanceOf(BadReplyException.class);
            never.countDown();
        }
    }

    @Test
    void thousandsOfRequestsEndAtOnceOnFewThreads() throws Exception {
        int count = 5_000;
        CountDownLatch never = new CountDownLatch(1);
        Set<String> threads = ConcurrentHashMap.newKeySet();
        CountDownLatch ended = new CountDownLatch(count);
        try (SimulatedGame game =
                SimulatedGame.builder(ToyProtocol.TOY)
                        .onProblem(problems::add)
                        .onRequest(Toy.Ask.class, (ask, peer) -> await(never))
                        .listen(0)) {
            GodotClient<Toy> client = builder().connect("127.0.0.1", game.port());
            for (int i = 0; i < count; i++) {
                client.request(new Toy.Ask(i), LONG)
                        .whenComplete(
                                (answer, failure) -> {
                                    threads.add(Thread.currentThread().getName());
                                    ended.countDown();
                                });
            }
            client.close();
            assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
            never.countDown();
        }
        assertThat(threads).hasSizeLessThan(20);
    }

    @Test
    void closingAServerTakesNoLongerForManyPeers() throws Exception {
        int count = 20;
        CountDownLatch busy = new CountDownLatch(count);
        CountDownLatch never = new CountDownLatch(1);
        List<GodotClient<Toy>> clients = new ArrayList<>();
        SimulatedGame game =
                SimulatedGame.builder(ToyProtocol.TOY)
                        .closeTimeout(Duration.ofMillis(500))
                        .onProblem(problem -> {})
                        .on(
                                Toy.Say.class,
                                (say, peer) -> {
                                    busy.countDown();
                                    await(never);
                                })
                        .listen(0);
        for (int i = 0; i < count; i++) {
            clients.add(builder().connect("127.0.0.1", game.port()));
            clients.get(i).send(new Toy.Say("stay"));
        }
        assertThat(busy.await(20, TimeUnit.SECONDS)).isTrue();
        long start = System.nanoTime();
        game.close();
        // One after another they would take 500 ms each.
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        never.countDown();
        clients.forEach(GodotClient::close);
    }

    @Test
    void handlerMayCloseItsConnection() throws Exception {
        CompletableFuture<GodotClient<Toy>> connected = new CompletableFuture<>();
        CompletableFuture<String> closed = new CompletableFuture<>();
        try (SimulatedGame game = ToyGames.gameThatMoves(MANY)) {
            connected.complete(
                    builder()
                            .on(Toy.Moved.class, moved -> connected.join().close())
                            .onClose(reason -> closed.complete(reason.text()))
                            .connect("127.0.0.1", game.port()));
            assertThat(closed.get(20, TimeUnit.SECONDS))
                    .isEqualTo("this side closed the connection");
        }
    }

    @Test
    void whatWaitsEndsAtOnceAndSaysWhyWhenTheGameLeaves() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        SimulatedGameBuilder builder =
                SimulatedGame.builder(ToyProtocol.TOY)
                        .onProblem(problem -> {})
                        .onRequest(
                                Toy.Ask.class,
                                (ask, peer) -> {
                                    asked.countDown();
                                    return await(never);
                                });
        SimulatedGame game = builder.listen(0);
        try (GodotClient<Toy> client = builder().connect("127.0.0.1", game.port())) {
            CompletableFuture<Throwable> received = caught(() -> client.receive(LONG));
            CompletableFuture<Throwable> called = caught(() -> client.call(new Toy.Ask(1), LONG));
            asked.await();
            CompletableFuture<Void> leaving =
                    CompletableFuture.runAsync(game::close, Threads::start);
            assertThat(received.get(20, TimeUnit.SECONDS))
                    .isInstanceOf(ConnectionClosedException.class)
                    .hasMessage(
                            "127.0.0.1:"
                                    + game.port()
                                    + ": The connection has ended: the peer closed the connection:"
                                    + " nothing more will be received.");
            assertThat(called.get(20, TimeUnit.SECONDS))
                    .isInstanceOf(ConnectionClosedException.class)
                    .hasMessage(
                            "127.0.0.1:"
                                    + game.port()
                                    + ": the connection ended before Ask was answered: the peer"
                                    + " closed the connection");
            never.countDown();
            leaving.get(20, TimeUnit.SECONDS);
        }
    }

    @Test
    void closeTwiceAndSendAfterCloseAreClear() {
        try (SimulatedGame game = ToyGames.echo().listen(0)) {
            GodotClient<Toy> client = builder().connect("127.0.0.1", game.port());
            client.close();
            client.close();
            String ended = "The connection has ended: this side closed the connection";
            String at = "127.0.0.1:" + game.port() + ": ";
            assertThatThrownBy(() -> client.send(new Toy.Say("x")))
                    .hasMessage(at + "Say was not sent: " + ended);
            assertThatThrownBy(() -> client.call(new Toy.Ask(1), LONG))
                    .hasMessage(at + "Ask was not sent: " + ended);
            assertThatThrownBy(() -> client.receive(LONG))
                    .hasMessage(at + ended + ": nothing more will be received.");
        }
    }

    private static CompletableFuture<Throwable> caught(Runnable action) {
        return CompletableFuture.supplyAsync(() -> catchThrowable(action::run), Threads::start);
    }

    private static Toy.Answer await(CountDownLatch latch) {
        try {
            latch.await();
            return new Toy.Answer(0);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private ClientBuilder<Toy> builder() {
        return GodotClient.builder(ToyProtocol.TOY).onProblem(problems::add);
    }
}
