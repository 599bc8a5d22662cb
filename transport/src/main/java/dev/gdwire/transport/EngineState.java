package dev.gdwire.transport;

import dev.gdwire.transport.internal.Conversation;
import dev.gdwire.transport.internal.FirstLine;
import dev.gdwire.transport.internal.Idleness;
import dev.gdwire.transport.internal.Liveness;
import dev.gdwire.transport.internal.MovedException;
import dev.gdwire.transport.internal.PlainTalk;
import dev.gdwire.transport.internal.SessionState;
import dev.gdwire.transport.internal.Wire;
import org.jspecify.annotations.Nullable;

/** What an engine knows: its parts change it, each within one of the engine's methods. */
final class EngineState {
    /** How far a connection has come. */
    enum Phase {
        NEW,
        HANDSHAKE,
        /** A peer has said hello, and somebody else finds out what becomes of it. */
        GREETED,
        OPEN,
        PLAIN,
        SUSPENDED,
        CLOSED,
        /** Another engine has the session. */
        MOVED
    }

    final EngineOptions options;
    final EngineOutput output;
    final Wire wire;
    final FirstLine first;
    final Liveness liveness;
    final Idleness idleness;
    SessionState session = new SessionState();
    Phase phase = Phase.NEW;

    /** The time of the call that is going on. */
    long now;

    @Nullable Conversation conversation;
    @Nullable PlainTalk plain;
    @Nullable CloseReason closed;

    /** The peer sends no more. */
    boolean inputEnded;

    /** This side has told the peer of a session that it closes it. */
    boolean saidBye;

    EngineState(EngineOptions options, EngineOutput output) {
        this.options = options;
        this.output = output;
        wire = new Wire(output);
        first = new FirstLine(options);
        liveness = new Liveness(options.silence());
        idleness = new Idleness(options.limits().idle(), wire);
    }

    /** Whether the session may outlive the connection. */
    boolean isLasting() {
        return session.numbering() != null;
    }

    /** Whether it is not settled yet what becomes of the peer. */
    boolean isShaking() {
        return phase == Phase.HANDSHAKE || phase == Phase.GREETED;
    }

    /** Whether a line that is sent now goes to the peer over this connection. */
    boolean isOpen() {
        return phase == Phase.OPEN || phase == Phase.PLAIN;
    }

    boolean isOver() {
        return phase == Phase.CLOSED || phase == Phase.MOVED;
    }

    /** Whether this side has closed a session, whose peer may still say what it has taken. */
    boolean hearsLastWords() {
        return saidBye && phase == Phase.CLOSED;
    }

    /** Whether nothing more comes by this connection. */
    boolean isDeaf() {
        return phase == Phase.SUSPENDED || isOver();
    }

    /** The conversation, to send by. */
    Conversation talk() {
        if (conversation == null || plain != null || isOver()) {
            throw notOpen("The peer is plain: it takes JSON objects only.");
        }
        return conversation;
    }

    /** The talk with a plain peer, to send by. */
    PlainTalk plainTalk() {
        if (plain == null || phase == Phase.CLOSED) {
            throw notOpen("The peer is not plain: send it messages of its protocols.");
        }
        return plain;
    }

    void requireHere() {
        if (phase == Phase.MOVED) {
            throw new MovedException();
        }
    }

    private RuntimeException notOpen(String otherwise) {
        requireHere();
        if (closed != null) {
            return new ConnectionClosedException("The connection has ended: " + closed.text());
        }
        return isOpen()
                ? new SendException(otherwise)
                : new SendException("The handshake is not done yet.");
    }
}
