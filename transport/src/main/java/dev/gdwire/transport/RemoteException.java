package dev.gdwire.transport;

import dev.gdwire.protocol.GdwireException;
import dev.gdwire.protocol.core.ErrorCode;

/** The peer answered a request with an error. */
public final class RemoteException extends GdwireException {
    private static final long serialVersionUID = 1;

    private final ErrorCode code;

    /** An exception with the peer's words, and the code. */
    public RemoteException(String message, ErrorCode code) {
        super(message);
        this.code = code;
    }

    /** What was wrong. */
    public ErrorCode code() {
        return code;
    }
}
