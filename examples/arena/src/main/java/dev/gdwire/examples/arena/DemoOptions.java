package dev.gdwire.examples.arena;

import dev.gdwire.examples.arena.learn.TrainingLimit;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the demo is to do.
 *
 * @param game where the game runs
 * @param godot the Godot program, when somebody named one; else it is searched for
 * @param limit when the training ends
 * @param seed the same seed gives the same training, as far as it goes
 * @param port the port of the game, or 0 for any that is free
 * @param output the folder for {@code learning-curve.png}; it must exist
 * @param project the folder of the game's {@code project.godot}
 */
public record DemoOptions(
        Game game,
        Optional<Path> godot,
        TrainingLimit limit,
        long seed,
        int port,
        Path output,
        Path project) {
    private static final int LARGEST_PORT = 65535;

    /** Where the game runs. */
    public enum Game {
        /** In Godot; simulated where there is none. */
        GODOT_IF_FOUND,
        /** In Java, by the same rules and on the same wire. */
        SIMULATED
    }

    /** Refuses a port that is none. */
    public DemoOptions {
        if (port < 0 || port > LARGEST_PORT) {
            throw new IllegalArgumentException("a port is from 0 to 65535, not " + port);
        }
    }
}
