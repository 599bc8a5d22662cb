package dev.gdwire.transport;

import java.time.Duration;

/**
 * How a session outlives its connections ({@code docs/sessions.md}).
 *
 * @param keptBytes how many bytes of lines are kept until the peer has acknowledged them; a sender
 *     waits when there is no room
 * @param resumeTimeout how long after a break the session can be resumed
 */
public record SessionOptions(int keptBytes, Duration resumeTimeout) {
    /** 4 MiB are kept, and a minute is waited. */
    public static final SessionOptions DEFAULT =
            new SessionOptions(4 * 1024 * 1024, Duration.ofMinutes(1));

    public SessionOptions {
        if (keptBytes < 1) {
            throw new IllegalArgumentException("There must be room for a byte: " + keptBytes);
        }
        if (resumeTimeout.isNegative() || resumeTimeout.isZero()) {
            throw new IllegalArgumentException("A session waits for a while: " + resumeTimeout);
        }
    }

    /** The same with room for more or fewer bytes. */
    public SessionOptions withKeptBytes(int bytes) {
        return new SessionOptions(bytes, resumeTimeout);
    }

    /** The same with more or less time to resume. */
    public SessionOptions withResumeTimeout(Duration time) {
        return new SessionOptions(keptBytes, time);
    }
}
