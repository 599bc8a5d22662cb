package dev.gdwire.transport.internal;

/** The session has gone on to another connection: the command is to be given there. */
public final class MovedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Without a stack trace: it is no fault. */
    public MovedException() {
        super("the session is carried by another connection now", null, false, false);
    }
}
