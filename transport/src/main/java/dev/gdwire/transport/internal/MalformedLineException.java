package dev.gdwire.transport.internal;

/** A line that is no JSON object in UTF-8. */
public final class MalformedLineException extends Exception {
    private static final long serialVersionUID = 1;

    MalformedLineException(String message) {
        // Without a trace, which would be most of the work: it says nothing, and peers decide how
        // many.
        super(message, null, false, false);
    }
}
