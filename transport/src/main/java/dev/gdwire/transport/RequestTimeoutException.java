package dev.gdwire.transport;

import dev.gdwire.protocol.GdwireException;

/** No answer came in time. */
public final class RequestTimeoutException extends GdwireException {
    private static final long serialVersionUID = 1;

    /** An exception that says what was wrong, where, and what to do. */
    public RequestTimeoutException(String message) {
        super(message);
    }
}
