package dev.gdwire.transport;

import java.time.Duration;

/**
 * How a session outlives its connections ({@code docs/sessions.md}).
 *
 * @param keptBytes how many bytes of lines are kept until the peer has acknowledged them; a sender
 *     waits when there is no room, or is refused where it cannot wait. A longer line is refused.
 *     Answers have as much room again
 * @param resumeTimeout how long after a break the session can be resumed
 * @param firstRetry how long after a break an initiator connects again; then after twice as long
 *     each time. Each wait is drawn at random between half of that and the whole
 * @param longestRetry the longest of these waits
 */
public record SessionOptions(
        int keptBytes, Duration resumeTimeout, Duration firstRetry, Duration longestRetry) {
    /** 4 MiB are kept, and a minute is waited; retries after 100 ms and at most 5 seconds. */
    public static final SessionOptions DEFAULT =
            new SessionOptions(
                    4 * 1024 * 1024,
                    Duration.ofMinutes(1),
                    Duration.ofMillis(100),
                    Duration.ofSeconds(5));

    public SessionOptions {
        if (keptBytes < 1) {
            throw new IllegalArgumentException("There must be room for a byte: " + keptBytes);
        }
        if (resumeTimeout.isNegative() || resumeTimeout.isZero()) {
            throw new IllegalArgumentException("A session waits for a while: " + resumeTimeout);
        }
        if (firstRetry.isNegative() || firstRetry.isZero()) {
            throw new IllegalArgumentException("A retry waits for a while: " + firstRetry);
        }
        if (longestRetry.compareTo(firstRetry) < 0) {
            throw new IllegalArgumentException(
                    "The longest wait is no shorter than the first: " + longestRetry);
        }
    }

    /** The same with room for more or fewer bytes. */
    public SessionOptions withKeptBytes(int bytes) {
        return new SessionOptions(bytes, resumeTimeout, firstRetry, longestRetry);
    }

    /** The same with more or less time to resume. */
    public SessionOptions withResumeTimeout(Duration time) {
        return new SessionOptions(keptBytes, time, firstRetry, longestRetry);
    }

    /** The same with other waits before an initiator connects again. */
    public SessionOptions withRetries(Duration first, Duration longest) {
        return new SessionOptions(keptBytes, resumeTimeout, first, longest);
    }
}
