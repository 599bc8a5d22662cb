package dev.gdwire.protocol.json;

import java.math.BigInteger;

/**
 * The first 126 bits of the powers of ten, rounded down: {@code 10^e} is {@code (high(e) * 2^63 +
 * low(e)) * 2^(shift(e))}, or up to one unit of the last bit more.
 */
final class PowersOfTen {
    static final int SMALLEST = -292;
    static final int LARGEST = 324;
    private static final int HALF = 63;
    private static final int BITS = 2 * HALF;

    private static final long[] HIGH = new long[LARGEST - SMALLEST + 1];
    private static final long[] LOW = new long[LARGEST - SMALLEST + 1];

    /**
     * Bits that are kept of a power while the next is made of it. Each loses less than one of the
     * last of them, 324 times: a test holds all that is left to exact powers.
     */
    private static final int KEPT = 256;

    static {
        BigInteger power = BigInteger.ONE.shiftLeft(KEPT);
        for (int e = 0; e <= LARGEST; e++) {
            put(e, power);
            power = cut(power.multiply(BigInteger.TEN));
        }
        power = BigInteger.ONE.shiftLeft(KEPT);
        for (int e = -1; e >= SMALLEST; e--) {
            power = cut(power.shiftLeft(KEPT - BITS).divide(BigInteger.TEN));
            put(e, power);
        }
    }

    private PowersOfTen() {}

    private static BigInteger cut(BigInteger number) {
        return number.shiftRight(Math.max(0, number.bitLength() - KEPT));
    }

    /** Keeps the first bits of at least as many. */
    private static void put(int e, BigInteger number) {
        BigInteger bits = number.shiftRight(number.bitLength() - BITS);
        HIGH[e - SMALLEST] = bits.shiftRight(HALF).longValueExact();
        LOW[e - SMALLEST] = bits.longValue() & Long.MAX_VALUE;
    }

    /** The first 63 bits. */
    static long high(int e) {
        return HIGH[e - SMALLEST];
    }

    /** The next 63 bits. */
    static long low(int e) {
        return LOW[e - SMALLEST];
    }

    /** The largest n with {@code 2^n <= 10^e}, for e from -350 to 350. */
    static int log2(int e) {
        // 217706 / 2^16 is a little more than log2(10).
        return e * 217706 >> 16;
    }

    /** The largest e with {@code 10^e <= 2^n}, for n from -1,500 to 1,500. */
    static int log10(int n) {
        // 315653 / 2^20 is a little more than log10(2).
        return n * 315653 >> 20;
    }
}
