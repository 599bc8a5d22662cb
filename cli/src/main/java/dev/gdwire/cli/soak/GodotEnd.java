package dev.gdwire.cli.soak;

import dev.gdwire.client.GodotProcess;
import dev.gdwire.gen.GeneratorRequest;
import dev.gdwire.gen.GeneratorResult;
import dev.gdwire.gen.GeneratorRun;
import dev.gdwire.gen.GodotProjectEmitter;
import dev.gdwire.gen.java.JavaEmitter;
import dev.gdwire.protocol.GdwireException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A game in a real Godot; its project is made in a folder of its own, which goes with it. */
final class GodotEnd implements SoakGame {
    private static final Pattern READY =
            Pattern.compile("soak: listening on ([0-9]+) as process ([0-9]+)");
    private static final Pattern COMPLAINT =
            Pattern.compile("(SCRIPT ERROR|ERROR|USER ERROR|WARNING|USER WARNING|Parse Error):.*");
    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration LONGEST = Duration.ofHours(12);
    private static final int MOST_COMPLAINTS = 10;

    private final Path folder;
    private final GodotProcess process;
    private final int port;
    private final long processId;

    private GodotEnd(Path folder, GodotProcess process, Matcher ready) {
        this.folder = folder;
        this.process = process;
        port = Integer.parseInt(ready.group(1));
        processId = Long.parseLong(ready.group(2));
    }

    /**
     * Makes the project, starts it and waits until it listens.
     *
     * @throws GdwireException if it cannot be made or does not come to listen
     */
    static GodotEnd start(SoakOptions.Godot options, Optional<SoakOptions.Pair> pair) {
        Path folder = project(options, pair);
        GodotProcess process =
                GodotProcess.builder(options.program())
                        .project(folder)
                        .script("res://main.gd")
                        .watchdog(LONGEST)
                        .start();
        try {
            String line = process.awaitLine(GodotEnd::isNews, START);
            Matcher ready = READY.matcher(line);
            if (!ready.matches()) {
                throw new GdwireException("The game did not start: " + line);
            }
            return new GodotEnd(folder, process, ready);
        } catch (GdwireException e) {
            process.close();
            delete(folder);
            throw e;
        }
    }

    private static boolean isNews(String line) {
        return READY.matcher(line).matches() || COMPLAINT.matcher(line).matches();
    }

    private static Path project(SoakOptions.Godot options, Optional<SoakOptions.Pair> pair) {
        try {
            Path folder = Files.createTempDirectory("gdwire-soak-");
            try (Stream<Path> sources = Files.list(options.project())) {
                for (Path source : sources.toList()) {
                    Files.copy(source, folder.resolve(source.getFileName()));
                }
            }
            if (pair.isPresent()) {
                Files.copy(pair.get().certificate(), folder.resolve("pair.crt"));
                Files.copy(pair.get().key(), folder.resolve("pair.key"));
            }
            generate(options.schemas(), folder);
            return folder;
        } catch (IOException e) {
            throw new GdwireException("The game's project could not be made: " + e, e);
        }
    }

    private static void generate(Path schemas, Path folder) {
        GeneratorResult result =
                new GeneratorRun(new JavaEmitter(), new GodotProjectEmitter())
                        .run(GeneratorRequest.of(schemas).godotOut(folder).build());
        if (result.loaded().hasErrors()) {
            throw new GdwireException(schemas + " has errors:\n" + result.loaded().printed());
        }
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public String name() {
        return process.lines().stream()
                .filter(line -> line.startsWith("Godot Engine"))
                .map(line -> line.replaceFirst(" - http.*", ""))
                .findFirst()
                .orElse("Godot");
    }

    @Override
    public OptionalLong process() {
        return OptionalLong.of(processId);
    }

    @Override
    public List<String> complaints() {
        List<String> complaints =
                process.lines().stream()
                        .filter(line -> COMPLAINT.matcher(line).matches())
                        .limit(MOST_COMPLAINTS)
                        .toList();
        if (complaints.isEmpty() && !process.isAlive()) {
            return List.of("the game has ended, exit code " + process.exitCode().orElse(-1));
        }
        return complaints;
    }

    @Override
    public void close() {
        process.close();
        delete(folder);
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException | UncheckedIOException e) {
            throw new GdwireException("Could not remove the game's project " + folder, e);
        }
    }
}
