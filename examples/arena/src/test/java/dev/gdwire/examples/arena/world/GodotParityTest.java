package dev.gdwire.examples.arena.world;

import static dev.gdwire.examples.arena.world.ArenaRules.AGENTS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gdwire.client.GodotProcess;
import dev.gdwire.examples.arena.RealGodot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The game in the real Godot and its Java twin play the same episode, to the last bit. */
@Tag("godot")
class GodotParityTest {
    private static final int STEPS = 300;
    private static final long ACTION_STREAM = 99;

    private record Line(String what, int agent, double[] numbers) {}

    @ParameterizedTest
    @ValueSource(longs = {0, 7, 9007199254740991L})
    void everyNumberIsTheSame(long seed) {
        List<Line> inGodot = playInGodot(seed);
        List<Line> inJava = playInJava(seed);
        assertThat(inJava).hasSizeGreaterThan(AGENTS * (STEPS + 1));
        assertThat(inGodot).hasSameSizeAs(inJava);
        for (int index = 0; index < inJava.size(); index++) {
            Line expected = inJava.get(index);
            Line actual = inGodot.get(index);
            assertThat(actual.what()).isEqualTo(expected.what());
            assertThat(actual.agent()).isEqualTo(expected.agent());
            assertThat(actual.numbers())
                    .as("line %s: %s %s", index, actual.what(), actual.agent())
                    .containsExactly(expected.numbers());
        }
    }

    private static List<Line> playInGodot(long seed) {
        try (GodotProcess godot =
                GodotProcess.builder(RealGodot.orSkip())
                        .project(RealGodot.PROJECT)
                        .script("res://tests/print_episode.gd")
                        .argument(Long.toString(seed))
                        .argument(Integer.toString(STEPS))
                        .watchdog(Duration.ofMinutes(1))
                        .start()) {
            godot.awaitLine("episode printed"::equals, Duration.ofSeconds(50));
            return godot.lines().stream()
                    .filter(line -> line.matches("(state|reached|hit) .*"))
                    .map(GodotParityTest::parse)
                    .toList();
        }
    }

    private static Line parse(String line) {
        String[] parts = line.split(" ", 3);
        String numbers = parts[2].substring(1, parts[2].length() - 1);
        return new Line(
                parts[0],
                Integer.parseInt(parts[1]),
                Stream.of(numbers.split(",")).mapToDouble(Double::parseDouble).toArray());
    }

    private static List<Line> playInJava(long seed) {
        List<Line> lines = new ArrayList<>();
        ArenaWorld world = new ArenaWorld(new LineWriter(lines));
        Pcg32 random = new Pcg32(seed, ACTION_STREAM);
        world.reset(seed);
        addStates(world, lines);
        for (int step = 0; step < STEPS; step++) {
            world.step(RandomActions.draw(random), 1 + step % 3);
            addStates(world, lines);
        }
        return lines;
    }

    private static void addStates(ArenaWorld world, List<Line> lines) {
        for (int agent = 0; agent < AGENTS; agent++) {
            List<Double> numbers = new ArrayList<>();
            for (double number : world.state(agent)) {
                numbers.add(number);
            }
            numbers.add(world.reward(agent));
            for (float number : world.observation(agent)) {
                numbers.add((double) number);
            }
            double[] all = numbers.stream().mapToDouble(Double::doubleValue).toArray();
            lines.add(new Line("state", agent, all));
        }
    }

    private record LineWriter(List<Line> lines) implements ArenaListener {
        @Override
        public void targetReached(int agent, double x, double y, int steps) {
            lines.add(new Line("reached", agent, new double[] {x, y, steps}));
        }

        @Override
        public void obstacleHit(int agent, double x, double y, double speed) {
            lines.add(new Line("hit", agent, new double[] {x, y, speed}));
        }
    }
}
