package dev.gdwire.examples.arena.learn;

/**
 * The smallest policy that can steer: each number of the action is a weighted sum of the
 * observation and a constant, cut to -1..1.
 */
public final class LinearPolicy {
    private final int observationSize;
    private final int actionSize;
    private final double[] weights;

    /** A policy of these weights: for each number of the action, its row, and the constant last. */
    public LinearPolicy(Environment.Shape shape, double[] weights) {
        if (weights.length != weightCount(shape)) {
            throw new IllegalArgumentException(
                    "expected " + weightCount(shape) + " weights, got " + weights.length);
        }
        this.observationSize = shape.observationSize();
        this.actionSize = shape.actionSize();
        this.weights = weights.clone();
    }

    /** How many weights a policy for this environment has. */
    public static int weightCount(Environment.Shape shape) {
        return shape.actionSize() * (shape.observationSize() + 1);
    }

    /** The action for an observation. */
    public float[] act(float[] observation) {
        float[] action = new float[actionSize];
        int at = 0;
        for (int output = 0; output < actionSize; output++) {
            double sum = 0.0;
            for (int input = 0; input < observationSize; input++) {
                sum += weights[at++] * observation[input];
            }
            sum += weights[at++];
            action[output] = (float) Math.max(-1.0, Math.min(1.0, sum));
        }
        return action;
    }
}
