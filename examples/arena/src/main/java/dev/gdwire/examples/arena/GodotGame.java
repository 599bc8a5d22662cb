package dev.gdwire.examples.arena;

import dev.gdwire.client.GodotProcess;
import dev.gdwire.protocol.GdwireException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** The game in a headless Godot, as a child of this process. */
final class GodotGame implements ArenaGame {
    private static final String READY = "arena: listening on 127.0.0.1:";
    private static final Pattern TROUBLE =
            Pattern.compile("(SCRIPT ERROR|ERROR|Parse Error|arena): (?!listening on ).*");
    private static final Duration START = Duration.ofSeconds(60);

    private final GodotProcess process;
    private final int port;

    private GodotGame(GodotProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts the game and waits until it listens.
     *
     * @param longest when it is ended at the latest
     * @throws GdwireException if there is no project or it does not come to listen
     */
    static GodotGame start(Path godot, Path project, int port, Duration longest) {
        if (!Files.isRegularFile(project.resolve("project.godot"))) {
            throw new GdwireException(
                    "No game was found at " + project + ": expected a project.godot there.");
        }
        GodotProcess process =
                GodotProcess.builder(godot)
                        .project(project)
                        .argument("--port")
                        .argument(Integer.toString(port))
                        .argument("--once")
                        .watchdog(longest)
                        .start();
        try {
            return new GodotGame(process, awaitPort(process, godot));
        } catch (GdwireException e) {
            process.close();
            throw e;
        }
    }

    private static int awaitPort(GodotProcess process, Path godot) {
        String line;
        try {
            line = process.awaitLine(GodotGame::isNews, START);
        } catch (GdwireException e) {
            throw new GdwireException(
                    "The game did not start in "
                            + godot
                            + ", which "
                            + end(process)
                            + ": "
                            + saidLast(process.lines()),
                    e);
        }
        if (!line.startsWith(READY)) {
            throw new GdwireException("The game did not start: " + line);
        }
        return Integer.parseInt(line.substring(READY.length()).strip());
    }

    private static boolean isNews(String line) {
        return line.startsWith(READY) || TROUBLE.matcher(line).matches();
    }

    private static String end(GodotProcess process) {
        try {
            // The output of a process ends a little before the process.
            return "ended with exit code " + process.awaitExit(Duration.ofSeconds(1));
        } catch (GdwireException e) {
            return "did not say in " + START.toSeconds() + " seconds that it listens";
        }
    }

    private static String saidLast(List<String> lines) {
        return lines.stream()
                .filter(line -> !line.isBlank())
                .reduce((earlier, later) -> later)
                .map(line -> "the last that it printed was: " + line)
                .orElse("it printed nothing");
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public String place() {
        return process.lines().stream()
                .filter(line -> line.startsWith("Godot Engine"))
                .map(line -> line.replaceFirst(" - http.*", ""))
                .findFirst()
                .orElse("Godot");
    }

    @Override
    public String lastWords() {
        return process.lines().stream()
                .filter(line -> TROUBLE.matcher(line).matches())
                .findFirst()
                .orElse("");
    }

    @Override
    public void close() {
        process.close();
    }
}
