package dev.gdwire.examples.arena.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * The cross-entropy method: draw candidates from a normal distribution a weight, keep the best, and
 * move the distribution to them. All its chance comes from the seed. Not safe for use by several
 * threads.
 */
public final class CrossEntropy {
    /** Candidates of a generation. */
    public static final int POPULATION = 40;

    private static final int ELITE = 8;
    private static final double FIRST_SPREAD = 1.0;

    /**
     * Keeps the search alive when the best happen to agree too early; fades with the generations.
     */
    private static final double EXTRA_SPREAD = 0.3;

    private static final double EXTRA_FADE = 0.8;

    private final Random random;
    private final double[] mean;
    private final double[] spread;
    private List<double[]> candidates = List.of();
    private double extraSpread = EXTRA_SPREAD;

    /** A search among vectors of this many weights, from around zero. */
    public CrossEntropy(int weights, long seed) {
        random = new Random(seed);
        mean = new double[weights];
        spread = new double[weights];
        Arrays.fill(spread, FIRST_SPREAD);
    }

    /** The candidates of the next generation. */
    public List<double[]> ask() {
        List<double[]> drawn = new ArrayList<>();
        for (int candidate = 0; candidate < POPULATION; candidate++) {
            double[] weights = new double[mean.length];
            for (int index = 0; index < weights.length; index++) {
                weights[index] = mean[index] + spread[index] * random.nextGaussian();
            }
            drawn.add(weights);
        }
        candidates = List.copyOf(drawn);
        return candidates;
    }

    /** Learns from the scores of the candidates that {@link #ask} gave, in their order. */
    public void tell(double[] scores) {
        if (scores.length != candidates.size()) {
            throw new IllegalArgumentException(
                    "expected " + candidates.size() + " scores, got " + scores.length);
        }
        List<double[]> best =
                IntStream.range(0, scores.length)
                        .boxed()
                        .sorted(Comparator.comparingDouble((Integer index) -> -scores[index]))
                        .limit(ELITE)
                        .map(candidates::get)
                        .toList();
        extraSpread *= EXTRA_FADE;
        for (int index = 0; index < mean.length; index++) {
            int weight = index;
            double[] values = best.stream().mapToDouble(vector -> vector[weight]).toArray();
            Summary summary = Summary.of(values);
            mean[weight] = summary.mean();
            spread[weight] = summary.deviation() + extraSpread;
        }
    }

    /** The middle of what the search has found so far. */
    public double[] mean() {
        return mean.clone();
    }
}
