package dev.gdwire.integration.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gdwire.client.GodotClient;
import dev.gdwire.client.GodotPeer;
import dev.gdwire.client.GodotServer;
import dev.gdwire.integration.kill.LeftThreads;
import dev.gdwire.integration.siege.Answer;
import dev.gdwire.integration.siege.Ask;
import dev.gdwire.integration.siege.Echo;
import dev.gdwire.integration.siege.SiegeMessage;
import dev.gdwire.integration.siege.SiegeProtocol;
import dev.gdwire.transport.CloseReason;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signs of life between Java and a real game: who stands still, and who only seems to. */
@Tag("godot")
@Timeout(300)
class GodotLifeSignsTest {
    private static final Duration PATIENCE = SessionGame.PATIENCE;
    private static final String SILENCE = "silence=1.5";

    /** More than twice what the game promises. */
    private static final int STILL = 5000;

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

    @Test
    void aGameThatStandsStillIsSuspendedAndLosesNothing() throws Exception {
        try (SessionGame game = SessionGame.start(folder, "listen=0", SILENCE);
                GodotClient<SiegeMessage> client =
                        log.on(GodotSessionTest.client()).connect("127.0.0.1", game.port())) {
            client.send(new Echo("do:stall " + STILL));
            game.await("doing stall");
            assertThat(SessionLog.next(log.breaks)).contains("has promised a sign of life");
            assertThat(client.call(new Ask(1), PATIENCE)).isEqualTo(new Answer(2));
            assertThat(SessionLog.next(log.breaks)).isEqualTo("resumed");
            client.send(new Echo("do:say 5"));
            log.awaitRow(5);
            game.await("resumed");
            assertThat(game.count("did stall")).isEqualTo(1);
            assertThat(game.count("connected")).isEqualTo(1);
            assertThat(game.faults()).isEmpty();
        }
    }

    @Test
    void aGameThatConnectedAndStandsStillIsSuspendedAndLosesNothing() throws Exception {
        try (GodotServer server = log.on(GodotSessionTest.server()).listen(0);
                SessionGame game = SessionGame.start(folder, "connect=" + server.port(), SILENCE)) {
            GodotPeer peer = SessionLog.next(log.peers);
            peer.send(new Echo("do:stall " + STILL));
            assertThat(SessionLog.next(log.breaks)).contains("has promised a sign of life");
            assertThat(peer.call(new Ask(1), PATIENCE)).isEqualTo(new Answer(2));
            assertThat(SessionLog.next(log.breaks)).isEqualTo("resumed");
            assertThat(game.count("connected")).isEqualTo(1);
            log.assertNothingLost();
        }
    }

    @Test
    void aGameWithoutASessionThatStandsStillIsGone() throws Exception {
        try (SessionGame game = SessionGame.start(folder, "listen=0", "sessions=no", SILENCE);
                GodotClient<SiegeMessage> client =
                        log.on(GodotClient.builder(SiegeProtocol.INSTANCE))
                                .connect("127.0.0.1", game.port())) {
            client.send(new Echo("do:stall " + STILL));
            CloseReason reason = SessionLog.next(log.ends);
            assertThat(reason.kind()).isEqualTo(CloseReason.Kind.BROKEN);
            assertThat(reason.text()).contains("has promised a sign of life every 1500 ms");
            game.await("disconnected");
        }
    }

    /** Away for a time that it names, or paused. */
    @ParameterizedTest
    @ValueSource(strings = {"away", "pause"})
    void aGameThatSaysThatItIsSilentStaysConnected(String how) throws Exception {
        try (SessionGame game = SessionGame.start(folder, "listen=0", SILENCE);
                GodotClient<SiegeMessage> client =
                        log.on(GodotSessionTest.client()).connect("127.0.0.1", game.port())) {
            client.send(new Echo("do:" + how + " " + STILL));
            game.await("doing " + how);
            assertThat(client.call(new Ask(1), PATIENCE)).isEqualTo(new Answer(2));
            assertThat(log.breaks).isEmpty();
            client.send(new Echo("do:stall " + STILL));
            // Back from there, it is held to its promise again once the time is over.
            assertThat(SessionLog.next(log.breaks)).contains("has promised a sign of life");
            assertThat(SessionLog.next(log.breaks)).isEqualTo("resumed");
            log.assertNothingLost();
            assertThat(game.faults()).isEmpty();
        }
    }

    @Test
    void quietPeersStayConnectedOnBothSides() throws Exception {
        try (SessionGame game = SessionGame.start(folder, "listen=0", SILENCE);
                GodotClient<SiegeMessage> client =
                        log.on(GodotSessionTest.client().silence(Duration.ofMillis(1500)))
                                .connect("127.0.0.1", game.port())) {
            Thread.sleep(STILL);
            assertThat(client.call(new Ask(1), PATIENCE)).isEqualTo(new Answer(2));
            assertThat(log.breaks).isEmpty();
            assertThat(game.count("suspended")).isZero();
            assertThat(game.count("disconnected")).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"client", "server"})
    void javaThatIsStoppedIsNoticedByTheGameAndGoesOn(String kind) throws Exception {
        try (Pair pair = pair(kind)) {
            pair.game.await("done");
            pair.java.signal("STOP");
            assertThat(pair.game.await("suspended"))
                    .contains("nothing came from the peer for 1.5 s");
            pair.java.signal("CONT");
            pair.game.await("resumed");
            assertThat(pair.game.count("connected")).isEqualTo(1);
            assertThat(pair.game.count("lost")).isZero();
            assertThat(pair.game.faults()).isEmpty();
        }
    }

    private record Pair(SessionGame game, LastingPeer java) implements AutoCloseable {
        @Override
        public void close() {
            game.close();
            java.close();
        }
    }

    private Pair pair(String kind) throws Exception {
        if (kind.equals("server")) {
            LastingPeer java = LastingPeer.start(kind, 0);
            String connect = "connect=" + java.port();
            return new Pair(SessionGame.start(folder, connect, "send=1", "expect=1"), java);
        }
        SessionGame game = SessionGame.start(folder, "listen=0", "send=1", "expect=1");
        LastingPeer java = LastingPeer.start(kind, game.port());
        assertThat(java.port()).isZero();
        return new Pair(game, java);
    }
}
