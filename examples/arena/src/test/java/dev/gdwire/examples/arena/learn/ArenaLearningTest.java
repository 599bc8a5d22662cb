package dev.gdwire.examples.arena.learn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gdwire.examples.arena.learn.TrainingLimit.ForGenerations;
import dev.gdwire.examples.arena.world.ArenaListener;
import dev.gdwire.examples.arena.world.ArenaRules;
import dev.gdwire.examples.arena.world.ArenaWorld;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The learner learns the game itself, here without a wire. */
class ArenaLearningTest {
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 5, 6, 7})
    void learnsTheArena(long seed) {
        TrainingResult result =
                new Training(new WorldEnvironment(), seed, new Silent())
                        .run(new ForGenerations(25));
        assertThat(result.steps()).isEqualTo(25L * 5 * ArenaRules.MAX_STEPS);
        assertThat(result.learned()).isTrue();
        assertThat(result.last().rewards().mean()).isGreaterThan(10.0);
    }

    private static final class Silent implements TrainingListener, ArenaListener {
        @Override
        public void stepped(TrainingProgress progress) {}

        @Override
        public void generationEnded(Generation generation) {}

        @Override
        public void ended(TrainingProgress progress) {}

        @Override
        public void targetReached(int agent, double x, double y, int steps) {}

        @Override
        public void obstacleHit(int agent, double x, double y, double speed) {}
    }

    private static final class WorldEnvironment implements Environment {
        private final ArenaWorld world = new ArenaWorld(new Silent());

        @Override
        public Shape describe() {
            return new Shape(
                    ArenaRules.AGENTS, ArenaRules.OBSERVATION_SIZE, ArenaRules.ACTION_SIZE);
        }

        @Override
        public Turn reset(long seed) {
            world.reset(seed);
            return turn();
        }

        @Override
        public Turn step(float[][] actions) {
            world.step(actions, 1);
            return turn();
        }

        private Turn turn() {
            float[][] observations = new float[ArenaRules.AGENTS][];
            double[] rewards = new double[ArenaRules.AGENTS];
            for (int agent = 0; agent < ArenaRules.AGENTS; agent++) {
                observations[agent] = world.observation(agent);
                rewards[agent] = world.reward(agent);
            }
            return new Turn(observations, rewards, world.truncated());
        }
    }
}
