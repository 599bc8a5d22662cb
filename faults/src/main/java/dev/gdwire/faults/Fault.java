package dev.gdwire.faults;

/** What a {@link ChaosProxy} does to a connection. */
public enum Fault {
    /** Ends both ways (FIN) in the midst of the stream; what has not gone through yet is lost. */
    CUT,
    /** The same, at once and without a farewell (RST). */
    RESET,
    /** Moves nothing in one direction for a while. */
    STALL,
    /** Holds each piece of the next bytes back for a while. */
    DELAY,
    /** Writes each of the next bytes alone. */
    SPLIT,
    /** Gathers the next bytes and writes them at once. */
    COALESCE,
    /** Changes a byte. */
    CORRUPT,
    /** Resets a connection as soon as it is made. */
    REFUSE,
    /** Takes a connection and reads nothing of it, and says nothing, for a while. */
    BLACKHOLE;

    /** Whether it happens to new connections; the others happen to bytes. */
    boolean isOfConnections() {
        return this == REFUSE || this == BLACKHOLE;
    }
}
