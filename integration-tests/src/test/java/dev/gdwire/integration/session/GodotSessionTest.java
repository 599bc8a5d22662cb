package dev.gdwire.integration.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gdwire.client.ClientBuilder;
import dev.gdwire.client.GodotClient;
import dev.gdwire.client.GodotPeer;
import dev.gdwire.client.GodotServer;
import dev.gdwire.client.ServerBuilder;
import dev.gdwire.faults.ChaosPlan;
import dev.gdwire.faults.ChaosProxy;
import dev.gdwire.faults.Fault;
import dev.gdwire.integration.TlsPair;
import dev.gdwire.integration.kill.LeftThreads;
import dev.gdwire.integration.siege.Answer;
import dev.gdwire.integration.siege.Ask;
import dev.gdwire.integration.siege.SiegeMessage;
import dev.gdwire.integration.siege.SiegeProtocol;
import dev.gdwire.protocol.FromJava;
import dev.gdwire.transport.SessionOptions;
import dev.gdwire.transport.Tls;
import dev.gdwire.transport.Token;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A session between Java and a real game over a network that breaks, whichever of them listens. */
@Tag("godot")
@Timeout(300)
class GodotSessionTest {
    private static final int LENGTH = 3000;
    private static final String SECRET = "a token of the tests";

    /** What a cut costs is a wait: short, so that there are many. */
    static final SessionOptions QUICK =
            SessionOptions.DEFAULT.withRetries(Duration.ofMillis(5), Duration.ofMillis(50));

    /** What keeps strangers out. */
    enum Guard {
        NOTHING,
        TOKEN,
        TLS
    }

    @TempDir private Path folder;
    private TlsPair pair;
    private final SessionLog log = new SessionLog();

    @BeforeEach
    void project() throws Exception {
        pair = SessionGame.project(folder);
    }

    @AfterEach
    void noThreadIsLeft() throws InterruptedException {
        LeftThreads.assertNone();
    }

    @ParameterizedTest
    @EnumSource
    void everythingArrivesOnceAndInOrderAtAGameThatListens(Guard guard) throws Exception {
        try (SessionGame game = SessionGame.start(folder, arguments("listen=0", guarded(guard)));
                ChaosProxy proxy = ChaosProxy.open(game.port(), chaos());
                GodotClient<SiegeMessage> client =
                        guarded(guard, log.on(client())).connect("127.0.0.1", proxy.port())) {
            Row.send(side(client), LENGTH);
            game.await("done");
            log.awaitRow(LENGTH);
            assertThat(game.faults()).isEmpty();
            assertThat(game.count("connected")).isEqualTo(1);
            assertThat(game.count("resumed")).isPositive();
            assertThat(log.breaks).contains("resumed");
            assertThat(proxy.counts().cuts()).isGreaterThan(5);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void everythingArrivesOnceAndInOrderFromAGameThatConnects(int sharedThreads) throws Exception {
        fromAGameThatConnects(sharedThreads, Guard.NOTHING);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NOTHING")
    void everythingArrivesFromAGameThatConnectsAndIsGuarded(Guard guard) throws Exception {
        fromAGameThatConnects(1, guard);
    }

    private void fromAGameThatConnects(int sharedThreads, Guard guard) throws Exception {
        ServerBuilder builder = server(guard, log.on(server()));
        if (sharedThreads > 0) {
            builder.sharedThreads(sharedThreads);
        }
        try (GodotServer server = builder.listen(0);
                ChaosProxy proxy = ChaosProxy.open(server.port(), chaos());
                SessionGame game =
                        SessionGame.start(
                                folder, arguments("connect=" + proxy.port(), guarded(guard)))) {
            GodotPeer peer = SessionLog.next(log.peers);
            Row.send(side(peer), LENGTH);
            game.await("done");
            log.awaitRow(LENGTH);
            assertThat(game.faults()).isEmpty();
            assertThat(game.count("connected")).isEqualTo(1);
            assertThat(game.count("resumed")).isPositive();
            assertThat(log.breaks).contains("resumed");
            assertThat(server.peers()).containsExactly(peer);
            assertThat(log.peers).isEmpty();
            assertThat(proxy.counts().cuts()).isGreaterThan(5);
        }
    }

    @Test
    void requestsToTheGameWaitOnOverACut() throws Exception {
        try (SessionGame game = SessionGame.start(folder, "listen=0");
                ChaosProxy proxy = ChaosProxy.open(game.port(), ChaosPlan.of(1));
                GodotClient<SiegeMessage> client =
                        log.on(client()).connect("127.0.0.1", proxy.port())) {
            CompletableFuture<Answer> answer = client.request(new Ask(-1000), SessionGame.PATIENCE);
            game.await("thinking");
            proxy.cutNow();
            log.awaitBreak();
            assertThat(answer.join()).isEqualTo(new Answer(-999));
            assertThat(game.count("thinking")).isEqualTo(1);
            log.assertNothingLost();
        }
    }

    private static ChaosPlan chaos() {
        return ChaosPlan.of(42)
                .once(Fault.CUT, 150_000)
                .once(Fault.RESET, 250_000)
                .once(Fault.SPLIT, 100_000)
                .once(Fault.STALL, 300_000);
    }

    private static String[] arguments(String first, String last) {
        return new String[] {first, "send=" + LENGTH, "expect=" + LENGTH, last};
    }

    private static String guarded(Guard guard) {
        return switch (guard) {
            case NOTHING -> "tls=no";
            case TOKEN -> "token=" + SECRET;
            case TLS -> "tls=yes";
        };
    }

    private ClientBuilder<SiegeMessage> guarded(Guard guard, ClientBuilder<SiegeMessage> builder) {
        return switch (guard) {
            case NOTHING -> builder;
            case TOKEN -> builder.token(Token.of(SECRET));
            case TLS -> builder.tls(Tls.pinned(pair.certificate()));
        };
    }

    private ServerBuilder server(Guard guard, ServerBuilder builder) {
        return switch (guard) {
            case NOTHING -> builder;
            case TOKEN -> builder.token(Token.of(SECRET));
            case TLS -> builder.tls(Tls.server(pair.certificate(), pair.key()));
        };
    }

    static ClientBuilder<SiegeMessage> client() {
        return GodotClient.builder(SiegeProtocol.INSTANCE).reconnect(QUICK);
    }

    static ServerBuilder server() {
        return GodotServer.builder(SiegeProtocol.INSTANCE).sessions(QUICK);
    }

    static Row.Side side(GodotClient<SiegeMessage> client) {
        return new Row.Side() {
            @Override
            public void send(FromJava message) {
                client.send(message);
            }

            @Override
            public CompletableFuture<Answer> request(Ask ask, Duration timeout) {
                return client.request(ask, timeout);
            }
        };
    }

    static Row.Side side(GodotPeer peer) {
        return new Row.Side() {
            @Override
            public void send(FromJava message) {
                peer.send(message);
            }

            @Override
            public CompletableFuture<Answer> request(Ask ask, Duration timeout) {
                return peer.request(ask, timeout);
            }
        };
    }
}
