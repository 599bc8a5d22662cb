package dev.gdwire.integration.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gdwire.client.GodotClient;
import dev.gdwire.client.GodotPeer;
import dev.gdwire.client.GodotServer;
import dev.gdwire.client.ServerBuilder;
import dev.gdwire.integration.siege.Answer;
import dev.gdwire.integration.siege.Ask;
import dev.gdwire.integration.siege.Echo;
import dev.gdwire.integration.siege.SiegeMessage;
import dev.gdwire.integration.siege.SiegeProtocol;
import dev.gdwire.transport.CloseReason;
import dev.gdwire.transport.ConnectionClosedException;
import dev.gdwire.transport.Problem;
import dev.gdwire.transport.ProblemKind;
import dev.gdwire.transport.SessionLoss;
import java.io.BufferedReader;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * One side is killed ({@code kill -9}) at any moment while messages flow: the other one notices at
 * once, ends, leaves no thread behind, and has taken whole messages only, one after the other.
 */
@Timeout(300)
class KillTest {
    private static final int TIMES = Integer.getInteger("kills", 4);
    private static final int PATIENCE_SECONDS = 20;

    /** No time-out of the library's ends a request before that. */
    private static final Duration LONG = Duration.ofMinutes(10);

    private static final int LONGEST_LIFE_MILLIS = 150;

    private final Random random = new Random(4711);
    private final Queue<Problem> problems = new ConcurrentLinkedQueue<>();

    @AfterEach
    void noThreadIsLeft() throws InterruptedException {
        LeftThreads.assertNone();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void aServerOutlivesItsPeers(int sharedThreads) throws Exception {
        for (int i = 0; i < TIMES; i++) {
            Numbered received = new Numbered(50);
            BlockingQueue<CloseReason> closed = new LinkedBlockingQueue<>();
            CompletableFuture<CompletableFuture<Answer>> asked = new CompletableFuture<>();
            ServerBuilder builder =
                    GodotServer.builder(SiegeProtocol.INSTANCE)
                            .onConnect(peer -> asked.complete(ask(peer)))
                            .on(Echo.class, (echo, peer) -> received.accept(echo.text()))
                            .onProblem(problems::add)
                            .onClose((reason, peer) -> closed.add(reason));
            if (sharedThreads > 0) {
                builder.sharedThreads(sharedThreads);
            }
            try (GodotServer server = builder.listen(0)) {
                Process victim = MortalPeer.start("game", "" + server.port());
                kill(victim, received);
                assertThat(closed.poll(PATIENCE_SECONDS, TimeUnit.SECONDS))
                        .extracting(CloseReason::kind)
                        .isIn(CloseReason.Kind.REMOTE, CloseReason.Kind.BROKEN);
                assertThat(server.peers()).isEmpty();
                assertEnded(asked.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
            }
            assertWhole(received);
            assertThat(closed).isEmpty();
        }
    }

    private static CompletableFuture<Answer> ask(GodotPeer peer) {
        return peer.request(new Ask(1), LONG);
    }

    @Test
    void aClientOutlivesItsGame() throws Exception {
        for (int i = 0; i < TIMES; i++) {
            Numbered received = new Numbered(50);
            BlockingQueue<CloseReason> closed = new LinkedBlockingQueue<>();
            Process victim = MortalPeer.start("listen");
            BufferedReader output = victim.inputReader();
            int port = Integer.parseInt(output.readLine());
            try (GodotClient<SiegeMessage> client =
                    GodotClient.builder(SiegeProtocol.INSTANCE)
                            .on(Echo.class, echo -> received.accept(echo.text()))
                            .onProblem(problems::add)
                            .onClose(closed::add)
                            .connect("127.0.0.1", port)) {
                CompletableFuture<Answer> asked = client.request(new Ask(1), LONG);
                kill(victim, received);
                assertThat(closed.poll(PATIENCE_SECONDS, TimeUnit.SECONDS))
                        .extracting(CloseReason::kind)
                        .isIn(CloseReason.Kind.REMOTE, CloseReason.Kind.BROKEN);
                assertEnded(asked);
                assertThatThrownBy(() -> client.send(new Echo("is anybody there?")))
                        .isInstanceOf(ConnectionClosedException.class);
            }
            output.close();
            assertWhole(received);
            assertThat(closed).isEmpty();
        }
    }

    /** Killed and started anew: what was in its session is told as lost, once, and ends. */
    @Test
    void aSessionOutlivesNoGameAndTheNextOneIsWhole() throws Exception {
        Deque<Numbered> lives = new ConcurrentLinkedDeque<>(List.of(new Numbered(50)));
        BlockingQueue<SessionLoss> lost = new LinkedBlockingQueue<>();
        Process victim = MortalPeer.start("lasting", "0");
        int port = Integer.parseInt(victim.inputReader().readLine());
        try (GodotClient<SiegeMessage> client =
                GodotClient.builder(SiegeProtocol.INSTANCE)
                        .reconnect()
                        .on(Echo.class, echo -> lives.getLast().accept(echo.text()))
                        .onSessionLost(
                                loss -> {
                                    lives.add(new Numbered(50));
                                    lost.add(loss);
                                })
                        .onProblem(problems::add)
                        .connect("127.0.0.1", port)) {
            for (int i = 0; i < TIMES; i++) {
                CompletableFuture<Answer> asked = client.request(new Ask(1), LONG);
                kill(victim, lives.getLast());
                client.send(new Echo("is kept"));
                victim = MortalPeer.start("lasting", "" + port);
                SessionLoss loss = lost.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
                assertThat(loss).isNotNull();
                assertThat(loss.unacknowledged()).isPositive();
                assertEnded(asked);
            }
            kill(victim, lives.getLast());
        }
        assertThat(lost.poll()).isNotNull();
        assertThat(lost).isEmpty();
        assertThat(lives).hasSize(TIMES + 2);
        assertThat(lives).allSatisfy(life -> assertThat(life.fault()).isEmpty());
        assertThat(problems)
                .extracting(Problem::kind)
                .isSubsetOf(List.of(ProblemKind.TRUNCATED, ProblemKind.CONNECTION));
    }

    private static void assertEnded(CompletableFuture<Answer> asked) {
        assertThatThrownBy(() -> asked.get(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(ConnectionClosedException.class);
    }

    /** The last message may have been cut off, and is told of. */
    private void assertWhole(Numbered received) {
        assertThat(received.fault()).isEmpty();
        assertThat(problems)
                .extracting(Problem::kind)
                .isSubsetOf(List.of(ProblemKind.TRUNCATED, ProblemKind.CONNECTION));
        problems.clear();
    }

    private void kill(Process victim, Numbered received) throws InterruptedException {
        assertThat(received.awaitSome(PATIENCE_SECONDS)).as("messages flow").isTrue();
        Thread.sleep(random.nextInt(LONGEST_LIFE_MILLIS));
        victim.destroyForcibly();
        assertThat(victim.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    }
}
