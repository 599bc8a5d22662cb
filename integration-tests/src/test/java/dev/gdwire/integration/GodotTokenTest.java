package dev.gdwire.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gdwire.client.ClientBuilder;
import dev.gdwire.client.GodotClient;
import dev.gdwire.client.GodotPeer;
import dev.gdwire.client.GodotProcess;
import dev.gdwire.client.GodotServer;
import dev.gdwire.client.ServerBuilder;
import dev.gdwire.gen.GeneratorRequest;
import dev.gdwire.gen.GeneratorRun;
import dev.gdwire.gen.GodotProjectEmitter;
import dev.gdwire.gen.java.JavaEmitter;
import dev.gdwire.integration.tutorial.Hello;
import dev.gdwire.integration.tutorial.TutorialMessage;
import dev.gdwire.integration.tutorial.TutorialProtocol;
import dev.gdwire.protocol.core.RejectCode;
import dev.gdwire.transport.Problem;
import dev.gdwire.transport.RejectedException;
import dev.gdwire.transport.Token;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The token between Java and the real Godot, whichever of them listens. */
@Tag("godot")
class GodotTokenTest {
    private static final Path TUTORIAL = Path.of("src", "test", "tutorial");
    private static final Duration LIMIT = Duration.ofSeconds(40);
    private static final String SECRET = "a token of the tests, gr\u00fc\u00df";
    private static final String OTHER = "another token of the tests";
    private static final String READY = "guarded: listening on ";

    @TempDir Path folder;

    @Test
    void aGameThatListensLetsInWhoHasItsTokenAndNobodyElse() throws IOException {
        try (GodotProcess game = start(SECRET)) {
            int port = port(game);
            try (GodotClient<TutorialMessage> client =
                    builder().token(Token.of(SECRET)).connect("127.0.0.1", port)) {
                assertThat(client.call(new Hello("world"), LIMIT).text())
                        .isEqualTo("Hello, world!");
            }
            assertUnauthorized(builder().token(Token.of(OTHER)), port);
            assertUnauthorized(builder(), port);
            String problem = "this side asks for a token, and the peer that connected has none";
            game.awaitLine(line -> line.contains(problem), LIMIT);
            assertNothingIsLeaked(game);
        }
    }

    @Test
    void aGameThatListensWithoutATokenIsRefusedByWhoHasOne() throws IOException {
        try (GodotProcess game = start("")) {
            assertUnauthorized(builder().token(Token.of(SECRET)), port(game));
            game.awaitLine(line -> line.contains("asked for no proof of the token"), LIMIT);
        }
    }

    @Test
    void aGameThatConnectsComesInWithTheTokenOfTheServer() throws Exception {
        BlockingQueue<GodotPeer> connected = new LinkedBlockingQueue<>();
        try (GodotServer server =
                        server().token(Token.of(SECRET)).onConnect(connected::add).listen(0);
                GodotProcess game = start(SECRET, Integer.toString(server.port()))) {
            GodotPeer peer = connected.poll(LIMIT.toSeconds(), TimeUnit.SECONDS);
            assertThat(peer.call(new Hello("you"), LIMIT).text()).isEqualTo("Hello, you!");
            assertNothingIsLeaked(game);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {OTHER, ""})
    void aGameThatConnectsWithAnotherTokenOrNoneIsRefused(String token) throws Exception {
        BlockingQueue<Problem> problems = new LinkedBlockingQueue<>();
        try (GodotServer server =
                        server().token(Token.of(SECRET)).onProblem(problems::add).listen(0);
                GodotProcess game = start(token, Integer.toString(server.port()))) {
            game.awaitLine(line -> line.contains("refused the connection: unauthorized: "), LIMIT);
            assertThat(problems.poll(LIMIT.toSeconds(), TimeUnit.SECONDS).text())
                    .startsWith("a peer was refused: ");
            assertThat(server.peers()).isEmpty();
            assertNothingIsLeaked(game);
        }
    }

    @Test
    void aGameWithATokenRefusesAServerThatAsksForNone() throws IOException {
        try (GodotServer server = server().onProblem(problem -> {}).listen(0);
                GodotProcess game = start(SECRET, Integer.toString(server.port()))) {
            game.awaitLine(line -> line.contains("asked for no proof of the token"), LIMIT);
            assertNothingIsLeaked(game);
        }
    }

    private static ClientBuilder<TutorialMessage> builder() {
        return GodotClient.builder(TutorialProtocol.INSTANCE);
    }

    private static ServerBuilder server() {
        return GodotServer.builder(TutorialProtocol.INSTANCE);
    }

    private static void assertUnauthorized(ClientBuilder<TutorialMessage> builder, int port) {
        assertThatThrownBy(() -> builder.connect("127.0.0.1", port))
                .isInstanceOfSatisfying(
                        RejectedException.class,
                        e -> assertThat(e.code()).isEqualTo(RejectCode.UNAUTHORIZED));
    }

    private static void assertNothingIsLeaked(GodotProcess game) {
        assertThat(game.lines()).noneMatch(line -> line.contains("a token of the tests"));
        assertThat(game.lines().stream().filter(GodotTestReport::isEngineError)).isEmpty();
    }

    private GodotProcess start(String token, String... arguments) throws IOException {
        Path godot = RealGodot.orSkip();
        GodotProject project = GodotProject.strict(folder.resolve("game")).addTutorial("guarded");
        GeneratorRequest request =
                GeneratorRequest.of(TUTORIAL.resolve("schemas")).godotOut(project.folder()).build();
        GeneratorRun run = new GeneratorRun(new JavaEmitter(), new GodotProjectEmitter());
        assertThat(run.run(request).loaded().printed()).isEmpty();
        GodotProcess.Builder builder =
                GodotProcess.builder(godot)
                        .project(project.folder())
                        .script("res://main.gd")
                        .environment("GAME_TOKEN", token)
                        .watchdog(LIMIT.multipliedBy(2));
        for (String argument : arguments) {
            builder.argument(argument);
        }
        return builder.start();
    }

    private static int port(GodotProcess game) {
        String line = game.awaitLine(text -> text.startsWith(READY), LIMIT);
        return Integer.parseInt(line.substring(READY.length()));
    }
}
