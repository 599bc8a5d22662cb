package dev.gdwire.transport;

import dev.gdwire.protocol.GdwireException;

/** The connection has ended. */
public final class ConnectionClosedException extends GdwireException {
    private static final long serialVersionUID = 1;

    /** An exception that says what was wrong, where, and what to do. */
    public ConnectionClosedException(String message) {
        super(message);
    }
}
