package dev.gdwire.integration.attack;

/**
 * How strong attacks are whose strength is a number.
 *
 * @param connections how many there are where many come
 * @param bytes how many bytes an endless line has
 */
record Force(int connections, long bytes) {
    private static final long GIBIBYTE = 1L << 30;
    private static final long MEBIBYTE = 1L << 20;

    /** What a server in Java has to hold out. */
    static final Force FULL = new Force(10_000, GIBIBYTE);

    /** What a game has to hold out, which does all in its main loop. */
    static final Force SMALL = new Force(1_000, 128 * MEBIBYTE);
}
