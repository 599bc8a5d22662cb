package dev.gdwire.examples.arena;

import static dev.gdwire.examples.arena.world.ArenaRules.AGENTS;

import dev.gdwire.examples.arena.world.ArenaListener;
import dev.gdwire.examples.arena.world.ArenaRules;
import dev.gdwire.examples.arena.world.ArenaWorld;
import dev.gdwire.protocol.FloatList;
import dev.gdwire.protocol.rl.AgentState;
import dev.gdwire.protocol.rl.Description;
import dev.gdwire.protocol.rl.Observation;
import dev.gdwire.protocol.rl.Reset;
import dev.gdwire.protocol.rl.Space;
import dev.gdwire.protocol.rl.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** A world as the messages of the schema set {@code rl} see it. */
final class RlWorld {
    private static final int TICKS_PER_STEP = 1;

    private final ArenaWorld world;

    RlWorld(ArenaListener listener) {
        world = new ArenaWorld(listener);
    }

    /** Starts a new episode. */
    Observation reset(Reset request) {
        Long seed = request.seed();
        world.reset(seed == null ? ThreadLocalRandom.current().nextLong() : seed);
        return observation();
    }

    /**
     * Lets every agent act.
     *
     * @throws IllegalArgumentException if the actions do not fit the agents
     */
    Observation step(Step request) {
        Integer ticks = request.ticks();
        world.step(actions(request), ticks == null ? TICKS_PER_STEP : ticks);
        return observation();
    }

    private static float[][] actions(Step step) {
        return step.actions().stream()
                .map(action -> action.values().toArray())
                .toArray(float[][]::new);
    }

    /** What environment this is. */
    static Description describe() {
        return Description.builder()
                .name(ArenaRules.NAME)
                .agents(AGENTS)
                .observation(space(ArenaRules.OBSERVATION_LABELS))
                .action(space(ArenaRules.ACTION_LABELS))
                .maxSteps(ArenaRules.MAX_STEPS)
                .ticksPerStep(TICKS_PER_STEP)
                .build();
    }

    private static Space space(List<String> labels) {
        return Space.of(labels.size(), -1.0, 1.0).withLabels(labels);
    }

    private Observation observation() {
        List<AgentState> states = new ArrayList<>();
        boolean truncated = world.truncated();
        for (int agent = 0; agent < AGENTS; agent++) {
            FloatList values = FloatList.of(world.observation(agent));
            states.add(new AgentState(values, world.reward(agent), false, truncated));
        }
        return new Observation(world.steps(), states);
    }
}
