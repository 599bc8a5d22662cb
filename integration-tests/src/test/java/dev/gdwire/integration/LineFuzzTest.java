package dev.gdwire.integration;

import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * No bytes do harm: the corpus itself, and a short fuzz of it. {@code -Pfuzz} makes it ten million
 * frames, {@code -Dfuzz.frames} and {@code -Dfuzz.seed} others.
 */
class LineFuzzTest {
    private static final long FRAMES = Long.getLong("fuzz.frames", 200_000);
    private static final long SEED = Long.getLong("fuzz.seed", 1);

    @Test
    void theCorpusDoesNoHarm() throws IOException {
        LineFuzz fuzz = new LineFuzz(System.out);
        Random cuts = new Random(SEED);
        for (byte[] unit : new FuzzCorpus().all()) {
            for (FuzzSide.Peer peer : LineFuzz.peers()) {
                for (int i = 0; i < 5; i++) {
                    fuzz.take(peer, unit, cuts);
                }
            }
        }
    }

    @Test
    void damagedBytesDoNoHarm() throws IOException {
        new LineFuzz(System.out).run(FRAMES, SEED);
    }
}
