package dev.gdwire.transport.internal;

import dev.gdwire.protocol.json.JsonOutput;
import java.util.concurrent.TimeUnit;

/**
 * The numbers of a session ({@code docs/sessions.md}): which lines the peer has, which this side
 * has, and what is to be said of them.
 */
public final class Numbering {
    /** What a number of the peer's is. */
    enum Arrival {
        /** The line that comes next. */
        NEXT,
        /** One that was taken before. */
        AGAIN,
        /** One behind a line that has not come. */
        MISSING
    }

    private static final int LINES_UNTIL_ACK = 64;
    private static final int BYTES_UNTIL_ACK = 64 * 1024;
    private static final long NANOS_UNTIL_ACK = TimeUnit.MILLISECONDS.toNanos(100);

    /** A line that comes damaged so often is not damaged on its way. */
    private static final int DAMAGES = 3;

    private final String id;
    private final int limit;
    private final KeptLines kept = new KeptLines();
    private long received;
    private long told;
    private long bytesToTell;
    private long ackDeadline = Long.MAX_VALUE;
    private int damages;
    private long damagedAt = -1;

    /**
     * The numbers of a session in which nothing was said.
     *
     * @param id names the session
     * @param limit how many bytes of lines are kept before a sender has to wait
     */
    Numbering(String id, int limit) {
        this.id = id;
        this.limit = limit;
    }

    /** Names the session. */
    public String id() {
        return id;
    }

    /** The highest number of the peer's that was taken. */
    public long received() {
        return received;
    }

    /** How many lines the peer has not acknowledged. */
    public int unacknowledged() {
        return kept.count();
    }

    /** Whether a sender may add a line. */
    public boolean hasRoom() {
        return kept.size() < limit;
    }

    /** How many bytes of lines are kept before a sender has to wait. */
    public int limit() {
        return limit;
    }

    /** How many bytes of lines are kept. */
    public int size() {
        return kept.size();
    }

    /** Whether a line is not too long to be kept at all. */
    boolean canKeep(int length) {
        return length <= limit;
    }

    /** Whether answers, which must not be refused, have added more than may be kept. */
    public boolean isOverfull() {
        return kept.size() > 2L * limit;
    }

    /** The number of the next line. */
    long next() {
        return kept.last() + 1;
    }

    /** Keeps a line, which has the next number, from its place in an output on. */
    void keep(JsonOutput lines, int from) {
        kept.add(lines, from);
    }

    /** What is kept, to be written once more. */
    byte[] kept() {
        return kept.all();
    }

    /** A line with a number came. */
    Arrival arrive(long number, int length, long now) {
        if (number != received + 1) {
            return number <= received ? Arrival.AGAIN : Arrival.MISSING;
        }
        received = number;
        bytesToTell += length;
        if (ackDeadline == Long.MAX_VALUE) {
            ackDeadline = now + NANOS_UNTIL_ACK;
        }
        if (received - told >= LINES_UNTIL_ACK || bytesToTell >= BYTES_UNTIL_ACK) {
            ackDeadline = now;
        }
        return Arrival.NEXT;
    }

    /**
     * A line came damaged, or did not come.
     *
     * @return whether that is to be given up
     */
    boolean isDamagedForGood() {
        damages = damagedAt == received ? damages + 1 : 1;
        damagedAt = received;
        return damages >= DAMAGES;
    }

    /** Whether there is something that the peer was not told. */
    boolean isNews() {
        return received > told;
    }

    /** When it is to be told at the latest. */
    public long ackDeadline() {
        return ackDeadline;
    }

    /** The peer is being told what was received. */
    void tell() {
        told = received;
        bytesToTell = 0;
        ackDeadline = Long.MAX_VALUE;
    }

    /**
     * The peer tells what it has.
     *
     * @return false if it was never sent as much; that counts for nothing
     */
    boolean acknowledge(long number) {
        return kept.acknowledge(number);
    }

    /** Whether the peer has acknowledged more than a number: what says so is old. */
    public boolean isPast(long number) {
        return number < kept.acknowledged();
    }

    /**
     * The peer resumes, and tells what it has.
     *
     * @return false if that cannot be: it has what was never sent, or lacks what it had
     */
    public boolean resume(long number) {
        told = received;
        ackDeadline = Long.MAX_VALUE;
        return !isPast(number) && kept.acknowledge(number);
    }
}
