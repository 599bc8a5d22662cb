package dev.gdwire.integration.attack;

import dev.gdwire.client.GodotClient;
import dev.gdwire.client.GodotProcess;
import dev.gdwire.integration.GodotProject;
import dev.gdwire.integration.RealGodot;
import dev.gdwire.integration.siege.SiegeMessage;
import dev.gdwire.integration.siege.SiegeProtocol;
import dev.gdwire.integration.siege.Usage;
import dev.gdwire.integration.siege.Used;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;

/** A game that runs in the real Godot and listens. */
final class GodotTarget implements Target {
    private static final Path SCHEMAS = Path.of("src", "test", "attack", "schemas");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration WATCHDOG = Duration.ofMinutes(10);
    private static final String READY = "siege: listening on ";

    private final GodotProcess game;
    private final GodotClient<SiegeMessage> client;
    private final long pid;
    private final int port;

    /** Starts it in a folder that is there for it. */
    GodotTarget(Path folder) throws IOException {
        Path godot = RealGodot.orSkip();
        GodotProject project =
                GodotProject.strict(folder).generated(SCHEMAS, "siege").addAttacked();
        game =
                GodotProcess.builder(godot)
                        .project(project.folder())
                        .script("res://main.gd")
                        .watchdog(WATCHDOG)
                        .start();
        String line = game.awaitLine(text -> text.startsWith(READY), PATIENCE);
        port = Integer.parseInt(line.substring(READY.length()));
        client = GodotClient.connect(SiegeProtocol.INSTANCE, "127.0.0.1", port);
        // Godot may have been started by a script: it is what has the most memory.
        pid =
                ProcessHandle.current()
                        .descendants()
                        .map(ProcessHandle::pid)
                        .max(Comparator.comparingLong(Resident::of))
                        .orElse(-1L);
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public Footprint footprint() {
        return new Footprint(used().memory(), -1, Resident.of(pid), -1);
    }

    private Used used() {
        return client.call(Usage.of(), PATIENCE);
    }

    /** How many frames there have been. */
    long frames() {
        return used().frames();
    }

    @Override
    public boolean isAlive() {
        return game.isAlive();
    }

    @Override
    public String output() {
        return String.join("\n", game.lines());
    }

    @Override
    public void kill() {
        close();
    }

    @Override
    public void close() {
        client.close();
        game.close();
    }
}
