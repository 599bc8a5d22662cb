package dev.gdwire.examples.arena;

import dev.gdwire.client.GodotLocator;
import dev.gdwire.examples.arena.learn.TrainingLimit;
import dev.gdwire.protocol.GdwireException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Starts the game where the options say. */
final class GameStarter {
    /** For starting, and all there is for a training whose length is a number of generations. */
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final Map<String, String> environment;
    private final Consumer<String> say;

    /**
     * A starter.
     *
     * @param environment the environment variables that tell where Godot is
     * @param say told, before the game starts, where it runs and why there
     */
    GameStarter(Map<String, String> environment, Consumer<String> say) {
        this.environment = Map.copyOf(environment);
        this.say = say;
    }

    /**
     * Starts the game.
     *
     * @throws GdwireException if somebody named a Godot that is none, or the game does not start
     */
    ArenaGame start(DemoOptions options) {
        if (options.game() == DemoOptions.Game.SIMULATED) {
            return simulated(options, "as asked for");
        }
        Path godot;
        try {
            godot = find(options);
        } catch (GdwireException e) {
            if (isNamed(options)) {
                throw e;
            }
            return simulated(options, e.getMessage());
        }
        say.accept("demo: the arena in Godot (" + godot + "), seed " + options.seed());
        return GodotGame.start(godot, options.project(), options.port(), longest(options));
    }

    private Path find(DemoOptions options) {
        GodotLocator locator = new GodotLocator(environment);
        return options.godot().map(locator::locate).orElseGet(locator::locate);
    }

    /** A Godot that somebody named and that is none is an error: it is never passed over. */
    private boolean isNamed(DemoOptions options) {
        return options.godot().isPresent() || !environment.getOrDefault("GODOT", "").isBlank();
    }

    private ArenaGame simulated(DemoOptions options, @Nullable String reason) {
        say.accept(
                "demo: SIMULATED, without Godot (the same rules in Java, on the same wire), seed "
                        + options.seed()
                        + ": "
                        + reason);
        return SimulatedArena.start(options.port());
    }

    private static Duration longest(DemoOptions options) {
        return options.limit() instanceof TrainingLimit.ForTime time
                ? PATIENCE.plus(time.duration())
                : PATIENCE;
    }
}
