package dev.gdwire.transport;

import dev.gdwire.protocol.GdwireException;

/** The answer to a request was no valid reply. */
public final class BadReplyException extends GdwireException {
    private static final long serialVersionUID = 1;

    /** An exception that says what was wrong, where, and what to do. */
    public BadReplyException(String message) {
        super(message);
    }
}
