package dev.gdwire.examples.arena.learn;

/** What the learner plays: several agents that act at once, step by step. */
public interface Environment {
    /** What the environment offers. */
    Shape describe();

    /** Starts a new episode for every agent; the same seed and actions give the same episode. */
    Turn reset(long seed);

    /** Lets every agent act: one array an agent, one number for each of the action space. */
    Turn step(float[][] actions);

    /**
     * Sizes of an environment.
     *
     * @param agents how many act at once
     * @param observationSize numbers that each observes
     * @param actionSize numbers that each acts with, all within -1..1
     */
    record Shape(int agents, int observationSize, int actionSize) {
        /** Refuses sizes below one. */
        public Shape {
            if (agents < 1 || observationSize < 1 || actionSize < 1) {
                throw new IllegalArgumentException("an environment's sizes start at 1");
            }
        }
    }

    /**
     * What the agents met.
     *
     * @param observations one array an agent
     * @param rewards one number an agent
     * @param over whether the episode has ended for all of them
     */
    record Turn(float[][] observations, double[] rewards, boolean over) {}
}
