package dev.gdwire.cli.soak;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What a soak is to do.
 *
 * @param messages how many numbered messages are sent at least, both ways together
 * @param cuts how many connections are cut at least
 * @param seed what contents and faults follow from
 * @param game what the Java side talks to
 * @param certificate the pair for TLS; empty for none
 * @param patience how long nothing at all may come before that is a fault
 */
public record SoakOptions(
        long messages,
        int cuts,
        long seed,
        Game game,
        Optional<Pair> certificate,
        Duration patience) {
    /** What the Java side talks to. */
    public sealed interface Game permits Simulated, Godot {}

    /**
     * A game in this process.
     *
     * @param sharedThreads how many threads move all its bytes; 0 for some of each connection's own
     */
    public record Simulated(int sharedThreads) implements Game {}

    /**
     * A real one.
     *
     * @param program the Godot to run it in
     * @param schemas the folder of the schema set
     * @param project the folder with the game's sources, which is copied
     */
    public record Godot(Path program, Path schemas, Path project) implements Game {}

    /**
     * A certificate and its key.
     *
     * @param certificate the file in PEM
     * @param key the other file
     */
    public record Pair(Path certificate, Path key) {}

    public SoakOptions {
        if (messages < 1 || cuts < 0) {
            throw new IllegalArgumentException(
                    "a soak has 1 message at least, and 0 cuts: %d, %d".formatted(messages, cuts));
        }
    }

    /** The seed as the messages carry it: from 0 to 2^32 - 1. */
    long contentSeed() {
        return (seed ^ seed >>> 32) & 0xFFFF_FFFFL;
    }
}
