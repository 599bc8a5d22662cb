package dev.gdwire.examples.arena;

import dev.gdwire.examples.arena.learn.CrossEntropy;
import dev.gdwire.examples.arena.learn.LearningCurve;
import dev.gdwire.examples.arena.learn.TrainingResult;
import java.nio.file.Path;
import java.util.Locale;

/**
 * What is said of a training when it is over.
 *
 * @param place what the game ran in
 * @param seed the training's seed
 */
record DemoReport(String place, long seed, TrainingResult result) {
    private static final String CURVE = "learning-curve.png";

    /** The demo's last line. */
    String lastLine() {
        if (!result.learned()) {
            return String.format(
                    Locale.ROOT,
                    "demo failed: in %,d steps the mean reward went from %.1f to %.1f, which is no"
                            + " clear gain: give it more --seconds",
                    result.steps(),
                    first(),
                    last());
        }
        return String.format(
                Locale.ROOT,
                "demo ok: %d steps, %.0f steps/s, reward %.1f -> %.1f",
                result.steps(),
                result.stepsPerSecond(),
                first(),
                last());
    }

    /** Draws the learning curve into a folder; gives the file. */
    Path draw(Path folder) {
        String subtitle =
                String.format(
                        Locale.ROOT,
                        "%d generations of %d linear policies in %s, seed %d: mean reward %.1f"
                                + " to %.1f",
                        result.generations().size(),
                        CrossEntropy.POPULATION,
                        place,
                        seed,
                        first(),
                        last());
        Path file = folder.resolve(CURVE);
        new LearningCurve("The arena, learned by cross-entropy", subtitle, result.generations())
                .write(file);
        return file;
    }

    private double first() {
        return result.first().rewards().mean();
    }

    private double last() {
        return result.last().rewards().mean();
    }
}
