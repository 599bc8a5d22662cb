package dev.gdwire.benchmarks.wire;

import dev.gdwire.benchmarks.codecs.Sample;
import dev.gdwire.benchmarks.samples.SamplesMessage;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Which messages travel. */
enum Shape {
    /** A few scalars: about 70 bytes. */
    SMALL("small", Sample.SMALL),
    /** A step of reinforcement learning: about 330 bytes. */
    MEDIUM("medium", Sample.MEDIUM);

    /** How many messages a lap has; then they start over. */
    static final int LAP = 1_024;

    private static final long SEED = 7;

    private final String label;
    private final Sample sample;

    Shape(String label, Sample sample) {
        this.label = label;
        this.sample = sample;
    }

    /** What people call it. */
    String label() {
        return label;
    }

    /** The messages of a lap, in all processes the same. */
    List<SamplesMessage> lap() {
        Random random = new Random(SEED);
        return Stream.generate(() -> sample.message(random)).limit(LAP).toList();
    }

    /** The requests of a lap, which ask for its messages. */
    List<SamplesMessage> requests() {
        return lap().stream().map(Requests::request).toList();
    }
}
