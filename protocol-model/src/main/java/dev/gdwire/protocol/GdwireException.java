package dev.gdwire.protocol;

/** The root of all exceptions that Gdwire throws at its users. */
public class GdwireException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** An exception that says what was wrong, where, and what to do. */
    public GdwireException(String message) {
        super(message);
    }

    /** An exception that says what was wrong, with its cause. */
    public GdwireException(String message, Throwable cause) {
        super(message, cause);
    }
}
