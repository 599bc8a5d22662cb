package dev.gdwire.client;

import dev.gdwire.protocol.GdwireException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the Godot engine: a path that was given, else {@code $GODOT}, else {@code godot} on {@code
 * PATH}, else the one that {@code ./gdwire godot install} fetched. A path that somebody named and
 * that is no program is an error; it is never passed over. Immutable.
 */
public final class GodotLocator {
    private static final String INSTALL_HINT =
            "Install Godot 4.3 or newer, name one with --godot PATH or $GODOT, or run:"
                    + " ./gdwire godot install";

    private final Map<String, String> environment;

    /**
     * A locator that reads the given environment variables: {@code GODOT}, {@code PATH}, {@code
     * XDG_CACHE_HOME} and {@code HOME}.
     */
    public GodotLocator(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** A locator that reads this process's environment variables. */
    public static GodotLocator ofSystem() {
        return new GodotLocator(System.getenv());
    }

    /**
     * Finds Godot where nobody named a path.
     *
     * @throws GdwireException if there is none; its text tells every place that was looked at
     */
    public Path locate() {
        Optional<Path> named = variable("GODOT").map(this::fromVariable);
        return named.or(this::search).orElseThrow(this::nowhere);
    }

    /**
     * Checks a path that somebody gave.
     *
     * @param given as from a command line's {@code --godot}
     * @throws GdwireException if it is no program that can be run
     */
    public Path locate(Path given) {
        return program(given, "--godot");
    }

    private Path fromVariable(String value) {
        try {
            return program(Path.of(value), "$GODOT");
        } catch (InvalidPathException e) {
            throw new GdwireException("$GODOT is no path: " + e.getMessage(), e);
        }
    }

    private static Path program(Path path, String origin) {
        if (!Files.exists(path)) {
            throw new GdwireException(
                    "Godot was not found at " + path + " (from " + origin + "). " + INSTALL_HINT);
        }
        if (!isProgram(path)) {
            throw new GdwireException(
                    path
                            + " (from "
                            + origin
                            + ") is no program that can be run. Name the Godot executable itself.");
        }
        return path.toAbsolutePath();
    }

    private Optional<Path> search() {
        return Stream.concat(onPath().stream(), fetched().stream())
                .filter(GodotLocator::isProgram)
                .map(Path::toAbsolutePath)
                .findFirst();
    }

    private List<Path> onPath() {
        List<Path> candidates = new ArrayList<>();
        for (String folder : variable("PATH").orElse("").split(File.pathSeparator)) {
            if (!folder.isEmpty()) {
                for (String name : List.of("godot", "godot4", "godot.exe")) {
                    candidates.add(Path.of(folder, name));
                }
            }
        }
        return candidates;
    }

    private Optional<Path> fetched() {
        return variable("XDG_CACHE_HOME")
                .map(Path::of)
                .or(() -> variable("HOME").map(home -> Path.of(home, ".cache")))
                .map(cache -> cache.resolve("gdwire/godot/godot"));
    }

    private GdwireException nowhere() {
        String cache = fetched().map(Path::toString).orElse("no cache folder: HOME is not set");
        return new GdwireException(
                "No Godot was found. Looked at: --godot (not given), $GODOT (not set),"
                        + " godot on PATH ("
                        + variable("PATH").orElse("not set")
                        + "), "
                        + cache
                        + ". "
                        + INSTALL_HINT);
    }

    /** An empty variable counts as one that is not set, as everywhere in a shell. */
    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    private static boolean isProgram(Path path) {
        return Files.isRegularFile(path) && Files.isExecutable(path);
    }
}
