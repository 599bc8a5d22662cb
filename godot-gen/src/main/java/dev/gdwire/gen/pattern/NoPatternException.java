package dev.gdwire.gen.pattern;

/** A text that is no pattern of ECMA 262, in the dialect in which it was read. */
final class NoPatternException extends UnsupportedPatternException {
    private static final long serialVersionUID = 1;

    NoPatternException(String message) {
        super(message);
    }
}
