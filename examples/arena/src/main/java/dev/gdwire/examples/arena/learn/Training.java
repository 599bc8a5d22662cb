package dev.gdwire.examples.arena.learn;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Trains a {@link LinearPolicy} on an {@link Environment} with {@link CrossEntropy}. The agents try
 * different candidates at once: one episode scores as many candidates as there are agents. All that
 * is learned comes from observations and rewards.
 */
public final class Training {
    private final Environment environment;
    private final Environment.Shape shape;
    private final long seed;
    private final TrainingListener listener;
    private final LongSupplier nanoTime;
    private long steps;
    private long start;

    /** A training that measures its time with {@link System#nanoTime}. */
    public Training(Environment environment, long seed, TrainingListener listener) {
        this(environment, seed, listener, System::nanoTime);
    }

    Training(Environment environment, long seed, TrainingListener listener, LongSupplier nanoTime) {
        this.environment = environment;
        this.shape = environment.describe();
        this.seed = seed;
        this.listener = listener;
        this.nanoTime = nanoTime;
    }

    /** Trains until the limit, and gives every generation of it. */
    public TrainingResult run(TrainingLimit limit) {
        steps = 0;
        start = nanoTime.getAsLong();
        CrossEntropy search = new CrossEntropy(LinearPolicy.weightCount(shape), seed);
        List<Generation> generations = new ArrayList<>();
        while (limit.share(generations.size(), elapsed()) < 1.0) {
            double[] scores = score(search.ask(), generations.size(), limit);
            search.tell(scores);
            Generation generation =
                    new Generation(generations.size() + 1, steps, Summary.of(scores));
            generations.add(generation);
            listener.generationEnded(generation);
        }
        TrainingResult result = new TrainingResult(generations, elapsed());
        listener.ended(new TrainingProgress(1.0, steps, result.elapsed()));
        return result;
    }

    private double[] score(List<double[]> candidates, int generation, TrainingLimit limit) {
        double[] scores = new double[candidates.size()];
        for (int first = 0; first < scores.length; first += shape.agents()) {
            int count = Math.min(shape.agents(), scores.length - first);
            List<LinearPolicy> policies = new ArrayList<>();
            for (int agent = 0; agent < shape.agents(); agent++) {
                // Agents without a candidate of their own play along with the first one's policy.
                double[] weights = candidates.get(first + agent % count);
                policies.add(new LinearPolicy(shape, weights));
            }
            double done = generation + (double) first / scores.length;
            double[] rewards = playEpisode(policies, generation, done, limit);
            System.arraycopy(rewards, 0, scores, first, count);
        }
        return scores;
    }

    /** All episodes of a generation have one seed, so that luck differs as little as can be. */
    private double[] playEpisode(
            List<LinearPolicy> policies, int generation, double done, TrainingLimit limit) {
        double[] sums = new double[shape.agents()];
        Environment.Turn turn = environment.reset(episodeSeed(generation));
        while (!turn.over()) {
            float[][] actions = new float[shape.agents()][];
            for (int agent = 0; agent < actions.length; agent++) {
                actions[agent] = policies.get(agent).act(turn.observations()[agent]);
            }
            turn = environment.step(actions);
            for (int agent = 0; agent < sums.length; agent++) {
                sums[agent] += turn.rewards()[agent];
            }
            steps++;
            Duration elapsed = elapsed();
            listener.stepped(new TrainingProgress(limit.share(done, elapsed), steps, elapsed));
        }
        return sums;
    }

    /** Within the 53 bits that every JSON reader keeps. */
    private long episodeSeed(int generation) {
        return (seed * 0x9E3779B97F4A7C15L + generation) & ((1L << 53) - 1);
    }

    private Duration elapsed() {
        return Duration.ofNanos(nanoTime.getAsLong() - start);
    }
}
