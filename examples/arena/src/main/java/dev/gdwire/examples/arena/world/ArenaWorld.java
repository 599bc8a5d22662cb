package dev.gdwire.examples.arena.world;

import static dev.gdwire.examples.arena.world.ArenaRules.ACTION_SIZE;
import static dev.gdwire.examples.arena.world.ArenaRules.AGENTS;

import java.util.ArrayList;
import java.util.List;

/**
 * The rules of the arena: agents steer to their targets among round obstacles, each for itself. The
 * twin of {@code arena_world.gd}: the same seed and actions give the same numbers, to the last bit.
 * Not safe for use by several threads.
 */
public final class ArenaWorld {
    private final ArenaListener listener;
    private final List<ArenaAgent> agents = new ArrayList<>();
    private Obstacles obstacles;
    private int steps;

    /** A world in the episode of seed 0. */
    public ArenaWorld(ArenaListener listener) {
        this.listener = listener;
        obstacles = start(0);
    }

    /** Starts a new episode. */
    public void reset(long seed) {
        obstacles = start(seed);
    }

    private Obstacles start(long seed) {
        steps = 0;
        Obstacles placed = Obstacles.place(new Pcg32(seed, 0));
        agents.clear();
        for (int agent = 0; agent < AGENTS; agent++) {
            agents.add(new ArenaAgent(agent, placed, new Pcg32(seed, agent + 1L), listener));
        }
        return placed;
    }

    /**
     * Lets every agent act.
     *
     * @param actions two numbers an agent, cut to -1..1
     * @param ticks physics ticks to run, from 1
     * @throws IllegalArgumentException if there are too few or too many actions, or numbers in one
     */
    public void step(float[][] actions, int ticks) {
        requireShape(actions);
        steps++;
        agents.forEach(ArenaAgent::clearReward);
        for (int tick = 0; tick < ticks; tick++) {
            for (int agent = 0; agent < AGENTS; agent++) {
                float[] action = actions[agent];
                double thrustX = ArenaAgent.clamp(action[0], -1.0, 1.0);
                double thrustY = ArenaAgent.clamp(action[1], -1.0, 1.0);
                agents.get(agent).move(thrustX, thrustY, steps);
            }
        }
    }

    private static void requireShape(float[][] actions) {
        if (actions.length != AGENTS) {
            throw new IllegalArgumentException(
                    "expected " + AGENTS + " actions, got " + actions.length);
        }
        for (float[] action : actions) {
            if (action.length != ACTION_SIZE) {
                throw new IllegalArgumentException(
                        "expected " + ACTION_SIZE + " numbers an action, got " + action.length);
            }
        }
    }

    /** What an agent observes: see {@link ArenaRules#OBSERVATION_LABELS}. */
    public float[] observation(int agent) {
        return Senses.observe(agents.get(agent), obstacles);
    }

    /** Reward of an agent in the last step. */
    public double reward(int agent) {
        return agents.get(agent).reward();
    }

    /** Position, velocity and target of an agent: x, y, x, y, x, y. */
    public double[] state(int agent) {
        ArenaAgent one = agents.get(agent);
        return new double[] {
            one.x(), one.y(), one.velocityX(), one.velocityY(), one.targetX(), one.targetY()
        };
    }

    /** The obstacles of this episode. */
    public Obstacles obstacles() {
        return obstacles;
    }

    /** Steps since the reset. */
    public int steps() {
        return steps;
    }

    /** Whether the episode is over, at its limit of steps. */
    public boolean truncated() {
        return steps >= ArenaRules.MAX_STEPS;
    }
}
