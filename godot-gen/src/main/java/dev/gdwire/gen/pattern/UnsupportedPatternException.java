package dev.gdwire.gen.pattern;

/** A pattern that cannot be said alike in all three dialects; the message says which part. */
public sealed class UnsupportedPatternException extends Exception permits NoPatternException {
    private static final long serialVersionUID = 1;

    UnsupportedPatternException(String message) {
        super(message);
    }
}
