package dev.gdwire.integration.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gdwire.client.GodotClient;
import dev.gdwire.client.GodotPeer;
import dev.gdwire.client.GodotServer;
import dev.gdwire.faults.ChaosPlan;
import dev.gdwire.faults.ChaosProxy;
import dev.gdwire.integration.kill.LeftThreads;
import dev.gdwire.integration.siege.Answer;
import dev.gdwire.integration.siege.Ask;
import dev.gdwire.integration.siege.Echo;
import dev.gdwire.integration.siege.SiegeMessage;
import dev.gdwire.integration.siege.SiegeProtocol;
import dev.gdwire.transport.CloseReason;
import dev.gdwire.transport.ConnectionClosedException;
import dev.gdwire.transport.SessionLoss;
import dev.gdwire.transport.SessionOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How sessions between Java and a real game end, by whichever side and however rudely. */
@Tag("godot")
@Timeout(300)
class GodotSessionEndTest {
    private static final Duration PATIENCE = SessionGame.PATIENCE;
    private static final SessionOptions BRIEF =
            GodotSessionTest.QUICK.withResumeTimeout(Duration.ofMillis(800));
    private static final String UNKNOWN =
            "the peer does not know it any more: it was started anew, or gave it up";

    @TempDir private Path folder;
    private final SessionLog log = new SessionLog();

    @BeforeEach
    void project() throws Exception {
        SessionGame.project(folder);
    }

    @AfterEach
    void noThreadIsLeft() throws InterruptedException {
        LeftThreads.assertNone();
    }

    private static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
        return SessionLog.next(queue);
    }

    @Test
    void aGameThatIsKilledAndStartedAnewIsALossAndANewSession() throws Exception {
        SessionGame first = SessionGame.start(folder, "listen=0");
        int port = first.port();
        try (GodotClient<SiegeMessage> client =
                log.on(GodotSessionTest.client()).connect("127.0.0.1", port)) {
            assertThat(client.call(new Ask(1), PATIENCE)).isEqualTo(new Answer(2));
            CompletableFuture<Answer> asked = client.request(new Ask(-100_000), PATIENCE);
            first.await("thinking");
            awaitAcknowledged();
            first.kill();
            assertThat(next(log.breaks)).startsWith("suspended");
            client.send(new Echo("lost"));
            client.send(new Echo("lost too"));
            try (SessionGame second = SessionGame.start(folder, "listen=" + port)) {
                second.await("connected, session: true");
                assertThat(next(log.losses)).isEqualTo(new SessionLoss(UNKNOWN, 2));
                assertThatThrownBy(() -> asked.get(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                        .hasCauseInstanceOf(ConnectionClosedException.class);
                assertThat(client.call(new Ask(3), PATIENCE)).isEqualTo(new Answer(4));
                client.send(new Echo("do:say 1"));
                log.awaitRow(1);
                assertThat(second.faults()).isEmpty();
            }
        } finally {
            first.close();
        }
    }

    /** What was taken is acknowledged within 100 ms of frames. */
    private static void awaitAcknowledged() throws InterruptedException {
        Thread.sleep(1000);
    }

    @Test
    void aServerThatIsKilledAndStartedAnewIsALossAndANewPeer() throws Exception {
        LastingPeer first = LastingPeer.start("server", 0);
        int port = first.port();
        try (SessionGame game =
                SessionGame.start(folder, "connect=" + port, "send=1", "expect=1")) {
            game.await("done");
            awaitAcknowledged();
            first.kill();
            game.await("suspended");
            try (LastingPeer second = LastingPeer.start("server", port)) {
                assertThat(second.port()).isEqualTo(port);
                assertThat(game.await("lost"))
                        .startsWith("lost 0: the peer has it no more: it was started anew");
                game.await("disconnected");
                game.await("connected, session: true");
            }
            assertThat(game.faults()).isEmpty();
        } finally {
            first.close();
        }
    }

    @Test
    void aServerThatIsClosedSaysGoodbyeAndTheGameIsTold() throws Exception {
        GodotServer server = log.on(GodotSessionTest.server()).listen(0);
        try (SessionGame game = SessionGame.start(folder, "connect=" + server.port())) {
            GodotPeer peer = next(log.peers);
            peer.send(new Echo("do:say 1"));
            log.awaitRow(1);
            awaitAcknowledged();
            server.close();
            assertThat(game.await("disconnected"))
                    .isEqualTo("disconnected: the peer ended the session");
            assertThat(game.count("lost")).isZero();
            assertThat(game.count("suspended")).isZero();
            assertThat(next(log.ends).kind()).isEqualTo(CloseReason.Kind.LOCAL);
            log.assertNothingLost();
        } finally {
            server.close();
        }
    }

    @Test
    void aPeerThatIsClosedByJavaIsGoneInTheGameThatListensToo() throws Exception {
        try (SessionGame game = SessionGame.start(folder, "listen=0")) {
            GodotClient<SiegeMessage> client =
                    log.on(GodotSessionTest.client()).connect("127.0.0.1", game.port());
            client.send(new Echo("do:say 1"));
            log.awaitRow(1);
            awaitAcknowledged();
            client.close();
            assertThat(game.await("disconnected"))
                    .isEqualTo("disconnected: the peer ended the session");
            assertThat(game.count("lost")).isZero();
            assertThat(game.count("suspended")).isZero();
            log.assertNothingLost();
        }
    }

    @Test
    void aGameThatListensAndClosesEndsTheSessionInJava() throws Exception {
        try (SessionGame game = SessionGame.start(folder, "listen=0");
                GodotClient<SiegeMessage> client =
                        log.on(GodotSessionTest.client()).connect("127.0.0.1", game.port())) {
            client.send(new Echo("do:close"));
            assertThat(next(log.ends).text()).isEqualTo("the peer ended the session");
            game.await("disconnected: this side closed");
            log.assertNothingLost();
            assertThat(log.breaks).isEmpty();
            assertThatThrownBy(() -> client.send(new Echo("late")))
                    .isInstanceOf(ConnectionClosedException.class)
                    .hasMessageContaining("the peer ended the session");
        }
    }

    /** Nothing was ever sent to it that it could acknowledge. */
    @Test
    void aGameThatConnectsAndClosesAtOnceEndsTheSessionInJava() throws Exception {
        try (GodotServer server = log.on(GodotSessionTest.server()).listen(0);
                SessionGame game =
                        SessionGame.start(folder, "connect=" + server.port(), "close=yes")) {
            assertThat(next(log.ends).text()).isEqualTo("the peer ended the session");
            game.await("disconnected: this side closed");
            assertThat(server.peers()).isEmpty();
            log.assertNothingLost();
            assertThat(log.breaks).isEmpty();
        }
    }

    @Test
    void aSessionThatNobodyResumesEndsInBoth() throws Exception {
        try (SessionGame game = SessionGame.start(folder, "listen=0", "resume=0.8");
                ChaosProxy proxy = ChaosProxy.open(game.port(), ChaosPlan.of(1));
                GodotClient<SiegeMessage> client =
                        log.on(GodotSessionTest.client().reconnect(BRIEF))
                                .connect("127.0.0.1", proxy.port())) {
            assertThat(client.call(new Ask(1), PATIENCE)).isEqualTo(new Answer(2));
            awaitAcknowledged();
            proxy.refuse(Duration.ofMinutes(5));
            proxy.cutNow();
            assertThat(next(log.breaks)).startsWith("suspended");
            client.send(new Echo("lost"));
            assertThat(next(log.losses)).isEqualTo(new SessionLoss("nobody resumed it in time", 1));
            assertThat(next(log.ends).text()).startsWith("the session is lost");
            assertThat(game.await("lost")).startsWith("lost 0: nobody resumed it within 0.8 s");
            game.await("disconnected");
            assertThat(game.faults()).isEmpty();
        }
    }

    @Test
    void aSessionThatTheGameCannotResumeEndsInBoth() throws Exception {
        try (GodotServer server = log.on(GodotSessionTest.server().sessions(BRIEF)).listen(0);
                ChaosProxy proxy = ChaosProxy.open(server.port(), ChaosPlan.of(1));
                SessionGame game =
                        SessionGame.start(folder, "connect=" + proxy.port(), "resume=0.8")) {
            GodotPeer peer = next(log.peers);
            assertThat(peer.call(new Ask(1), PATIENCE)).isEqualTo(new Answer(2));
            awaitAcknowledged();
            proxy.refuse(Duration.ofMinutes(5));
            proxy.cutNow();
            assertThat(next(log.breaks)).startsWith("suspended");
            peer.send(new Echo("lost"));
            assertThat(next(log.losses)).isEqualTo(new SessionLoss("nobody resumed it in time", 1));
            assertThat(game.await("lost")).startsWith("lost 0: nobody resumed it within 0.8 s");
            game.await("disconnected");
            assertThat(next(log.ends).text()).contains("nobody resumed it in time");
            assertThat(server.peers()).isEmpty();
        }
    }

    @Test
    void aGameWithoutSessionsIsAsBefore() throws Exception {
        try (SessionGame game = SessionGame.start(folder, "listen=0", "sessions=no");
                ChaosProxy proxy = ChaosProxy.open(game.port(), ChaosPlan.of(1));
                GodotClient<SiegeMessage> client =
                        log.on(GodotSessionTest.client()).connect("127.0.0.1", proxy.port())) {
            game.await("connected, session: false");
            CompletableFuture<Answer> asked = client.request(new Ask(-100_000), PATIENCE);
            game.await("thinking");
            proxy.cutNow();
            assertThat(next(log.ends).text()).isEqualTo("the peer closed the connection");
            game.await("disconnected");
            assertThatThrownBy(() -> asked.get(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .hasCauseInstanceOf(ConnectionClosedException.class);
            assertThatThrownBy(() -> client.send(new Echo("late")))
                    .isInstanceOf(ConnectionClosedException.class);
            assertThat(log.breaks).isEmpty();
            assertThat(log.losses).isEmpty();
        }
    }

    @Test
    void aServerWithoutSessionsIsAsBefore() throws Exception {
        try (GodotServer server = log.on(GodotServer.builder(SiegeProtocol.INSTANCE)).listen(0);
                ChaosProxy proxy = ChaosProxy.open(server.port(), ChaosPlan.of(1));
                SessionGame game = SessionGame.start(folder, "connect=" + proxy.port())) {
            game.await("problem: the server keeps no sessions");
            game.await("connected, session: false");
            next(log.peers).send(new Echo("do:ask 1"));
            game.await("did ask");
            proxy.cutNow();
            game.await("disconnected");
            assertThat(next(log.ends)).isNotNull();
            assertThat(log.losses).isEmpty();
        }
    }
}
