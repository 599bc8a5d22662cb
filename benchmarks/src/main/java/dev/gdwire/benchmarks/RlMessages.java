package dev.gdwire.benchmarks;

import dev.gdwire.protocol.FloatList;
import dev.gdwire.protocol.rl.AgentAction;
import dev.gdwire.protocol.rl.AgentState;
import dev.gdwire.protocol.rl.Observation;
import dev.gdwire.protocol.rl.RlMessage;
import dev.gdwire.protocol.rl.Step;
import java.util.Random;
import java.util.stream.IntStream;

/** Messages of the schema set {@code rl} in three sizes; the same each time. */
public final class RlMessages {
    private static final long SEED = 7;

    private final Random random = new Random(SEED);

    /** How much a message holds. */
    public enum Size {
        /** One agent: two numbers to act, four to observe. */
        SMALL(1, 2, 4),
        /** Eight agents: two numbers to act, eight to observe, as in the arena. */
        MEDIUM(8, 2, 8),
        /** One agent, 1,000 numbers either way. */
        FLOATS_1000(1, 1000, 1000);

        private final int agents;
        private final int actionNumbers;
        private final int observationNumbers;

        Size(int agents, int actionNumbers, int observationNumbers) {
            this.agents = agents;
            this.actionNumbers = actionNumbers;
            this.observationNumbers = observationNumbers;
        }
    }

    /** Which message. */
    public enum Kind {
        /** From Java. */
        STEP,
        /** From the game. */
        OBSERVATION
    }

    private RlMessages() {}

    static RlMessage of(Kind kind, Size size) {
        RlMessages messages = new RlMessages();
        return switch (kind) {
            case STEP -> messages.step(size);
            case OBSERVATION -> messages.observation(size);
        };
    }

    private Step step(Size size) {
        return Step.of(
                IntStream.range(0, size.agents)
                        .mapToObj(agent -> new AgentAction(numbers(size.actionNumbers)))
                        .toList());
    }

    private Observation observation(Size size) {
        return new Observation(
                57,
                IntStream.range(0, size.agents)
                        .mapToObj(agent -> state(numbers(size.observationNumbers)))
                        .toList());
    }

    private AgentState state(FloatList values) {
        return new AgentState(values, random.nextDouble(), false, false);
    }

    /** Within -1..1, as an environment's are. */
    private FloatList numbers(int count) {
        float[] values = new float[count];
        for (int index = 0; index < count; index++) {
            values[index] = 2 * random.nextFloat() - 1;
        }
        return FloatList.of(values);
    }
}
