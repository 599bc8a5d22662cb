package dev.gdwire.transport;

import dev.gdwire.protocol.GdwireException;

/** A certificate, key or pin cannot be used for TLS. */
public final class TlsException extends GdwireException {
    private static final long serialVersionUID = 1;

    /** An exception that says what was wrong, where, and what to do. */
    public TlsException(String message) {
        super(message);
    }

    /** An exception that says what was wrong, with its cause. */
    public TlsException(String message, Throwable cause) {
        super(message, cause);
    }
}
