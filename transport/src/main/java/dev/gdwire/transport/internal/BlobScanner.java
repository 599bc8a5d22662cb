package dev.gdwire.transport.internal;

import dev.gdwire.protocol.json.Blobs;

/**
 * Finds the blobs before a line, in whatever pieces they come: each is a line {@code #N}, then N
 * bytes, which are not looked at, and a newline. Blobs and the line after them are a unit.
 */
public final class BlobScanner {
    /** The most bytes that a blob can have: no reader's limit is higher. */
    private static final long MOST = Integer.MAX_VALUE - 1L;

    private static final String HEADER =
            "a blob starts with # and how many bytes it has, such as #4000";

    /** Is told what is wrong with a unit; once at most. */
    public interface Faults {
        /** The unit is over the limit: it has at least so many bytes. */
        void tooLong(long length);

        /** The unit is no such; the rest of its line is to be skipped. */
        void malformed(String reason);
    }

    /** What the next byte is. */
    private enum State {
        START,
        HEADER,
        RETURNED,
        RAW,
        BEHIND,
        LINE
    }

    private final int limit;
    private final Faults faults;
    private final Blobs blobs = new Blobs();
    private State state = State.START;

    /** How many bytes of the unit there were until now, but for those of its line. */
    private long position;

    private long size;
    private long left;
    private boolean isOver;

    /**
     * A scanner at the start of a unit.
     *
     * @param limit the most bytes that a unit may have
     */
    public BlobScanner(int limit, Faults faults) {
        this.limit = limit;
        this.faults = faults;
    }

    /** Whether some of a unit that starts with a blob has come, and not its end. */
    public boolean isInside() {
        return state != State.START || position > 0;
    }

    /** The blobs of the unit. */
    public Blobs blobs() {
        return blobs;
    }

    /** How many bytes there are before the line of the unit. */
    public int lineStart() {
        return (int) position;
    }

    /** The unit has ended. */
    public void reset() {
        if (!isInside()) {
            return;
        }
        state = State.START;
        position = 0;
        isOver = false;
        blobs.clear();
    }

    /** Goes on; returns where the line starts or goes on, or the end. */
    public int scan(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end && state != State.LINE) {
            at =
                    switch (state) {
                        case RAW -> raw(at, end);
                        case START -> start(bytes[at], at);
                        case BEHIND -> behind(bytes[at], at);
                        default -> header(bytes[at], at);
                    };
        }
        return at;
    }

    private int start(byte sign, int at) {
        if (sign != '#') {
            state = State.LINE;
            return at;
        }
        state = State.HEADER;
        size = -1;
        return step(at);
    }

    private int header(byte sign, int at) {
        if (sign == '\n' && size >= 0) {
            int behind = step(at);
            open();
            return behind;
        }
        if (state == State.HEADER && sign == '\r' && size >= 0) {
            state = State.RETURNED;
            return step(at);
        }
        if (state == State.HEADER && size != 0 && sign >= '0' && sign <= '9') {
            size = 10 * Math.max(size, 0) + sign - '0';
            if (size <= MOST) {
                return step(at);
            }
        }
        return malformed(HEADER, at);
    }

    private void open() {
        left = size;
        state = size > 0 ? State.RAW : State.BEHIND;
        count(position + size + 1);
        if (!isOver) {
            blobs.add((int) position, (int) (position + size));
        }
    }

    private int raw(int at, int end) {
        int some = (int) Math.min(left, end - at);
        left -= some;
        position += some;
        if (left == 0) {
            state = State.BEHIND;
        }
        return at + some;
    }

    private int behind(byte sign, int at) {
        if (sign != '\n') {
            return malformed("no newline follows the " + size + " bytes of a blob", at);
        }
        state = State.START;
        return step(at);
    }

    private int step(int at) {
        count(++position);
        return at + 1;
    }

    private void count(long length) {
        if (length > limit && !isOver) {
            isOver = true;
            faults.tooLong(length);
        }
    }

    private int malformed(String reason, int at) {
        state = State.LINE;
        if (!isOver) {
            isOver = true;
            faults.malformed(reason);
        }
        return at;
    }
}
