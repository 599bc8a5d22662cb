package dev.gdwire.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gdwire.transport.ConnectionClosedException;
import dev.gdwire.transport.Problem;
import dev.gdwire.transport.ProblemKind;
import dev.gdwire.transport.RemoteException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The threading rules that users rely on. */
@Timeout(60)
class ThreadingTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final int MANY = 30_000;

    private final BlockingQueue<Problem> problems = new LinkedBlockingQueue<>();

    @AfterEach
    void noThreadIsLeft() throws InterruptedException {
        Threads.assertNoneIsLeft();
    }

    @Test
    void handlersOfTheBuilderMissNothingAndRunInOrderOnOneThread() throws Exception {
        List<Long> got = Collections.synchronizedList(new ArrayList<>());
        Set<Thread> threads = Collections.synchronizedSet(new HashSet<>());
        CountDownLatch all = new CountDownLatch(MANY);
        try (SimulatedGame game = ToyGames.gameThatMoves(MANY);
                GodotClient<Toy> client =
                        builder()
                                .on(
                                        Toy.Moved.class,
                                        moved -> {
                                            threads.add(Thread.currentThread());
                                            got.add(moved.n());
                                            all.countDown();
                                        })
                                .connect("127.0.0.1", game.port())) {
            assertThat(all.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(got).isEqualTo(IntStream.range(0, MANY).mapToObj(i -> (long) i).toList());
            assertThat(threads).hasSize(1).doesNotContain(Thread.currentThread());
            assertThat(client.receive(Duration.ZERO)).isEmpty();
        }
    }

    @Test
    void joinAndCallInAHandlerDoNotDeadlockHoweverFarBehindItIs() throws Exception {
        CompletableFuture<Long> sum = new CompletableFuture<>();
        CompletableFuture<GodotClient<Toy>> connected = new CompletableFuture<>();
        try (SimulatedGame game =
                        ToyGames.echo()
                                .onConnect(
                                        peer ->
                                                IntStream.range(0, MANY)
                                                        .forEach(i -> peer.send(new Toy.Moved(i))))
                                .listen(0);
                GodotClient<Toy> client =
                        builder()
                                .on(
                                        Toy.Moved.class,
                                        moved -> {
                                            if (moved.n() == 0) {
                                                sum.complete(askTwice(connected.join()));
                                            }
                                        })
                                .connect("127.0.0.1", game.port())) {
            connected.complete(client);
            assertThat(sum.get(20, TimeUnit.SECONDS)).isEqualTo(3 + 5);
        }
    }

    private static long askTwice(GodotClient<Toy> client) {
        long first = client.request(new Toy.Ask(2), LONG).join().n();
        return first + client.call(new Toy.Ask(4), LONG).n();
    }

    @Test
    void whatHangsOnAReplyMayWaitForAnotherReply() throws Exception {
        try (SimulatedGame game = ToyGames.echo().listen(0);
                GodotClient<Toy> client = builder().connect("127.0.0.1", game.port())) {
            assertThat(client.peer().protocols()).containsExactly(ToyProtocol.TOY);
            CompletableFuture<Long> chain =
                    client.request(new Toy.Ask(1), LONG)
                            .thenApply(answer -> client.call(new Toy.Ask(answer.n()), LONG).n());
            assertThat(chain.get(20, TimeUnit.SECONDS)).isEqualTo(3);
        }
    }

    @Test
    void executorRunsTheHandlersInOrder() throws Exception {
        ExecutorService executor =
                Executors.newFixedThreadPool(4, task -> new Thread(task, "mine"));
        List<Long> got = new ArrayList<>();
        Set<String> names = new HashSet<>();
        CountDownLatch all = new CountDownLatch(1000);
        try (SimulatedGame game = ToyGames.gameThatMoves(1000);
                GodotClient<Toy> client =
                        builder()
                                .executor(executor)
                                .on(
                                        Toy.Moved.class,
                                        moved -> {
                                            names.add(Thread.currentThread().getName());
                                            got.add(moved.n());
                                            all.countDown();
                                        })
                                .connect("127.0.0.1", game.port())) {
            assertThat(all.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(got).isEqualTo(IntStream.range(0, 1000).mapToObj(i -> (long) i).toList());
            assertThat(names).containsExactly("mine");
            assertThat(client.receive(Duration.ZERO)).isEmpty();
        } finally {
            executor.shutdown();
        }
    }

    @Test
    void messagesThatNoHandlerTakesAreReceived() throws Exception {
        try (SimulatedGame game = ToyGames.gameThatMoves(3);
                GodotClient<Toy> client = builder().connect("127.0.0.1", game.port())) {
            assertThat(client.receive(LONG)).contains(new Toy.Moved(0));
            assertThat(client.receive(LONG)).contains(new Toy.Moved(1));
            assertThat(client.receive(LONG)).contains(new Toy.Moved(2));
            assertThat(client.receive(Duration.ofMillis(1))).isEmpty();
            assertThat(client.receive(Duration.ofSeconds(Long.MIN_VALUE))).isEmpty();
            game.peers().get(0).close();
            assertThatThrownBy(() -> client.receive(LONG))
                    .isInstanceOf(ConnectionClosedException.class);
        }
    }

    @Test
    void fullInboxDropsTheOldestAndSaysSo() throws Exception {
        assertThat(overflow(OverflowPolicy.DROP_OLDEST)).containsExactly(3L, 4L);
        assertThat(problems.take().text())
                .isEqualTo(
                        "the inbox of 2 messages and 8388608 bytes is full, 1 dropped so far:"
                                + " receive them, register handlers, or raise the limits (inbox,"
                                + " inboundLimit)");
        assertThat(problems.take().text()).contains("2 dropped so far");
        assertThat(problems).isEmpty();
    }

    @Test
    void fullInboxDropsTheNewestAndSaysSo() throws Exception {
        assertThat(overflow(OverflowPolicy.DROP_NEWEST)).containsExactly(0L, 1L);
        assertThat(problems.take().kind()).isEqualTo(ProblemKind.INBOX_FULL);
    }

    private List<Long> overflow(OverflowPolicy policy) {
        List<Long> got = new ArrayList<>();
        try (SimulatedGame game = ToyGames.gameThatMoves(5);
                GodotClient<Toy> client =
                        builder().inbox(2, policy).connect("127.0.0.1", game.port())) {
            // The answer comes after the five: then they are all there.
            client.call(new Toy.Ask(0), LONG);
            client.receive(LONG).ifPresent(message -> got.add(((Toy.Moved) message).n()));
            client.receive(LONG).ifPresent(message -> got.add(((Toy.Moved) message).n()));
        }
        return got;
    }

    @Test
    void fullInboxClosesTheConnectionIfToldTo() throws Exception {
        CompletableFuture<String> closed = new CompletableFuture<>();
        try (SimulatedGame game = ToyGames.gameThatMoves(5);
                GodotClient<Toy> client =
                        builder()
                                .inbox(2, OverflowPolicy.CLOSE)
                                .onClose(reason -> closed.complete(reason.text()))
                                .connect("127.0.0.1", game.port())) {
            assertThat(closed.get(20, TimeUnit.SECONDS))
                    .isEqualTo("this side closed the connection");
            assertThat(problems.take().text())
                    .isEqualTo(
                            "the inbox of 2 messages and 8388608 bytes is full, so the connection"
                                + " is closed: receive them, register handlers, or raise the limits"
                                + " (inbox, inboundLimit)");
            assertThat(client.receive(LONG)).contains(new Toy.Moved(0));
        }
    }

    @Test
    void handlerThatThrowsIsAProblemAndNotTheEnd() throws Exception {
        IllegalStateException fault = new IllegalStateException("my fault");
        BlockingQueue<Long> got = new LinkedBlockingQueue<>();
        try (SimulatedGame game = ToyGames.gameThatMoves(2);
                GodotClient<Toy> client =
                        builder()
                                .on(
                                        Toy.Moved.class,
                                        moved -> {
                                            got.add(moved.n());
                                            throw fault;
                                        })
                                .connect("127.0.0.1", game.port())) {
            Problem problem = problems.take();
            assertThat(problem.kind()).isEqualTo(ProblemKind.HANDLER_FAILED);
            assertThat(problem.text())
                    .isEqualTo(
                            "the handler of Moved threw java.lang.IllegalStateException: my fault");
            assertThat(problem.cause()).isSameAs(fault);
            assertThat(got.take()).isZero();
            assertThat(got.take()).isOne();
            assertThat(client.call(new Toy.Ask(1), LONG)).isEqualTo(new Toy.Answer(2));
        }
    }

    /** Other languages of the JVM let a handler throw those that Java wants declared. */
    @Test
    void handlerThatThrowsACheckedExceptionIsAProblemAndNotTheEnd() throws Exception {
        BlockingQueue<Long> got = new LinkedBlockingQueue<>();
        try (SimulatedGame game =
                        SimulatedGame.builder(ToyProtocol.TOY)
                                .onProblem(problem -> ThreadingTest.fail(new IOException("full")))
                                .onConnect(
                                        peer -> {
                                            peer.send(new Toy.Moved(0));
                                            peer.send(new Toy.Moved(1));
                                        })
                                .onRequest(
                                        Toy.Ask.class,
                                        (ask, peer) -> ThreadingTest.fail(new IOException("gone")))
                                .listen(0);
                GodotClient<Toy> client =
                        builder()
                                .on(
                                        Toy.Moved.class,
                                        moved -> {
                                            got.add(moved.n());
                                            ThreadingTest.fail(new IOException("no disk"));
                                        })
                                .connect("127.0.0.1", game.port())) {
            assertThat(got.poll(20, TimeUnit.SECONDS)).isZero();
            assertThat(got.poll(20, TimeUnit.SECONDS)).isOne();
            assertThat(problems.take().cause()).hasMessage("no disk");
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> client.call(new Toy.Ask(1), LONG))
                        .isInstanceOf(RemoteException.class)
                        .hasMessageEndingWith("handler_failed: the handler of Ask failed");
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static <R, E extends Throwable> R fail(Throwable e) throws E {
        throw (E) e;
    }

    @Test
    void gamesRequestIsAnsweredByTheHandler() throws Exception {
        CompletableFuture<Toy.Info> answer = new CompletableFuture<>();
        try (SimulatedGame game =
                        SimulatedGame.builder(ToyProtocol.TOY)
                                .onConnect(
                                        peer -> answer.complete(peer.call(new Toy.Query(1), LONG)))
                                .listen(0);
                GodotClient<Toy> client =
                        builder()
                                .onRequest(Toy.Query.class, query -> new Toy.Info(query.n() + 10))
                                .connect("127.0.0.1", game.port())) {
            assertThat(answer.get(20, TimeUnit.SECONDS)).isEqualTo(new Toy.Info(11));
            assertThat(client.receive(Duration.ZERO)).isEmpty();
        }
    }

    @Test
    void requestWithoutHandlerOrWithOneThatFails() throws Exception {
        try (SimulatedGame mute =
                        SimulatedGame.builder(ToyProtocol.TOY).onProblem(problems::add).listen(0);
                GodotClient<Toy> client = builder().connect("127.0.0.1", mute.port())) {
            assertThatThrownBy(() -> client.call(new Toy.Ask(1), LONG))
                    .isInstanceOf(RemoteException.class)
                    .hasMessage(
                            "127.0.0.1:"
                                    + mute.port()
                                    + ": the peer could not answer Ask: no_handler: no handler"
                                    + " answers Ask: register one with onRequest");
        }
        try (SimulatedGame broken =
                        SimulatedGame.builder(ToyProtocol.TOY)
                                .onProblem(problems::add)
                                .onRequest(
                                        Toy.Ask.class,
                                        (ask, peer) -> {
                                            throw new IllegalStateException("out of order");
                                        })
                                .listen(0);
                GodotClient<Toy> client = builder().connect("127.0.0.1", broken.port())) {
            assertThatThrownBy(() -> client.call(new Toy.Ask(1), LONG))
                    .isInstanceOf(RemoteException.class)
                    .hasMessage(
                            "127.0.0.1:"
                                    + broken.port()
                                    + ": the peer could not answer Ask: handler_failed: the handler"
                                    + " of Ask failed");
        }
    }

    private ClientBuilder<Toy> builder() {
        return GodotClient.builder(ToyProtocol.TOY).onProblem(problems::add);
    }
}
