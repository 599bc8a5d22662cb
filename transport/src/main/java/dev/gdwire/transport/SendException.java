package dev.gdwire.transport;

import dev.gdwire.protocol.GdwireException;

/**
 * A message that cannot be sent on this connection: too long for the peer, or none of its
 * protocols'.
 */
public final class SendException extends GdwireException {
    private static final long serialVersionUID = 1;

    /** An exception that says what was wrong, where, and what to do. */
    public SendException(String message) {
        super(message);
    }
}
