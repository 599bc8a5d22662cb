package dev.gdwire.transport;

import dev.gdwire.protocol.GdwireException;

/** A server could not listen. */
public final class ListenException extends GdwireException {
    private static final long serialVersionUID = 1;

    /** An exception that says what was wrong, where, and what to do. */
    public ListenException(String message) {
        super(message);
    }

    /** An exception that says what was wrong, with its cause. */
    public ListenException(String message, Throwable cause) {
        super(message, cause);
    }
}
