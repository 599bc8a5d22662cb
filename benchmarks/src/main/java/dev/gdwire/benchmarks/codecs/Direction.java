package dev.gdwire.benchmarks.codecs;

import java.util.Locale;

/** Whether a message is written or read. */
enum Direction {
    ENCODE,
    DECODE;

    /** What people call it, and {@link CodecBenchmark} its method. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
