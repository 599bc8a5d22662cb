package dev.gdwire.transport;

import dev.gdwire.protocol.GdwireException;

/** A connection could not be made. */
public final class ConnectException extends GdwireException {
    private static final long serialVersionUID = 1;

    /** An exception that says what was wrong, where, and what to do. */
    public ConnectException(String message) {
        super(message);
    }

    /** An exception that says what was wrong, with its cause. */
    public ConnectException(String message, Throwable cause) {
        super(message, cause);
    }
}
