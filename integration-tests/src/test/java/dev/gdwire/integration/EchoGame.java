package dev.gdwire.integration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gdwire.client.GodotClient;
import dev.gdwire.client.GodotProcess;
import dev.gdwire.integration.rich.RichFromJava;
import dev.gdwire.integration.rich.RichMessage;
import dev.gdwire.integration.rich.RichProtocol;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/** A real game that sends every message back, and a client of it. */
final class EchoGame implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Duration WATCHDOG = Duration.ofMinutes(2);
    private static final String READY = "echo: listening on ";

    private final Queue<String> problems = new ConcurrentLinkedQueue<>();
    private final Path folder;
    private final GodotProcess game;
    private final GodotClient<RichMessage> client;
    private final int port;

    private EchoGame() throws IOException {
        Path godot = RealGodot.orSkip();
        folder = Files.createTempDirectory("gdwire-echo");
        GodotProject project =
                GodotProject.strict(folder.resolve("game"))
                        .generated(VerdictTable.SCHEMAS, "rich")
                        .addVerdicts("echo");
        game =
                GodotProcess.builder(godot)
                        .project(project.folder())
                        .script("res://main.gd")
                        .watchdog(WATCHDOG)
                        .start();
        String line = game.awaitLine(text -> text.startsWith(READY), LIMIT);
        port = Integer.parseInt(line.substring(READY.length()));
        client = GodotClient.connect(RichProtocol.INSTANCE, "127.0.0.1", port);
        client.onProblem(problem -> problems.add(problem.toString()));
    }

    static EchoGame start() throws IOException {
        return new EchoGame();
    }

    int port() {
        return port;
    }

    /** Sends a message, and gives what comes back; fails when the game or the peer complains. */
    RichMessage back(RichFromJava message) {
        client.send(message);
        RichMessage back = client.receive(LIMIT).orElseThrow(() -> new AssertionError(problems));
        assertThat(problems).isEmpty();
        assertThat(engineErrors()).isEmpty();
        return back;
    }

    /** What the engine complained of. */
    List<String> engineErrors() {
        return game.lines().stream().filter(GodotTestReport::isEngineError).toList();
    }

    @Override
    public void close() throws IOException {
        client.close();
        game.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
