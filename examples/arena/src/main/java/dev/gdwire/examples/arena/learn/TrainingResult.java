package dev.gdwire.examples.arena.learn;

import java.time.Duration;
import java.util.List;

/**
 * What a training gave.
 *
 * @param generations all its generations, two at least
 * @param elapsed how long it took
 */
public record TrainingResult(List<Generation> generations, Duration elapsed) {
    /** Copies the list. */
    public TrainingResult {
        generations = List.copyOf(generations);
    }

    /** The first generation: candidates drawn at random. */
    public Generation first() {
        return generations.get(0);
    }

    /** The last generation. */
    public Generation last() {
        return generations.get(generations.size() - 1);
    }

    /** Whether the last generation is clearly better than the first. */
    public boolean learned() {
        return last().rewards().isClearlyAbove(first().rewards());
    }

    /** Steps of the environment in all. */
    public long steps() {
        return last().steps();
    }

    /** Steps of the environment a second. */
    public double stepsPerSecond() {
        return new TrainingProgress(1.0, steps(), elapsed).stepsPerSecond();
    }
}
