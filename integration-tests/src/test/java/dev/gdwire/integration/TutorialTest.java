package dev.gdwire.integration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gdwire.client.GodotClient;
import dev.gdwire.client.GodotProcess;
import dev.gdwire.client.GodotServer;
import dev.gdwire.client.PlainClient;
import dev.gdwire.gen.GeneratorRequest;
import dev.gdwire.gen.GeneratorRun;
import dev.gdwire.gen.GodotProjectEmitter;
import dev.gdwire.gen.java.JavaEmitter;
import dev.gdwire.integration.tutorial.Hello;
import dev.gdwire.integration.tutorial.Note;
import dev.gdwire.integration.tutorial.TutorialMessage;
import dev.gdwire.integration.tutorial.TutorialProtocol;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Every part of the tutorial that Gdwire began as, against Gdwire. */
class TutorialTest {
    private static final Path TUTORIAL = Path.of("src", "test", "tutorial");
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @TempDir Path folder;

    /** What the tutorial's socket client can be asked to say, and what must come back. */
    enum Talk {
        HELLO("{'echo': {'hello': 'world'}}"),
        TWO_IN_ONE_PACKET("{'echo': {'n': 1}}", "{'echo': {'n': 2}}"),
        ONE_IN_TWO_PACKETS("{'echo': {'n': 3}}"),
        SPLIT_CHARACTER("{'echo': {'text': 'Gr\\u00fc\\u00dfe, \\u4e16\\u754c \\ud83c\\udfae'}}");

        private final List<String> answers;

        Talk(String... answers) {
            this.answers = List.of(answers).stream().map(a -> a.replace('\'', '"')).toList();
        }

        /** What comes back from a game, which reads every JSON number as a float. */
        private List<String> godotAnswers() {
            return answers.stream().map(a -> a.replaceAll("([0-9])}", "$1.0}")).toList();
        }
    }

    @ParameterizedTest
    @EnumSource
    void theSocketClientTalksToAPlainJavaServer(Talk talk) throws Exception {
        try (GodotServer server =
                GodotServer.builder()
                        .allowPlain()
                        .onPlain((object, peer) -> peer.sendPlain(echo(object)))
                        .listen(0)) {
            assertThat(converse(talk, server.port())).isEqualTo(talk.answers);
        }
    }

    @ParameterizedTest
    @EnumSource
    @Tag("godot")
    void theSocketClientTalksToThePlainAddOn(Talk talk) throws Exception {
        Path godot = RealGodot.orSkip();
        GodotProject project = GodotProject.strict(folder.resolve("game")).addTutorial("plain");
        try (GodotProcess game = start(godot, project)) {
            assertThat(converse(talk, port(game, "plain"))).isEqualTo(talk.godotAnswers());
        }
    }

    @Test
    @Tag("godot")
    void aPacedJavaClientReachesTheHandWrittenChannel() throws Exception {
        Path godot = RealGodot.orSkip();
        GodotProject project = new GodotProject(folder.resolve("game")).addTutorial("channel");
        try (GodotProcess game =
                        GodotProcess.builder(godot)
                                .project(project.folder())
                                .watchdog(LIMIT)
                                .start();
                PlainClient client =
                        PlainClient.builder().paced().connect("127.0.0.1", port(game, "channel"))) {
            client.send(Map.of("hello", "world"));
            client.send(Map.of("hello", "again"));
            client.send(Map.of("hello", "and again"));
            assertThat(texts(client, 3)).containsExactly("world", "again", "and again");
        }
    }

    @Test
    @Tag("godot")
    void theSameConversationTyped() throws Exception {
        try (GodotProcess game = startTyped();
                GodotClient<TutorialMessage> client = connect(game)) {
            assertThat(client.call(new Hello("world"), LIMIT).text()).isEqualTo("Hello, world!");
        }
    }

    @Test
    @Tag("godot")
    void receiveWithATimeoutIsTheTutorialsReceive() throws Exception {
        try (GodotProcess game = startTyped();
                GodotClient<TutorialMessage> client = connect(game)) {
            assertThat(client.receive(Duration.ofMillis(50))).isEmpty();
            client.send(new Note("Grüße, 世界 🎮"));
            client.send(new Note("line\nbreak"));
            assertThat(client.receive(LIMIT)).contains(new Note("Grüße, 世界 🎮"));
            assertThat(client.receive(LIMIT)).contains(new Note("line\nbreak"));
        }
    }

    @Test
    @Tag("godot")
    void messagesReachTheTypedGameHoweverTheirBytesAreCut() throws Exception {
        try (GodotProcess game = startTyped();
                RawPeer raw = RawPeer.connect(port(game, "typed"), TutorialProtocol.INSTANCE)) {
            raw.send("{\"type\":\"note\",\"text\":\"1\"}\n{\"type\":\"note\",\"text\":\"2\"}\n");
            assertThat(raw.readNote()).isEqualTo("1");
            assertThat(raw.readNote()).isEqualTo("2");
            raw.send("{\"type\":\"note\",");
            Thread.sleep(200);
            raw.send("\"text\":\"3\"}\n");
            assertThat(raw.readNote()).isEqualTo("3");
            raw.sendByteByByte("{\"type\":\"note\",\"text\":\"世界 🎮\"}\r\n");
            assertThat(raw.readNote()).isEqualTo("世界 🎮");
        }
    }

    @Test
    @Tag("godot")
    void aPlainPeerThatShutsDownItsSendingSideReadsEveryAnswer() throws Exception {
        Path godot = RealGodot.orSkip();
        GodotProject project = GodotProject.strict(folder.resolve("game")).addTutorial("plain");
        try (GodotProcess game = start(godot, project);
                RawPeer raw = RawPeer.connect(port(game, "plain"))) {
            raw.send("{\"n\":1}\n".repeat(500) + "{\"cut");
            assertThat(raw.finish()).hasSize(500).containsOnly("{\"echo\":{\"n\":1.0}}");
        }
    }

    @Test
    @Tag("godot")
    void aTypedPeerThatShutsDownItsSendingSideReadsEveryAnswer() throws Exception {
        try (GodotProcess game = startTyped();
                RawPeer raw = RawPeer.connect(port(game, "typed"), TutorialProtocol.INSTANCE)) {
            raw.send("{\"type\":\"note\",\"text\":\"1\"}\n");
            raw.send("{\"type\":\"hello\",\"hello\":\"you\",\"$id\":1}\n");
            assertThat(raw.finish())
                    .containsExactly(
                            "{\"type\":\"note\",\"text\":\"1\"}",
                            "{\"type\":\"greeting\",\"text\":\"Hello, you!\",\"$re\":1}");
        }
    }

    private GodotProcess startTyped() throws IOException {
        Path godot = RealGodot.orSkip();
        GodotProject project = GodotProject.strict(folder.resolve("game")).addTutorial("typed");
        generate(project);
        return start(godot, project);
    }

    private static void generate(GodotProject project) {
        GeneratorRequest request =
                GeneratorRequest.of(TUTORIAL.resolve("schemas")).godotOut(project.folder()).build();
        GeneratorRun run = new GeneratorRun(new JavaEmitter(), new GodotProjectEmitter());
        assertThat(run.run(request).loaded().printed()).isEmpty();
    }

    private static GodotProcess start(Path godot, GodotProject project) {
        return GodotProcess.builder(godot)
                .project(project.folder())
                .script("res://main.gd")
                .watchdog(LIMIT)
                .start();
    }

    private static int port(GodotProcess game, String name) {
        String ready = name + ": listening on ";
        String line = game.awaitLine(text -> text.startsWith(ready), LIMIT);
        return Integer.parseInt(line.substring(ready.length()));
    }

    private static GodotClient<TutorialMessage> connect(GodotProcess game) {
        return GodotClient.connect(TutorialProtocol.INSTANCE, "127.0.0.1", port(game, "typed"));
    }

    /** What the socket client printed of the answers that it got. */
    private List<String> converse(Talk talk, int port) throws Exception {
        Path output = folder.resolve("client.txt");
        Process client =
                new ProcessBuilder(
                                "python3",
                                TUTORIAL.resolve("socket_client.py").toString(),
                                Integer.toString(port),
                                talk.name().toLowerCase(Locale.ROOT))
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        try {
            assertThat(client.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS))
                    .as("the client ends in time")
                    .isTrue();
        } finally {
            client.destroyForcibly();
        }
        List<String> lines = Files.readAllLines(output);
        assertThat(lines.get(lines.size() - 1)).isEqualTo("done");
        return lines.subList(0, lines.size() - 1);
    }

    private static ObjectNode echo(ObjectNode object) {
        ObjectNode echo = JsonNodeFactory.instance.objectNode();
        echo.set("echo", object);
        return echo;
    }

    private static List<String> texts(PlainClient client, int count) {
        return Stream.generate(() -> client.receive(LIMIT).orElseThrow())
                .limit(count)
                .map(object -> object.at("/echo/hello").asString())
                .toList();
    }
}
