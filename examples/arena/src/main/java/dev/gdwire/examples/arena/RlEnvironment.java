package dev.gdwire.examples.arena;

import dev.gdwire.client.GodotClient;
import dev.gdwire.examples.arena.learn.Environment;
import dev.gdwire.protocol.FloatList;
import dev.gdwire.protocol.GdwireException;
import dev.gdwire.protocol.Message;
import dev.gdwire.protocol.rl.AgentAction;
import dev.gdwire.protocol.rl.AgentState;
import dev.gdwire.protocol.rl.Describe;
import dev.gdwire.protocol.rl.Description;
import dev.gdwire.protocol.rl.Observation;
import dev.gdwire.protocol.rl.Reset;
import dev.gdwire.protocol.rl.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The environment that a game offers, through typed requests. */
final class RlEnvironment implements Environment {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final GodotClient<Message> game;
    private final Shape shape;

    RlEnvironment(GodotClient<Message> game) {
        this.game = game;
        Description description = game.call(new Describe(), TIMEOUT);
        shape =
                new Shape(
                        description.agents(),
                        description.observation().size(),
                        description.action().size());
    }

    @Override
    public Shape describe() {
        return shape;
    }

    @Override
    public Turn reset(long seed) {
        return turn(game.call(new Reset(seed), TIMEOUT));
    }

    @Override
    public Turn step(float[][] actions) {
        List<AgentAction> all = new ArrayList<>();
        for (float[] action : actions) {
            all.add(new AgentAction(FloatList.of(action)));
        }
        return turn(game.call(Step.of(all), TIMEOUT));
    }

    private Turn turn(Observation observation) {
        List<AgentState> agents = observation.agents();
        if (agents.size() != shape.agents()) {
            throw unexpected(shape.agents() + " agents", agents.size());
        }
        float[][] observations = new float[agents.size()][];
        double[] rewards = new double[agents.size()];
        boolean over = true;
        for (int index = 0; index < rewards.length; index++) {
            AgentState agent = agents.get(index);
            if (agent.values().size() != shape.observationSize()) {
                throw unexpected(
                        shape.observationSize() + " numbers an observation", agent.values().size());
            }
            observations[index] = agent.values().toArray();
            rewards[index] = agent.reward();
            over &= agent.terminated() || agent.truncated();
        }
        return new Turn(observations, rewards, over);
    }

    private static GdwireException unexpected(String described, int actual) {
        return new GdwireException("The game described " + described + " and sent " + actual + ".");
    }
}
