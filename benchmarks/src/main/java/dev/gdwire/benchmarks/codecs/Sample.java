package dev.gdwire.benchmarks.codecs;

import dev.gdwire.benchmarks.samples.Doubles;
import dev.gdwire.benchmarks.samples.Floats;
import dev.gdwire.benchmarks.samples.Medium;
import dev.gdwire.benchmarks.samples.MediumPhase;
import dev.gdwire.benchmarks.samples.Objects;
import dev.gdwire.benchmarks.samples.Position;
import dev.gdwire.benchmarks.samples.SamplesMessage;
import dev.gdwire.benchmarks.samples.Small;
import dev.gdwire.benchmarks.samples.Thing;
import dev.gdwire.protocol.DoubleList;
import dev.gdwire.protocol.FloatList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;

/** A message that the codecs write and read; the same each time. */
public enum Sample {
    /** A few scalars: about 70 bytes. */
    SMALL("small", Sample::small),
    /** A step of reinforcement learning: about 330 bytes. */
    MEDIUM("medium", Sample::medium),
    /** 1,000 numbers in full precision. */
    DOUBLES("1,000 doubles", Sample::doubles),
    /** 1,000 32-bit numbers. */
    FLOATS("1,000 floats", Sample::floats),
    /** 256 small objects. */
    OBJECTS("256 objects", Sample::objects);

    private static final long SEED = 7;
    private static final int OBSERVATIONS = 10;
    private static final int DOUBLES_COUNT = 1_000;
    private static final int FLOATS_COUNT = 1_000;
    private static final int OBJECTS_COUNT = 256;
    private static final List<String> KINDS = List.of("tree", "rock", "crate", "watchtower");

    private final String label;
    private final Function<Random, SamplesMessage> maker;

    Sample(String label, Function<Random, SamplesMessage> maker) {
        this.label = label;
        this.maker = maker;
    }

    /** What people call it. */
    String label() {
        return label;
    }

    /** Whether it has one list of numbers and no other members. */
    boolean isList() {
        return this == DOUBLES || this == FLOATS;
    }

    /** The message. */
    public SamplesMessage message() {
        return message(new Random(SEED));
    }

    /** The message with other numbers. */
    public SamplesMessage message(Random random) {
        return maker.apply(random);
    }

    private static Small small(Random random) {
        return new Small(random.nextInt(100_000), "blue", hundredths(random, 100), true);
    }

    private static Medium medium(Random random) {
        return new Medium(
                1042,
                317,
                "scout-07",
                MediumPhase.PURSUE,
                "lost sight of the target",
                new Position(hundredths(random, 64), hundredths(random, 64), hundredths(random, 8)),
                floats(random, OBSERVATIONS),
                hundredths(random, 1),
                false,
                true);
    }

    /** Within -1..1, as an environment's are. */
    private static FloatList floats(Random random, int count) {
        float[] values = new float[count];
        for (int index = 0; index < values.length; index++) {
            values[index] = 2 * random.nextFloat() - 1;
        }
        return FloatList.of(values);
    }

    private static Doubles doubles(Random random) {
        return new Doubles(DoubleList.of(random.doubles(DOUBLES_COUNT, -1_000, 1_000).toArray()));
    }

    private static Floats floats(Random random) {
        return new Floats(floats(random, FLOATS_COUNT));
    }

    private static Objects objects(Random random) {
        return new Objects(
                IntStream.range(0, OBJECTS_COUNT).mapToObj(id -> thing(id, random)).toList());
    }

    private static Thing thing(int id, Random random) {
        return new Thing(
                id,
                KINDS.get(random.nextInt(KINDS.size())),
                hundredths(random, 1_000),
                hundredths(random, 20),
                random.nextBoolean());
    }

    /** A number as people write them, with two decimals. */
    private static double hundredths(Random random, int limit) {
        return random.nextInt(limit * 100) / 100.0;
    }
}
