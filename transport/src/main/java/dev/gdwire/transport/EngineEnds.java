package dev.gdwire.transport;

import dev.gdwire.protocol.core.RejectCode;
import dev.gdwire.transport.EngineState.Phase;
import dev.gdwire.transport.internal.ConnectionEnd;
import dev.gdwire.transport.internal.Deadline;
import dev.gdwire.transport.internal.Numbering;
import dev.gdwire.transport.internal.SessionState;
import java.util.Objects;

/** How an engine ends: the connection alone, where its session can be resumed, or both. */
final class EngineEnds implements ConnectionEnd {
    static final String PEER_CLOSED = "the peer closed the connection";

    private final EngineState state;

    EngineEnds(EngineState state) {
        this.state = state;
    }

    static CloseReason remote(String text) {
        return CloseReason.of(CloseReason.Kind.REMOTE, text);
    }

    private static CloseReason breaks(String text) {
        return CloseReason.of(CloseReason.Kind.BROKEN, text);
    }

    /** The connection is over; its session too, unless it can be resumed. */
    void end(CloseReason reason) {
        if (state.isDeaf()) {
            return;
        }
        if (!state.isLasting()) {
            finish(reason);
        } else if (isPassing(reason)) {
            suspend(reason);
        } else {
            lose(reason.text(), reason);
        }
    }

    /** Whether it may go better next time. */
    private static boolean isPassing(CloseReason reason) {
        RejectCode code = reason.code();
        return code == null
                || code == RejectCode.BUSY
                || code == RejectCode.TOO_LATE
                || code == RejectCode.NOT_A_HELLO;
    }

    /** The peer sends no more: that is the end of what needs it to. */
    void inputEnds(boolean wasShaking) {
        if (wasShaking) {
            end(remote("the peer closed the connection before the handshake was done"));
        } else if (state.isLasting()) {
            end(remote(PEER_CLOSED));
        } else {
            state.wire.faults(state.session.requests().end(remote(PEER_CLOSED)));
        }
    }

    /**
     * An attempt to resume has failed. The peer is not told: it may have resumed the session
     * already, and a reject would end it.
     */
    void unwelcome(String text) {
        end(breaks(text));
    }

    /** The connection is over, and its session waits for another. */
    void suspend(CloseReason reason) {
        state.phase = Phase.SUSPENDED;
        state.liveness.end();
        state.wire.holdBack();
        SessionOptions lasting = Objects.requireNonNull(state.options.sessions());
        state.session.suspend(Deadline.after(state.now, lasting.resumeTimeout()));
        state.wire.event(new Event.Suspended(reason));
    }

    /** This side ends it, for good. */
    void close(String why) {
        CloseReason reason = CloseReason.of(CloseReason.Kind.LOCAL, why);
        if (state.phase == Phase.OPEN) {
            state.wire.bye();
            state.saidBye = state.isLasting();
        } else if (!state.isOver() && state.isLasting()) {
            lose("this side closed the connection before the session was resumed", reason);
        }
        finish(reason);
    }

    /** The peer has resumed a session that cannot go on here, and would wait for this side. */
    void loseWelcomed(String text) {
        state.wire.bye();
        lost(text);
    }

    /** The peer knows nothing of the session: what was in it ends, and another begins. */
    void beginAnew() {
        String text = "the peer does not know it any more: it was started anew, or gave it up";
        tellLoss(text);
        SessionState lost = state.session;
        state.session = lost.next();
        state.wire.faults(lost.requests().end(lossOf(text)));
    }

    private static CloseReason lossOf(String text) {
        return breaks("the session is lost: " + text);
    }

    /** Whatever the user makes of the loss, it is over. */
    private void lose(String text, CloseReason reason) {
        try {
            tellLoss(text);
        } finally {
            finish(reason);
        }
    }

    private void tellLoss(String text) {
        Numbering numbering = state.session.numbering();
        if (numbering != null) {
            SessionLoss loss = new SessionLoss(text, numbering.unacknowledged());
            state.wire.event(new Event.SessionLost(loss));
        }
    }

    private void finish(CloseReason reason) {
        if (state.isOver()) {
            return;
        }
        state.phase = Phase.CLOSED;
        state.closed = reason;
        state.wire.cut();
        if (state.plain != null) {
            state.plain.end();
        }
        try {
            state.wire.faults(state.session.requests().end(reason));
        } finally {
            state.wire.event(new Event.Closed(reason));
        }
    }

    @Override
    public void broken(String text) {
        // A peer that had said its last and hangs up while it is answered breaks nothing.
        end(state.inputEnded ? remote(PEER_CLOSED) : breaks(text));
    }

    @Override
    public void ended(CloseReason reason) {
        Numbering numbering = state.session.numbering();
        if (numbering != null && numbering.unacknowledged() > 0) {
            lose(reason.text(), reason);
        }
        finish(reason);
    }

    @Override
    public void lost(String text) {
        if (!state.isOver() && state.isLasting()) {
            if (state.phase == Phase.OPEN) {
                state.wire.bye();
            }
            lose(text, lossOf(text));
        }
    }

    @Override
    public void away(long millis) {
        state.liveness.away(millis, state.now);
    }
}
