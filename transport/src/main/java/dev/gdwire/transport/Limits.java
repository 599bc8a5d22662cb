package dev.gdwire.transport;

import java.time.Duration;

/**
 * What one side of a connection takes at most. What is over a limit costs the message or the peer
 * that is over it, and the error names the limit.
 *
 * @param frame the longest line that it accepts, in bytes without the newline; at least 1024. The
 *     blobs before a line count as parts of it
 * @param text the longest text and name in a line, in UTF-16 units; at least 1024, which the
 *     library's own messages need. Blobs are no texts
 * @param items the longest array in a line, and the most members of an object; at least 64
 * @param requests how many requests of this side may wait for an answer
 * @param openRequests how many requests of the peer's may wait to be answered
 * @param handshake how long the handshake may take
 * @param idle how long a connection may carry nothing but signs of life; zero: for ever
 */
public record Limits(
        int frame,
        int text,
        int items,
        int requests,
        int openRequests,
        Duration handshake,
        Duration idle) {
    /** Usual ones: 1 MiB a line, 10 seconds for the handshake, and room for what fits in lines. */
    public static final Limits DEFAULT =
            new Limits(
                    1024 * 1024,
                    1024 * 1024,
                    256 * 1024,
                    10_000,
                    10_000,
                    Duration.ofSeconds(10),
                    Duration.ZERO);

    private static final int SMALLEST_FRAME = 1024;
    private static final int SMALLEST_TEXT = 1024;
    private static final int FEWEST_ITEMS = 64;

    public Limits {
        if (frame < SMALLEST_FRAME || frame == Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "The longest line must be from 1024 to 2^31-2 bytes: " + frame);
        }
        if (text < SMALLEST_TEXT) {
            throw new IllegalArgumentException(
                    "The longest text must be at least 1024 characters: " + text);
        }
        if (items < FEWEST_ITEMS) {
            throw new IllegalArgumentException("The most items must be at least 64: " + items);
        }
        if (requests < 1 || openRequests < 1) {
            throw new IllegalArgumentException(
                    "Limits are at least 1: requests %d, open requests %d"
                            .formatted(requests, openRequests));
        }
        if (idle.isNegative()) {
            throw new IllegalArgumentException("An idle time is 0 or more: " + idle);
        }
    }

    /** The same with another limit of a line, in bytes. */
    public Limits withFrame(int bytes) {
        return new Limits(bytes, text, items, requests, openRequests, handshake, idle);
    }

    /** The same with another limit of texts and names, in UTF-16 units. */
    public Limits withText(int units) {
        return new Limits(frame, units, items, requests, openRequests, handshake, idle);
    }

    /** The same with another limit of items and members. */
    public Limits withItems(int most) {
        return new Limits(frame, text, most, requests, openRequests, handshake, idle);
    }

    /** The same with another limit of this side's requests. */
    public Limits withRequests(int most) {
        return new Limits(frame, text, items, most, openRequests, handshake, idle);
    }

    /** The same with another limit of the peer's requests. */
    public Limits withOpenRequests(int most) {
        return new Limits(frame, text, items, requests, most, handshake, idle);
    }

    /** The same with another deadline for the handshake. */
    public Limits withHandshake(Duration time) {
        return new Limits(frame, text, items, requests, openRequests, time, idle);
    }

    /** The same with another limit of idle time; zero for none. */
    public Limits withIdle(Duration time) {
        return new Limits(frame, text, items, requests, openRequests, handshake, time);
    }
}
