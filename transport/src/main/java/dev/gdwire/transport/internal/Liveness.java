package dev.gdwire.transport.internal;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Signs of life, both ways ({@code docs/sessions.md}): when this side has to say something, and
 * when the peer has said nothing for too long. Times are nanoseconds.
 */
public final class Liveness {
    /** This side looks so often, in the time that it has promised, whether it has said anything. */
    private static final int LOOKS = 4;

    /** Who looks so much too late was held up itself, and what the peer said may lie unread. */
    private static final long LATE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final long NEVER = Long.MAX_VALUE;

    private final long look;
    private long nextLook = NEVER;
    private long linesBefore;
    private long peerSilence;
    private long deadline = NEVER;
    private long heard;
    private boolean away;

    /**
     * Those of a connection that is not open yet.
     *
     * @param promise this side says something as often as that; zero if it has promised nothing
     */
    public Liveness(Duration promise) {
        long nanos = Deadline.after(0, promise);
        look = nanos == 0 ? NEVER : Math.max(1, nanos / LOOKS);
    }

    /**
     * The connection is open.
     *
     * @param peerMillis what the peer has promised; 0 if nothing
     */
    public void open(long peerMillis, long now) {
        nextLook = look == NEVER ? NEVER : now + look;
        peerSilence = peerMillis == 0 ? NEVER : Deadline.after(0, Duration.ofMillis(peerMillis));
        heard = now;
        deadline = after(now, peerSilence);
    }

    /** The connection is over, or not open yet. */
    public void end() {
        nextLook = NEVER;
        deadline = NEVER;
    }

    /** Bytes of the peer's came: it is alive. */
    public void heard(long now) {
        heard = now;
    }

    /** A line came that is not empty: a peer that was away until it says something is back. */
    public void heardLine(long now) {
        if (away && deadline == NEVER) {
            away = false;
            deadline = after(now, peerSilence);
        }
    }

    /**
     * The peer says that it may be silent.
     *
     * @param millis for how long; 0: until it says something
     */
    public void away(long millis, long now) {
        if (peerSilence == NEVER) {
            return;
        }
        away = true;
        deadline = millis == 0 ? NEVER : after(now, Deadline.after(0, Duration.ofMillis(millis)));
    }

    /**
     * Whether this side has said nothing for too long; to be asked at each deadline.
     *
     * @param lines how many it has written so far
     */
    public boolean mustSpeak(long lines, long now) {
        if (now < nextLook) {
            return false;
        }
        nextLook = now + look;
        boolean wasSilent = lines == linesBefore;
        linesBefore = lines;
        return wasSilent;
    }

    /** Whether the peer has said nothing for longer than it promised; to be asked at deadlines. */
    public boolean isDead(long now) {
        if (now < deadline) {
            return false;
        }
        boolean isLate = now - deadline >= LATE_NANOS;
        boolean wasAway = away;
        away = false;
        deadline = after(isLate || wasAway ? now : heard, peerSilence);
        return now >= deadline;
    }

    /** What the peer has promised, in milliseconds. */
    public long peerMillis() {
        return TimeUnit.NANOSECONDS.toMillis(peerSilence);
    }

    /** When to ask next. */
    public long nextDeadline() {
        return Math.min(nextLook, deadline);
    }

    private static long after(long now, long nanos) {
        return nanos > NEVER - now ? NEVER : now + nanos;
    }
}
