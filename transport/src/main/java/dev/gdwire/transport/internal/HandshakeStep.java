package dev.gdwire.transport.internal;

import dev.gdwire.protocol.core.Session;
import dev.gdwire.transport.CloseReason;
import dev.gdwire.transport.PeerInfo;
import org.jspecify.annotations.Nullable;

/** What a line of the peer led to. */
public sealed interface HandshakeStep {
    /** The handshake goes on: it is the peer's turn. */
    record Wait() implements HandshakeStep {}

    /**
     * A peer fits that connected to this side, and is to be admitted and welcomed.
     *
     * @param session the session that it asks for; null if it can do without
     * @param silence what it has promised, in milliseconds; 0 if nothing
     */
    record Greeted(PeerInfo peer, @Nullable Session session, long silence)
            implements HandshakeStep {}

    /**
     * The peer has welcomed this side: the connection is open.
     *
     * @param session the session that it carries; null if none
     * @param silence what the peer has promised, in milliseconds; 0 if nothing
     */
    record Welcomed(PeerInfo peer, @Nullable Session session, long silence)
            implements HandshakeStep {}

    /** The peer is plain; its line is still to be read as such. */
    record Plain() implements HandshakeStep {}

    /**
     * An attempt to resume a session has failed, and the peer is not told; another may go better.
     */
    record Failed(String text) implements HandshakeStep {}

    /** The peer has resumed a session that cannot go on: it does not fit any more. */
    record Misfit(String text) implements HandshakeStep {}

    /** The connection is over. */
    record Close(CloseReason reason) implements HandshakeStep {}
}
