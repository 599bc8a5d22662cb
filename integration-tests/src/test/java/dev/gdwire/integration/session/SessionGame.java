package dev.gdwire.integration.session;

import dev.gdwire.client.GodotProcess;
import dev.gdwire.integration.GodotProject;
import dev.gdwire.integration.GodotTestReport;
import dev.gdwire.integration.RealGodot;
import dev.gdwire.integration.TlsPair;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A real game that plays {@code src/test/sessions}; each line that it prints is looked at once. */
final class SessionGame implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(40);

    private static final Path SCHEMAS = Path.of("src", "test", "attack", "schemas");
    private static final String READY = "game: listening on ";

    private final GodotProcess process;
    private int seen;

    private SessionGame(GodotProcess process) {
        this.process = process;
    }

    /** The project of the game, and a pair for TLS in it. */
    static TlsPair project(Path folder) throws Exception {
        RealGodot.orSkip();
        GodotProject.strict(folder).generated(SCHEMAS, "siege").addSessions();
        return TlsPair.in(folder);
    }

    /** Starts it, with the arguments that its script lists. */
    static SessionGame start(Path project, String... arguments) {
        GodotProcess.Builder builder =
                GodotProcess.builder(RealGodot.orSkip())
                        .project(project)
                        .script("res://main.gd")
                        .watchdog(Duration.ofMinutes(4));
        List.of(arguments).forEach(builder::argument);
        return new SessionGame(builder.start());
    }

    int port() {
        String line = process.awaitLine(text -> text.startsWith(READY), PATIENCE);
        return Integer.parseInt(line.substring(READY.length()));
    }

    /** Waits for a line that begins so, behind the one that was waited for before. */
    String await(String start) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            List<String> lines = process.lines();
            while (seen < lines.size()) {
                String line = lines.get(seen++);
                if (line.startsWith("game: " + start)) {
                    return line.substring("game: ".length());
                }
            }
            Thread.sleep(10);
        }
        throw new AssertionError("no \"" + start + "\" in:\n" + String.join("\n", lines()));
    }

    /** How many lines begin so. */
    long count(String start) {
        return lines().stream().filter(line -> line.startsWith("game: " + start)).count();
    }

    List<String> lines() {
        return process.lines();
    }

    /** What was wrong: faults that the game saw, and errors of its own. */
    List<String> faults() {
        return lines().stream()
                .filter(
                        line ->
                                line.startsWith("game: fault")
                                        || line.startsWith("game: unanswered")
                                        || GodotTestReport.isEngineError(line))
                .toList();
    }

    /** Ends it as {@code kill -9} does. */
    void kill() {
        process.close();
    }

    @Override
    public void close() {
        process.close();
    }
}
