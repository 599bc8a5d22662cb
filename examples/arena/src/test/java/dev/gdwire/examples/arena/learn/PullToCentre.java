package dev.gdwire.examples.arena.learn;

/**
 * A toy problem: each agent stands on a line and is paid for moving to its centre. The right policy
 * moves against the one number that it observes.
 */
final class PullToCentre implements Environment {
    private static final int AGENTS = 3;
    private static final int STEPS = 10;

    private final double[] places = new double[AGENTS];
    private int steps;

    @Override
    public Shape describe() {
        return new Shape(AGENTS, 1, 1);
    }

    @Override
    public Turn reset(long seed) {
        steps = 0;
        for (int agent = 0; agent < AGENTS; agent++) {
            places[agent] = ((seed >>> agent & 1) == 0 ? 1.0 : -1.0) * (agent + 1) / AGENTS;
        }
        return turn(new double[AGENTS]);
    }

    @Override
    public Turn step(float[][] actions) {
        steps++;
        double[] rewards = new double[AGENTS];
        for (int agent = 0; agent < AGENTS; agent++) {
            double before = Math.abs(places[agent]);
            places[agent] += 0.2 * actions[agent][0];
            rewards[agent] = before - Math.abs(places[agent]);
        }
        return turn(rewards);
    }

    private Turn turn(double[] rewards) {
        float[][] observations = new float[AGENTS][1];
        for (int agent = 0; agent < AGENTS; agent++) {
            observations[agent][0] = (float) places[agent];
        }
        return new Turn(observations, rewards, steps >= STEPS);
    }
}
