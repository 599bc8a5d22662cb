package dev.gdwire.examples.arena.learn;

import java.time.Duration;

/** When a training ends. It always ends with a whole generation, and has two at least. */
public sealed interface TrainingLimit {
    /** The fewest generations in which something can be learned. */
    int FEWEST_GENERATIONS = 2;

    /** Share of the way to the end, from 0 to 1, after so many generations and so much time. */
    double share(double generations, Duration elapsed);

    /**
     * Ends after a time, but not before something was learned on a slow machine too. The same seed
     * gives the same generations; how many there are in the time depends on the machine.
     *
     * @param duration the time
     */
    record ForTime(Duration duration) implements TrainingLimit {
        /**
         * The fewest generations, whatever the time: after as many nearly every seed has learned.
         */
        public static final int FEWEST = 12;

        /** Refuses a time that is not positive. */
        public ForTime {
            if (duration.isZero() || duration.isNegative()) {
                throw new IllegalArgumentException("the time of a training is positive");
            }
        }

        @Override
        public double share(double generations, Duration elapsed) {
            double time = (double) elapsed.toNanos() / duration.toNanos();
            return Math.min(1.0, Math.min(time, generations / FEWEST));
        }
    }

    /**
     * Ends after a number of generations: the same seed gives the same training, exactly.
     *
     * @param generations how many, from 2
     */
    record ForGenerations(int generations) implements TrainingLimit {
        /** Refuses fewer generations than something can be learned in. */
        public ForGenerations {
            if (generations < FEWEST_GENERATIONS) {
                throw new IllegalArgumentException(
                        "a training has " + FEWEST_GENERATIONS + " generations at least");
            }
        }

        @Override
        public double share(double done, Duration elapsed) {
            return Math.min(1.0, done / generations);
        }
    }
}
