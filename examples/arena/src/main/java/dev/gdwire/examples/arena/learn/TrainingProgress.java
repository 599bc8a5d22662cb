package dev.gdwire.examples.arena.learn;

import java.time.Duration;

/**
 * How far a training is.
 *
 * @param share share of the way to its end, from 0 to 1
 * @param steps steps of the environment played so far
 * @param elapsed time since its beginning
 */
public record TrainingProgress(double share, long steps, Duration elapsed) {
    /** Steps a second so far; 0 before the first. */
    public double stepsPerSecond() {
        return elapsed.isZero() ? 0.0 : steps * 1e9 / elapsed.toNanos();
    }
}
