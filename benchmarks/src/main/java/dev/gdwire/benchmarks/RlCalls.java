package dev.gdwire.benchmarks;

import dev.gdwire.client.GodotClient;
import dev.gdwire.examples.arena.messages.ArenaProtocol;
import dev.gdwire.examples.arena.messages.ObstacleHit;
import dev.gdwire.examples.arena.messages.TargetReached;
import dev.gdwire.examples.arena.world.ArenaRules;
import dev.gdwire.protocol.FloatList;
import dev.gdwire.protocol.Message;
import dev.gdwire.protocol.rl.AgentAction;
import dev.gdwire.protocol.rl.Describe;
import dev.gdwire.protocol.rl.Description;
import dev.gdwire.protocol.rl.Observation;
import dev.gdwire.protocol.rl.Reset;
import dev.gdwire.protocol.rl.RlProtocol;
import dev.gdwire.protocol.rl.Step;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** The calls that are measured, on an arena that listens. Not safe for use by several threads. */
final class RlCalls implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final long SEED = 1;
    private static final int STEPS = 64;

    private final GodotClient<Message> game;
    private final List<Step> steps;
    private int next;

    RlCalls(int port) {
        game =
                GodotClient.builder(List.of(RlProtocol.INSTANCE, ArenaProtocol.INSTANCE))
                        .on(TargetReached.class, reached -> {})
                        .on(ObstacleHit.class, hit -> {})
                        .connect("127.0.0.1", port);
        Random random = new Random(SEED);
        steps = IntStream.range(0, STEPS).mapToObj(index -> step(random)).toList();
        game.call(new Reset(SEED), TIMEOUT);
    }

    private static Step step(Random random) {
        return Step.of(
                IntStream.range(0, ArenaRules.AGENTS)
                        .mapToObj(agent -> new AgentAction(action(random)))
                        .toList());
    }

    private static FloatList action(Random random) {
        float[] thrust = new float[ArenaRules.ACTION_SIZE];
        for (int index = 0; index < thrust.length; index++) {
            thrust[index] = 2 * random.nextFloat() - 1;
        }
        return FloatList.of(thrust);
    }

    Description describe() {
        return game.call(new Describe(), TIMEOUT);
    }

    Observation step() {
        return game.call(nextStep(), TIMEOUT);
    }

    /** The request that {@link #step} sends next. */
    Step nextStep() {
        next = (next + 1) % STEPS;
        return steps.get(next);
    }

    @Override
    public void close() {
        game.close();
    }
}
