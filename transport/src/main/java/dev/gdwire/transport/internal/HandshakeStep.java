package dev.gdwire.transport.internal;

import dev.gdwire.transport.CloseReason;
import dev.gdwire.transport.PeerInfo;

/** What a line of the peer led to. */
public sealed interface HandshakeStep {
    /** The handshake goes on: it is the peer's turn. */
    record Wait() implements HandshakeStep {}

    /** The connection is open. */
    record Open(PeerInfo peer) implements HandshakeStep {}

    /** The peer is plain; its line is still to be read as such. */
    record Plain() implements HandshakeStep {}

    /** The connection is over. */
    record Close(CloseReason reason) implements HandshakeStep {}
}
