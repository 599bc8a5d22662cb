package dev.gdwire.cli;

import dev.gdwire.examples.arena.ArenaDemo;
import dev.gdwire.examples.arena.DemoOptions;
import dev.gdwire.examples.arena.learn.TrainingLimit;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code gdwire demo}: generates both sides, starts the arena and trains a policy on it. */
@Command(
        name = "demo",
        description = {
            "Generates both sides from the schemas, starts the game examples/arena in Godot and"
                    + " lets a Java program learn to play it.",
            "Exits 0 when it has learned; else it says why not and exits 1."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class DemoCommand implements Callable<Integer> {
    /** Where the game runs: at most one of these is given. */
    private static final class Place {
        @Option(
                names = "--godot",
                paramLabel = "PATH",
                description =
                        "The Godot program; else $GODOT, else godot on PATH, else what 'gdwire"
                                + " godot install' fetched.")
        private Path godot;

        @Option(
                names = "--simulated",
                description = "Run the same game rules in Java, on the same wire, without Godot.")
        private boolean simulated;
    }

    /** When the training ends: at most one of these is given. */
    private static final class Length {
        @Option(
                names = "--seconds",
                paramLabel = "N",
                description = "How long to train (20); twelve generations are played in any case.")
        private Integer seconds;

        @Option(
                names = "--generations",
                paramLabel = "N",
                description =
                        "How many generations to train, whatever the time: with the same seed the"
                                + " run repeats exactly.")
        private Integer generations;
    }

    private static final int DEFAULT_SECONDS = 20;
    private static final int LONGEST_SECONDS = 86_400;

    @ArgGroup private Place place = new Place();

    @ArgGroup private Length length = new Length();

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Seed of the game and the learner (${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "0",
            description = "Port of the game; 0 takes any that is free (${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = ".",
            description = "Where learning-curve.png goes (the current folder).")
    private Path out;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        return new ArenaDemo(options(), new DemoSources()::generate).run();
    }

    private DemoOptions options() {
        try {
            return new DemoOptions(
                    place.simulated ? DemoOptions.Game.SIMULATED : DemoOptions.Game.GODOT_IF_FOUND,
                    Optional.ofNullable(place.godot),
                    limit(),
                    seed,
                    port,
                    out,
                    Home.resolve("examples/arena/godot"));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
    }

    private TrainingLimit limit() {
        if (length.generations != null) {
            return new TrainingLimit.ForGenerations(length.generations);
        }
        int seconds = length.seconds == null ? DEFAULT_SECONDS : length.seconds;
        if (seconds < 1 || seconds > LONGEST_SECONDS) {
            throw new IllegalArgumentException("--seconds is from 1 to 86400, not " + seconds);
        }
        return new TrainingLimit.ForTime(Duration.ofSeconds(seconds));
    }
}
