package dev.gdwire.examples.arena.world;

import static dev.gdwire.examples.arena.world.ArenaRules.AGENTS;
import static dev.gdwire.examples.arena.world.ArenaRules.AGENT_RADIUS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gdwire.examples.arena.world.Obstacles.Obstacle;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class ArenaWorldTest {
    private static final long LARGEST_SEED = (1L << 53) - 1;

    private final EventLog log = new EventLog();
    private final ArenaWorld world = new ArenaWorld(log);

    @Property(tries = 100)
    void agentsStayInTheRoomAndOutOfObstacles(
            @ForAll @LongRange(max = LARGEST_SEED) long seed,
            @ForAll @IntRange(min = 1, max = 4) int ticks) {
        ArenaWorld any = new ArenaWorld(new EventLog());
        any.reset(seed);
        Pcg32 random = new Pcg32(seed, 77);
        for (int step = 0; step < 100; step++) {
            any.step(RandomActions.draw(random), ticks);
            for (int agent = 0; agent < AGENTS; agent++) {
                double[] state = any.state(agent);
                assertThat(state[0]).isBetween(AGENT_RADIUS, ArenaRules.WIDTH - AGENT_RADIUS);
                assertThat(state[1]).isBetween(AGENT_RADIUS, ArenaRules.HEIGHT - AGENT_RADIUS);
                assertThat(Math.hypot(state[2], state[3]))
                        .isLessThanOrEqualTo(ArenaRules.MAX_SPEED + 1e-9);
                for (Obstacle obstacle : any.obstacles().all()) {
                    assertThat(Math.hypot(state[0] - obstacle.x(), state[1] - obstacle.y()))
                            .isGreaterThan(obstacle.radius() + AGENT_RADIUS - 1e-9);
                }
            }
        }
    }

    @Property(tries = 100)
    void observationsStayInTheirSpace(@ForAll @LongRange(max = LARGEST_SEED) long seed) {
        ArenaWorld any = new ArenaWorld(new EventLog());
        any.reset(seed);
        Pcg32 random = new Pcg32(seed, 78);
        for (int step = 0; step < 100; step++) {
            for (int agent = 0; agent < AGENTS; agent++) {
                float[] values = any.observation(agent);
                assertThat(values).hasSize(ArenaRules.OBSERVATION_SIZE);
                for (float value : values) {
                    assertThat(value).isBetween(-1.0f, 1.0f);
                }
            }
            any.step(RandomActions.draw(random), 1);
        }
    }

    @Property(tries = 50)
    void theSameSeedAndActionsGiveTheSameEpisode(
            @ForAll @LongRange(max = LARGEST_SEED) long seed, @ForAll long actions) {
        assertThat(play(seed, actions)).isEqualTo(play(seed, actions));
        assertThat(play(seed, actions)).isNotEqualTo(play(seed + 1, actions));
    }

    private static List<Double> play(long seed, long actions) {
        ArenaWorld any = new ArenaWorld(new EventLog());
        any.reset(seed);
        Pcg32 random = new Pcg32(actions, 1);
        List<Double> numbers = new ArrayList<>();
        for (int step = 0; step < 50; step++) {
            any.step(RandomActions.draw(random), 1);
            for (int agent = 0; agent < AGENTS; agent++) {
                numbers.add(any.reward(agent));
                for (double number : any.state(agent)) {
                    numbers.add(number);
                }
            }
        }
        return numbers;
    }

    @Property(tries = 200)
    void everyRoomHasObstaclesThatAnAgentFitsBetween(@ForAll long seed) {
        List<Obstacle> obstacles = Obstacles.place(new Pcg32(seed, 0)).all();
        assertThat(obstacles).hasSizeBetween(3, ArenaRules.OBSTACLES);
        for (Obstacle one : obstacles) {
            for (Obstacle other : obstacles) {
                double apart = Math.hypot(one.x() - other.x(), one.y() - other.y());
                assertThat(one == other || apart - one.radius() - other.radius() > 0.99).isTrue();
            }
        }
    }

    @Test
    void steeringToTheTargetReachesItAndPays() {
        world.reset(3);
        double sum = 0;
        while (!world.truncated()) {
            float[][] actions = new float[AGENTS][];
            for (int agent = 0; agent < AGENTS; agent++) {
                float[] seen = world.observation(agent);
                actions[agent] = new float[] {seen[0] - seen[2] / 2, seen[1] - seen[3] / 2};
            }
            world.step(actions, 1);
            for (int agent = 0; agent < AGENTS; agent++) {
                sum += world.reward(agent);
            }
        }
        long reached = log.events().stream().filter(e -> e.what().equals("reached")).count();
        long hits = log.events().stream().filter(e -> e.what().equals("hit")).count();
        assertThat(reached).isGreaterThan(AGENTS);
        assertThat(sum).isGreaterThan(reached * ArenaRules.REACH_BONUS - hits * 2.0);
    }

    @Test
    void rewardIsProgressToTheTargetWhenNothingElseHappens() {
        world.reset(5);
        double[] before = world.state(0);
        float[][] actions = new float[AGENTS][2];
        actions[0] = new float[] {0.5f, -1};
        world.step(actions, 1);
        double[] after = world.state(0);
        assertThat(log.events()).isEmpty();
        assertThat(world.reward(0)).isCloseTo(distance(before) - distance(after), within(1e-12));
        assertThat(world.reward(1)).isZero();
    }

    private static double distance(double[] state) {
        return Math.hypot(state[4] - state[0], state[5] - state[1]);
    }

    @Test
    void anEpisodeIsOverAtItsLimitOfSteps() {
        for (int step = 0; step < ArenaRules.MAX_STEPS; step++) {
            assertThat(world.truncated()).isFalse();
            world.step(new float[AGENTS][2], 1);
        }
        assertThat(world.truncated()).isTrue();
        world.reset(0);
        assertThat(world.truncated()).isFalse();
        assertThat(world.steps()).isZero();
    }

    @Test
    void refusesActionsOfAnotherShape() {
        assertThatThrownBy(() -> world.step(new float[3][2], 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected 8 actions, got 3");
        assertThatThrownBy(() -> world.step(new float[AGENTS][3], 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected 2 numbers an action, got 3");
    }
}
