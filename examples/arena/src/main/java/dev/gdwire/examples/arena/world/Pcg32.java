package dev.gdwire.examples.arena.world;

/**
 * PCG32 (XSH RR 64/32, M. E. O'Neill, pcg-random.org): small, seedable, and the same numbers as its
 * twin in the game, {@code pcg32.gd}. Not safe for use by several threads.
 */
public final class Pcg32 {
    private static final long MULTIPLIER = 6364136223846793005L;
    private static final double RANGE = 4294967296.0;

    private final long increment;
    private long state;

    /** A generator that gives the same numbers for the same seed and stream. */
    public Pcg32(long seed, long stream) {
        increment = (stream << 1) | 1;
        nextBits();
        state += seed;
        nextBits();
    }

    /** The next 32 random bits, from 0 to 2^32 - 1. */
    public long nextBits() {
        long old = state;
        state = old * MULTIPLIER + increment;
        int shifted = (int) (((old >>> 18) ^ old) >>> 27);
        int rotation = (int) (old >>> 59);
        return Integer.toUnsignedLong(Integer.rotateRight(shifted, rotation));
    }

    /** The next number, from {@code low} up to but without {@code high}. */
    public double between(double low, double high) {
        return low + (high - low) * (nextBits() / RANGE);
    }
}
