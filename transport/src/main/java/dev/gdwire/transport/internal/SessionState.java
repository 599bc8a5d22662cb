package dev.gdwire.transport.internal;

import dev.gdwire.transport.PeerInfo;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * What two peers have open with each other, whichever connection carries it. One engine has it at a
 * time.
 */
public final class SessionState {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int ID_BYTES = 24;

    private final Requests requests;
    private final Answers answers;
    private final long number;
    private @Nullable Numbering numbering;
    private @Nullable PeerInfo peer;
    private long resumeDeadline = Long.MAX_VALUE;

    /** Nothing is open, and it ends with its connection. */
    public SessionState() {
        this(0, new Requests());
    }

    private SessionState(long number, Requests requests) {
        this.number = number;
        this.requests = requests;
        answers = new Answers(number);
    }

    /** The one of the same engine that comes after this one, which was lost. */
    public SessionState next() {
        return new SessionState(number + 1, requests.next());
    }

    /** A new name of a session, which nobody guesses. */
    public static String newId() {
        byte[] random = new byte[ID_BYTES];
        RANDOM.nextBytes(random);
        return Base64.getEncoder().encodeToString(random);
    }

    /** The requests of this side that wait. */
    public Requests requests() {
        return requests;
    }

    /** The requests of the peer's that this side has still to answer. */
    Answers answers() {
        return answers;
    }

    /** Its numbers; null if it ends with its connection. */
    public @Nullable Numbering numbering() {
        return numbering;
    }

    /** From now on it outlives its connection. */
    public void number(String id, int keptBytes) {
        numbering = new Numbering(id, keptBytes);
    }

    /** The peer, once it was open. */
    public @Nullable PeerInfo peer() {
        return peer;
    }

    /** It is open with a peer. */
    public void open(PeerInfo info) {
        peer = info;
        resumeDeadline = Long.MAX_VALUE;
    }

    /** It has no connection, and is to be resumed until then; the first such deadline counts. */
    public void suspend(long deadline) {
        resumeDeadline = Math.min(resumeDeadline, deadline);
    }

    /** Until when it is to be resumed. */
    public long resumeDeadline() {
        return resumeDeadline;
    }

    /** Whether a new connection carries what the one before did. */
    public boolean fits(PeerInfo info) {
        return peer != null
                && peer.protocols().equals(info.protocols())
                && peer.features().equals(info.features())
                && peer.maxFrame() <= info.maxFrame();
    }
}
