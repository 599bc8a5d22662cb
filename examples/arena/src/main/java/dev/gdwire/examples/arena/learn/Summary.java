package dev.gdwire.examples.arena.learn;

import java.util.Arrays;

/**
 * Some numbers in short.
 *
 * @param count how many there are
 * @param mean their mean
 * @param deviation their standard deviation (of a sample; 0 for one number)
 * @param best the largest
 * @param worst the smallest
 */
public record Summary(int count, double mean, double deviation, double best, double worst) {
    /** Sums up at least one number. */
    public static Summary of(double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("nothing to sum up");
        }
        double mean = Arrays.stream(values).sum() / values.length;
        double squares = Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
        double deviation = values.length < 2 ? 0.0 : Math.sqrt(squares / (values.length - 1));
        double best = Arrays.stream(values).max().getAsDouble();
        double worst = Arrays.stream(values).min().getAsDouble();
        return new Summary(values.length, mean, deviation, best, worst);
    }

    /**
     * Whether these numbers are larger than others by more than chance explains: their means differ
     * by more than three standard errors.
     */
    public boolean isClearlyAbove(Summary other) {
        double variance =
                deviation * deviation / count + other.deviation * other.deviation / other.count;
        return mean - other.mean > 3.0 * Math.sqrt(variance);
    }
}
