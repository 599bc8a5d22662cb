package dev.gdwire.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gdwire.protocol.Sender;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Threads that wait in {@link Connection#call}, on real sockets. */
@Timeout(60)
abstract class CallContract {
    static final Duration LONG = Duration.ofSeconds(50);
    static final EngineOptions JAVA =
            EngineOptions.of(Role.INITIATOR, List.of(ToyProtocol.TOY)).withHandshakeTimeout(LONG);
    static final EngineOptions GODOT =
            EngineOptions.of(Role.ACCEPTOR, List.of(ToyProtocol.TOY)).withSide(Sender.GODOT);

    final EventLog java = new EventLog();
    private final EventLog godot = new EventLog();
    final AtomicReference<Thread> deliveredBy = new AtomicReference<>();
    private final BlockingQueue<Connection> accepted = new LinkedBlockingQueue<>();
    private final TestDriver driver;
    private Listener listener;
    Connection client;
    private Connection game;

    CallContract(TestDriver driver) {
        this.driver = driver;
    }

    @BeforeEach
    void connect() throws Exception {
        listener =
                Listener.open(
                        "127.0.0.1",
                        0,
                        socket -> {
                            Connection connection =
                                    driver.over(socket, GODOT, LinkOptions.DEFAULT, godot);
                            accepted.add(connection);
                            connection.start();
                        },
                        problem -> {
                            throw new AssertionError(problem);
                        });
        client = connect(java);
        java.next(Event.Opened.class);
        godot.next(Event.Opened.class);
        game = accepted.take();
    }

    private Connection connect(ConnectionListener events) {
        Connection connection =
                driver.connect(
                        listener.port(),
                        JAVA,
                        LinkOptions.DEFAULT,
                        event -> {
                            deliveredBy.set(Thread.currentThread());
                            events.event(event);
                        });
        connection.start();
        return connection;
    }

    @AfterEach
    void closeAndLeaveNoThread() throws InterruptedException {
        client.close();
        game.close();
        listener.close();
        driver.close();
        LeftThreads.assertNone();
    }

    @Test
    void readerTakesOverAgainAfterACall() throws Exception {
        for (int i = 0; i < 20; i++) {
            FutureTask<Void> answer = answerNext(new Toy.Moved(i));
            assertThat(client.call(new Toy.Ask(i), LONG)).isEqualTo(reply(i));
            answer.get();
            assertThat(java.next()).isEqualTo(new Event.Received(new Toy.Moved(i)));
            game.send(new Toy.Moved(-i));
            assertThat(java.next()).isEqualTo(new Event.Received(new Toy.Moved(-i)));
            assertThat(deliveredBy.get()).isNotSameAs(Thread.currentThread());
        }
    }

    @Test
    void messagesStayInOrderWhoeverReads() throws Exception {
        int calls = 500;
        for (int i = 0; i < calls; i++) {
            game.send(new Toy.Moved(3 * i));
            FutureTask<Void> answer = answerNext(new Toy.Moved(3 * i + 1));
            assertThat(client.call(new Toy.Ask(i), LONG)).isEqualTo(reply(i));
            answer.get();
            game.send(new Toy.Moved(3 * i + 2));
        }
        for (int i = 0; i < 3 * calls; i++) {
            assertThat(java.next()).isEqualTo(new Event.Received(new Toy.Moved(i)));
        }
    }

    @Test
    void callerMaySpin() throws Exception {
        client.close();
        java.next(Event.Closed.class);
        godot.next(Event.Closed.class);
        client =
                driver.connect(
                        listener.port(),
                        JAVA,
                        LinkOptions.DEFAULT.withSpin(Duration.ofMillis(1)),
                        java);
        client.start();
        java.next(Event.Opened.class);
        godot.next(Event.Opened.class);
        game = accepted.take();
        for (int i = 0; i < 200; i++) {
            FutureTask<Void> answer = answerNext(new Toy.Moved(i));
            assertThat(client.call(new Toy.Ask(i), LONG)).isEqualTo(reply(i));
            answer.get();
            assertThat(java.next()).isEqualTo(new Event.Received(new Toy.Moved(i)));
        }
        assertThat(client.call(new Toy.Ask(1), Duration.ofMillis(20)))
                .isEqualTo(new Outcome.TimedOut());
        game.send(new Toy.Moved(-1));
        assertThat(java.next()).isEqualTo(new Event.Received(new Toy.Moved(-1)));
    }

    @Test
    void spinHasALimit() {
        assertThatThrownBy(() -> LinkOptions.DEFAULT.withSpin(Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("10 ms");
    }

    @Test
    void callTimesOutWhileItReadsAndTheConnectionLives() throws Exception {
        assertThat(client.call(new Toy.Ask(1), Duration.ofMillis(20)))
                .isEqualTo(new Outcome.TimedOut());
        godot.next(Event.RequestReceived.class);
        assertStillTalks();
    }

    @Test
    void callThatHasNoTimeLeftTimesOut() throws Exception {
        for (Duration none : List.of(Duration.ofNanos(-1), Duration.ofSeconds(Long.MIN_VALUE))) {
            assertThat(client.call(new Toy.Ask(1), none)).isEqualTo(new Outcome.TimedOut());
        }
    }

    @Test
    void requestMadeWhenAnotherIsGivenUpTimesOut() throws Exception {
        CompletableFuture<Outcome> second = new CompletableFuture<>();
        long first =
                client.request(
                        new Toy.Ask(1),
                        LONG,
                        outcome ->
                                client.request(
                                        new Toy.Ask(2), Duration.ofMillis(5), second::complete));
        assertThat(client.cancel(first)).isTrue();
        assertThat(second.get(20, TimeUnit.SECONDS)).isEqualTo(new Outcome.TimedOut());
    }

    @Test
    void deadlinesOfOthersPassWhileACallerReads() throws Exception {
        FutureTask<Outcome> call = start(() -> client.call(new Toy.Ask(1), LONG));
        long id = godot.next(Event.RequestReceived.class).id();
        CompletableFuture<Outcome> other = new CompletableFuture<>();
        client.request(new Toy.Ask(2), Duration.ofMillis(20), other::complete);
        assertThat(other.get(20, TimeUnit.SECONDS)).isEqualTo(new Outcome.TimedOut());
        game.reply(id, new Toy.Answer(1));
        assertThat(call.get(20, TimeUnit.SECONDS)).isEqualTo(reply(1));
    }

    @Test
    void closeEndsACallThatReads() throws Exception {
        FutureTask<Outcome> call = start(() -> client.call(new Toy.Ask(1), LONG));
        godot.next(Event.RequestReceived.class);
        client.close();
        assertThat(((Outcome.Ended) call.get(20, TimeUnit.SECONDS)).reason().kind())
                .isEqualTo(CloseReason.Kind.LOCAL);
        assertThat(java.next(Event.Closed.class).reason().kind()).isEqualTo(CloseReason.Kind.LOCAL);
        assertThatThrownBy(() -> client.call(new Toy.Ask(2), LONG))
                .isInstanceOf(ConnectionClosedException.class);
    }

    @Test
    void endOfStreamEndsEveryCall() throws Exception {
        FutureTask<Outcome> first = start(() -> client.call(new Toy.Ask(1), LONG));
        FutureTask<Outcome> second = start(() -> client.call(new Toy.Ask(2), LONG));
        godot.next(Event.RequestReceived.class);
        godot.next(Event.RequestReceived.class);
        game.close();
        for (FutureTask<Outcome> call : List.of(first, second)) {
            assertThat(((Outcome.Ended) call.get(20, TimeUnit.SECONDS)).reason().text())
                    .isEqualTo("the peer closed the connection");
        }
        java.next(Event.Closed.class);
    }

    @Test
    void answersOfTwoCallersArriveInAnyOrder() throws Exception {
        FutureTask<Outcome> first = start(() -> client.call(new Toy.Ask(1), LONG));
        long firstId = godot.next(Event.RequestReceived.class).id();
        FutureTask<Outcome> second = start(() -> client.call(new Toy.Ask(2), LONG));
        long secondId = godot.next(Event.RequestReceived.class).id();
        game.reply(secondId, new Toy.Answer(2));
        assertThat(second.get(20, TimeUnit.SECONDS)).isEqualTo(reply(2));
        game.reply(firstId, new Toy.Answer(1));
        assertThat(first.get(20, TimeUnit.SECONDS)).isEqualTo(reply(1));
    }

    @Test
    void callerThatWaitsBehindAnotherReadsOnWhenThatOneIsDone() throws Exception {
        FutureTask<Outcome> first = start(() -> client.call(new Toy.Ask(1), LONG));
        long firstId = godot.next(Event.RequestReceived.class).id();
        FutureTask<Outcome> second = start(() -> client.call(new Toy.Ask(2), LONG));
        long secondId = godot.next(Event.RequestReceived.class).id();
        game.reply(firstId, new Toy.Answer(1));
        assertThat(first.get(20, TimeUnit.SECONDS)).isEqualTo(reply(1));
        game.reply(secondId, new Toy.Answer(2));
        assertThat(second.get(20, TimeUnit.SECONDS)).isEqualTo(reply(2));
    }

    @Test
    void interruptedCallerGivesUpAndTheConnectionLives() throws Exception {
        for (int i = 0; i < 10; i++) {
            interruptACall(task -> new Thread(task).start());
            assertThat(client.waitingRequests()).isZero();
        }
    }

    /** A plain read by a virtual thread would close the socket when it is interrupted. */
    @Test
    void interruptedVirtualThreadGivesUpAndTheConnectionLives() throws Exception {
        if (Runtime.version().feature() >= 21) {
            var start = Thread.class.getMethod("startVirtualThread", Runnable.class);
            interruptACall(
                    task -> {
                        try {
                            start.invoke(null, task);
                        } catch (ReflectiveOperationException e) {
                            throw new AssertionError(e);
                        }
                    });
        }
    }

    private void interruptACall(Executor threads) throws Exception {
        CompletableFuture<Thread> caller = new CompletableFuture<>();
        CompletableFuture<Throwable> failure = new CompletableFuture<>();
        threads.execute(
                () -> {
                    caller.complete(Thread.currentThread());
                    try {
                        failure.completeExceptionally(
                                new AssertionError(client.call(new Toy.Ask(1), LONG)));
                    } catch (InterruptedException e) {
                        failure.complete(e);
                    }
                });
        godot.next(Event.RequestReceived.class);
        caller.get().interrupt();
        assertThat(failure.get(20, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
        assertStillTalks();
    }

    @Test
    void interruptOfACallerThatDoesNotReadLeavesTheOtherAlone() throws Exception {
        FutureTask<Outcome> first = start(() -> client.call(new Toy.Ask(1), LONG));
        long firstId = godot.next(Event.RequestReceived.class).id();
        interruptACall(task -> new Thread(task).start());
        game.reply(firstId, new Toy.Answer(1));
        assertThat(first.get(20, TimeUnit.SECONDS)).isEqualTo(reply(1));
    }

    @Test
    void listenerThatFailsWhileACallerReadsBreaksTheConnection() throws Exception {
        CountDownLatch opened = new CountDownLatch(1);
        List<Event> after = new ArrayList<>();
        Connection other =
                connect(
                        event -> {
                            after.add(event);
                            opened.countDown();
                            if (event instanceof Event.Received) {
                                throw new IllegalStateException("my fault");
                            }
                        });
        assertThat(opened.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(godot.next()).isInstanceOf(Event.Opened.class);
        FutureTask<Outcome> call = start(() -> other.call(new Toy.Ask(1), LONG));
        godot.next(Event.RequestReceived.class);
        Connection otherGame = accepted.take();
        otherGame.send(new Toy.Moved(1));
        assertThat(((Outcome.Ended) call.get(20, TimeUnit.SECONDS)).reason().text())
                .isEqualTo("the connection broke: java.lang.IllegalStateException: my fault");
        other.close();
        otherGame.close();
        assertThat(after).last().isInstanceOf(Event.Closed.class);
    }

    @Test
    void listenerMayNotCall() throws Exception {
        CompletableFuture<Throwable> thrown = new CompletableFuture<>();
        client.request(
                new Toy.Ask(1),
                LONG,
                outcome -> {
                    try {
                        client.call(new Toy.Ask(2), LONG);
                    } catch (InterruptedException | RuntimeException e) {
                        thrown.complete(e);
                    }
                });
        game.reply(godot.next(Event.RequestReceived.class).id(), new Toy.Answer(1));
        assertThat(thrown.get(20, TimeUnit.SECONDS))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("A listener cannot wait for an answer.");
    }

    private void assertStillTalks() throws Exception {
        FutureTask<Void> answer = answerNext(new Toy.Moved(99));
        assertThat(client.call(new Toy.Ask(99), LONG)).isEqualTo(reply(99));
        answer.get();
        assertThat(java.next()).isEqualTo(new Event.Received(new Toy.Moved(99)));
    }

    /** Answers the next request with its own number, after a message. */
    FutureTask<Void> answerNext(Toy.Moved before) {
        return start(
                () -> {
                    Event.RequestReceived request = godot.next(Event.RequestReceived.class);
                    game.send(before);
                    game.reply(request.id(), new Toy.Answer(((Toy.Ask) request.request()).n()));
                    return null;
                });
    }

    static Outcome reply(long n) {
        return new Outcome.Reply(new Toy.Answer(n));
    }

    private static <T> FutureTask<T> start(Callable<T> task) {
        FutureTask<T> future = new FutureTask<>(task);
        new Thread(future).start();
        return future;
    }
}
