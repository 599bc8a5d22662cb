package dev.gdwire.transport;

import dev.gdwire.protocol.GdwireException;
import dev.gdwire.protocol.core.RejectCode;

/** One of the peers refused the other in the handshake. */
public final class RejectedException extends GdwireException {
    private static final long serialVersionUID = 1;

    private final RejectCode code;

    /** An exception with the reason in words, and its code. */
    public RejectedException(String message, RejectCode code) {
        super(message);
        this.code = code;
    }

    /** Why the peer was refused. */
    public RejectCode code() {
        return code;
    }
}
