package dev.gdwire.transport.internal;

import java.time.Duration;
import java.util.Optional;

/**
 * Tells when a connection has carried nothing but signs of life for too long. It looks four times
 * within that time, so that nobody has to ask for the time with each message: the end comes up to a
 * quarter of it late.
 */
public final class Idleness {
    private static final int LOOKS = 4;

    private final long limit;
    private final Wire wire;
    private long nextLook = Long.MAX_VALUE;
    private int quietLooks;

    /**
     * One that does not look yet.
     *
     * @param limit how long a connection may be idle; zero: for ever
     */
    public Idleness(Duration limit, Wire wire) {
        this.limit = Deadline.after(0, limit);
        this.wire = wire;
    }

    /** The handshake is done, of the first connection or of another that resumes its session. */
    public void begin(long now) {
        quietLooks = 0;
        if (limit > 0 && limit < Long.MAX_VALUE) {
            nextLook = now + interval();
        }
    }

    private long interval() {
        return Math.max(1, limit / LOOKS);
    }

    /**
     * Looks, if it is time.
     *
     * @param awaited whether somebody waits for an answer: that is not idle
     * @return why to close the connection, if it has been idle for too long
     */
    public Optional<String> reasonToClose(long now, boolean awaited) {
        if (now < nextLook) {
            return Optional.empty();
        }
        nextLook = now + interval();
        quietLooks = wire.takeTalked() || awaited ? 0 : quietLooks + 1;
        return quietLooks < LOOKS ? Optional.empty() : Optional.of(reason());
    }

    private String reason() {
        String text =
                "the connection carried nothing but signs of life for %d ms: send something, or"
                        + " raise the limit (idleTimeout)";
        return text.formatted(Duration.ofNanos(limit).toMillis());
    }

    /** When to look next; the end of time if never. */
    public long nextLook() {
        return nextLook;
    }
}
