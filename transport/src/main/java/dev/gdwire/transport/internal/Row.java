package dev.gdwire.transport.internal;

import java.util.concurrent.TimeUnit;

/**
 * Tells a lone line, which its sender best writes itself, from one of a row: line after line of a
 * sender that hears nothing between. Those are left to another thread, which then finds many of
 * them at once. Guarded by the connection's lock.
 */
final class Row {
    /** So many lines of a row are written by the thread that sends them, each for itself. */
    private static final int WRITTEN_AT_ONCE = 16;

    /** Lines that follow each other closer, not counting the time to write them, are a row. */
    private static final long GAP_NANOS = TimeUnit.MICROSECONDS.toNanos(20);

    /** A gap halves a row; one of so many lines outlives two. */
    private static final int LONGEST = 5 * WRITTEN_AT_ONCE;

    private int lines;
    private long last;

    /** One more line is sent; whether it is one too many for its sender to write it. */
    boolean isLongWith(long now) {
        lines = now - last < GAP_NANOS ? Math.min(lines + 1, LONGEST) : lines / 2 + 1;
        last = now;
        return lines > WRITTEN_AT_ONCE;
    }

    /** One more line of a row that is long already. */
    void grow() {
        lines = Math.min(lines + 1, LONGEST);
    }

    /** A sender has written its line: how long that took is not its own time. */
    void written(long now) {
        last = now;
    }

    /** The peer has said something: what is sent next may be what it waits for. */
    void end() {
        lines = 0;
    }
}
