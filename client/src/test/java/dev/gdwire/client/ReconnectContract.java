package dev.gdwire.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gdwire.transport.CloseReason;
import dev.gdwire.transport.ConnectionClosedException;
import dev.gdwire.transport.ConnectionStats;
import dev.gdwire.transport.Delivery;
import dev.gdwire.transport.Problem;
import dev.gdwire.transport.SessionLoss;
import dev.gdwire.transport.SessionOptions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Sessions over connections that break, whichever threads serve the acceptor's peers. */
@Timeout(120)
abstract class ReconnectContract {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final SessionOptions QUICK =
            SessionOptions.DEFAULT.withRetries(Duration.ofMillis(1), Duration.ofMillis(20));

    private final BlockingQueue<Problem> problems = new LinkedBlockingQueue<>();
    private final BlockingQueue<SessionLoss> losses = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();

    /** Lets a game's peers share threads, or not. */
    abstract SimulatedGameBuilder threads(SimulatedGameBuilder builder);

    @AfterEach
    void noThreadIsLeft() throws InterruptedException {
        Threads.assertNoneIsLeft();
    }

    private SimulatedGameBuilder game() {
        return threads(ToyGames.echo())
                .sessions()
                .onProblem(problems::add)
                .onSessionLost((loss, peer) -> losses.add(loss));
    }

    private ClientBuilder<Toy> client() {
        return GodotClient.builder(ToyProtocol.TOY)
                .reconnect(QUICK)
                .onProblem(problems::add)
                .onSuspend(reason -> events.add("suspended " + reason.kind()))
                .onResume(() -> events.add("resumed"))
                .onSessionLost(losses::add);
    }

    @Test
    void everythingArrivesOnceAndInOrderOverManyCuts() throws Exception {
        int count = 20_000;
        BlockingQueue<String> said = new LinkedBlockingQueue<>();
        BlockingQueue<Long> moved = new LinkedBlockingQueue<>();
        AtomicReference<SimulatedGame.Peer> peer = new AtomicReference<>();
        CountDownLatch connected = new CountDownLatch(1);
        try (SimulatedGame game =
                        game().on(Toy.Say.class, (say, from) -> said.add(say.text()))
                                .onConnect(
                                        one -> {
                                            peer.set(one);
                                            connected.countDown();
                                        })
                                .listen(0);
                CutProxy proxy = new CutProxy(game.port());
                GodotClient<Toy> client =
                        client().on(Toy.Moved.class, move -> moved.add(move.n()))
                                .connect("127.0.0.1", proxy.port())) {
            connected.await();
            CompletableFuture<Void> cuts =
                    CompletableFuture.runAsync(() -> cutOften(proxy), Threads::start);
            CompletableFuture<Void> fromGame =
                    CompletableFuture.runAsync(
                            () -> {
                                for (long i = 0; i < count; i++) {
                                    peer.get().send(new Toy.Moved(i));
                                }
                            },
                            Threads::start);
            for (int i = 0; i < count; i++) {
                client.send(new Toy.Say("say " + i));
                if (i % 500 == 0) {
                    assertThat(client.call(new Toy.Ask(i), LONG).n()).isEqualTo(i + 1);
                }
            }
            fromGame.get();
            cuts.get();
            assertThat(client.call(new Toy.Ask(1), LONG).n()).isEqualTo(2);
            awaitSize(moved, count);
            awaitSize(said, count);
            assertThat(moved)
                    .containsExactlyElementsOf(LongStream.range(0, count).boxed().toList());
            assertThat(said)
                    .containsExactlyElementsOf(
                            LongStream.range(0, count).mapToObj(i -> "say " + i).toList());
            assertThat(game.peers()).hasSize(1);
        }
        assertThat(losses).isEmpty();
        assertThat(events).contains("resumed");
    }

    private static void cutOften(CutProxy proxy) {
        try {
            for (int i = 0; i < 40; i++) {
                Thread.sleep(5 + i % 7);
                proxy.cut();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void awaitSize(BlockingQueue<?> queue, int size) throws InterruptedException {
        for (int i = 0; i < 3000 && queue.size() < size; i++) {
            Thread.sleep(10);
        }
        assertThat(queue).hasSize(size);
    }

    @Test
    void whatMayBeDroppedWaitsForTheResumeAndNumbersGoOn() throws Exception {
        BlockingQueue<String> said = new LinkedBlockingQueue<>();
        try (SimulatedGame game =
                        game().on(Toy.Say.class, (say, from) -> said.add(say.text())).listen(0);
                CutProxy proxy = new CutProxy(game.port());
                GodotClient<Toy> client = client().connect("127.0.0.1", proxy.port())) {
            client.send(new Toy.Say("before"), Delivery.latest());
            assertThat(said.poll(20, TimeUnit.SECONDS)).isEqualTo("before");
            proxy.shut();
            assertThat(events.poll(20, TimeUnit.SECONDS)).startsWith("suspended");
            for (int i = 0; i < 1000; i++) {
                client.send(new Toy.Say("state " + i), Delivery.latest());
                client.send(new Toy.Say("log " + i), Delivery.dropOldest(2));
            }
            client.send(new Toy.Say("kept"), Delivery.block());
            assertThat(said).isEmpty();
            ConnectionStats suspended = client.stats();
            assertThat(suspended.waitingMessages()).isEqualTo(3);
            assertThat(suspended.droppedMessages()).isEqualTo(1997);
            proxy.open();
            for (String text : List.of("kept", "log 998", "state 999", "log 999")) {
                assertThat(said.poll(20, TimeUnit.SECONDS)).isEqualTo(text);
            }
            ConnectionStats resumed = client.stats();
            assertThat(resumed.reconnects()).isPositive();
            assertThat(resumed.waitingMessages()).isZero();
            assertThat(resumed.droppedMessages()).isEqualTo(1997);
            assertThat(resumed.messagesOut()).isGreaterThan(suspended.messagesOut());
            assertThat(resumed.bytesOut()).isGreaterThan(suspended.bytesOut());
            assertThat(resumed.openSince()).isEqualTo(suspended.openSince());
        }
        assertThat(losses).isEmpty();
    }

    @Test
    void statesBetweenManyCutsArriveInTheirOrderAndTheLastInAnyCase() throws Exception {
        int last = 20_000;
        BlockingQueue<Long> seen = new LinkedBlockingQueue<>();
        try (SimulatedGame game =
                        game().on(Toy.Say.class, (say, from) -> seen.add(Long.valueOf(say.text())))
                                .listen(0);
                CutProxy proxy = new CutProxy(game.port());
                GodotClient<Toy> client = client().connect("127.0.0.1", proxy.port())) {
            CompletableFuture<Void> cuts =
                    CompletableFuture.runAsync(() -> cutOften(proxy), Threads::start);
            for (int i = 1; i < last; i++) {
                client.send(new Toy.Say("" + i), Delivery.latest());
            }
            cuts.get();
            // Only with a connection: what a session keeps goes before the states that wait for
            // one.
            assertThat(client.call(new Toy.Ask(1), LONG).n()).isEqualTo(2);
            // Surely, and behind the states: those on their way at a cut are lost.
            client.send(new Toy.Say("" + last), Delivery.block());
            while (!seen.contains((long) last)) {
                Thread.sleep(10);
            }
            assertThat(List.copyOf(seen)).isSorted().doesNotHaveDuplicates();
        }
        assertThat(losses).isEmpty();
    }

    @Test
    void requestsWaitOnOverABreak() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch mayAnswer = new CountDownLatch(1);
        try (SimulatedGame game =
                        threads(SimulatedGame.builder(ToyProtocol.TOY))
                                .sessions()
                                .onRequest(
                                        Toy.Ask.class,
                                        (ask, peer) -> {
                                            asked.countDown();
                                            await(mayAnswer);
                                            return new Toy.Answer(ask.n());
                                        })
                                .listen(0);
                CutProxy proxy = new CutProxy(game.port());
                GodotClient<Toy> client = client().connect("127.0.0.1", proxy.port())) {
            CompletableFuture<Toy.Answer> future = client.request(new Toy.Ask(5), LONG);
            CompletableFuture<Toy.Answer> call =
                    CompletableFuture.supplyAsync(
                            () -> client.call(new Toy.Ask(6), LONG), Threads::start);
            asked.await();
            proxy.shut();
            assertThat(events.take()).startsWith("suspended");
            CompletableFuture<Toy.Answer> meanwhile = client.request(new Toy.Ask(7), LONG);
            mayAnswer.countDown();
            proxy.open();
            assertThat(future.get(30, TimeUnit.SECONDS).n()).isEqualTo(5);
            assertThat(call.get(30, TimeUnit.SECONDS).n()).isEqualTo(6);
            assertThat(meanwhile.get(30, TimeUnit.SECONDS).n()).isEqualTo(7);
            assertThat(events.take()).isEqualTo("resumed");
        }
    }

    @Test
    void gameThatStartsAnewIsALossAndANewSession() throws Exception {
        SimulatedGame first = game().listen(0);
        int port = first.port();
        try (CutProxy proxy = new CutProxy(port);
                GodotClient<Toy> client = client().connect("127.0.0.1", proxy.port())) {
            assertThat(client.call(new Toy.Ask(1), LONG).n()).isEqualTo(2);
            proxy.shut();
            assertThat(events.take()).startsWith("suspended");
            client.send(new Toy.Say("lost"));
            CompletableFuture<Toy.Answer> asked = client.request(new Toy.Ask(2), LONG);
            first.close();
            try (SimulatedGame second = game().listen(port)) {
                proxy.open();
                SessionLoss loss = losses.poll(30, TimeUnit.SECONDS);
                // The game's own report may come first.
                while (loss != null && !loss.reason().contains("does not know it")) {
                    loss = losses.poll(30, TimeUnit.SECONDS);
                }
                assertThat(loss)
                        .isEqualTo(
                                new SessionLoss(
                                        "the peer does not know it any more: it was started anew,"
                                                + " or gave it up",
                                        2));
                assertThatThrownBy(() -> asked.get(30, TimeUnit.SECONDS))
                        .hasCauseInstanceOf(ConnectionClosedException.class);
                assertThat(client.call(new Toy.Ask(3), LONG).n()).isEqualTo(4);
                assertThat(second.peers()).hasSize(1);
            }
        }
    }

    @Test
    void sessionThatNobodyResumesEndsOnBothSides() throws Exception {
        SessionOptions brief = QUICK.withResumeTimeout(Duration.ofMillis(300));
        BlockingQueue<CloseReason> closed = new LinkedBlockingQueue<>();
        try (SimulatedGame game = game().sessions(brief).listen(0);
                CutProxy proxy = new CutProxy(game.port());
                GodotClient<Toy> client =
                        client().reconnect(brief)
                                .onClose(closed::add)
                                .connect("127.0.0.1", proxy.port())) {
            assertThat(client.call(new Toy.Ask(1), LONG).n()).isEqualTo(2);
            proxy.shut();
            List<SessionLoss> both = List.of(requirePoll(losses), requirePoll(losses));
            assertThat(both)
                    .extracting(SessionLoss::reason)
                    .containsOnly("nobody resumed it in time");
            assertThat(requirePoll(closed).text())
                    .isEqualTo("the session is lost: nobody resumed it in time");
            assertThatThrownBy(() -> client.send(new Toy.Say("x")))
                    .isInstanceOf(ConnectionClosedException.class);
            awaitNoPeer(game);
        }
    }

    private static void awaitNoPeer(SimulatedGame game) throws InterruptedException {
        for (int i = 0; i < 1000 && !game.peers().isEmpty(); i++) {
            Thread.sleep(10);
        }
        assertThat(game.peers()).isEmpty();
    }

    private static <T> T requirePoll(BlockingQueue<T> queue) throws InterruptedException {
        T next = queue.poll(30, TimeUnit.SECONDS);
        assertThat(next).isNotNull();
        return next;
    }

    @Test
    void closeEndsTheSessionOnBothSidesAtOnce() throws Exception {
        BlockingQueue<CloseReason> closed = new LinkedBlockingQueue<>();
        BlockingQueue<String> said = new LinkedBlockingQueue<>();
        try (SimulatedGame game =
                game().on(Toy.Say.class, (say, from) -> said.add(say.text())).listen(0)) {
            GodotClient<Toy> client =
                    client().onClose(closed::add).connect("127.0.0.1", game.port());
            client.send(new Toy.Say("the last"));
            client.close();
            assertThat(requirePoll(said)).isEqualTo("the last");
            assertThat(requirePoll(closed).kind()).isEqualTo(CloseReason.Kind.LOCAL);
            awaitNoPeer(game);
        }
        assertThat(losses).isEmpty();
        assertThat(events).isEmpty();
    }

    @Test
    void closeWithoutAConnectionTellsWhatWasNotDelivered() throws Exception {
        try (SimulatedGame game = game().listen(0);
                CutProxy proxy = new CutProxy(game.port())) {
            GodotClient<Toy> client = client().connect("127.0.0.1", proxy.port());
            assertThat(client.call(new Toy.Ask(1), LONG).n()).isEqualTo(2);
            proxy.shut();
            assertThat(events.take()).startsWith("suspended");
            client.send(new Toy.Say("one"));
            client.send(new Toy.Say("two"));
            client.close();
            assertThat(requirePoll(losses).reason())
                    .isEqualTo("this side closed the connection before the session was resumed");
        }
    }

    /** At whichever moment of a resume it comes. */
    @Test
    void closeWhileItConnectsAgainEndsIt() throws Exception {
        BlockingQueue<CloseReason> closed = new LinkedBlockingQueue<>();
        try (SimulatedGame game = game().listen(0);
                CutProxy proxy = new CutProxy(game.port())) {
            for (int i = 0; i < 60; i++) {
                GodotClient<Toy> client =
                        client().onClose(closed::add).connect("127.0.0.1", proxy.port());
                proxy.cut();
                Thread.sleep(i % 12);
                client.close();
                assertThat(requirePoll(closed).kind()).isEqualTo(CloseReason.Kind.LOCAL);
                assertThatThrownBy(() -> client.send(new Toy.Say("late")))
                        .isInstanceOf(ConnectionClosedException.class);
            }
        }
        assertThat(closed).isEmpty();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
