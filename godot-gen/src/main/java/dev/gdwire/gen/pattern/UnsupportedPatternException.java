package dev.gdwire.gen.pattern;

/** A pattern that cannot be said alike in all three dialects; the message says which part. */
public final class UnsupportedPatternException extends Exception {
    private static final long serialVersionUID = 1;

    UnsupportedPatternException(String message) {
        super(message);
    }
}
