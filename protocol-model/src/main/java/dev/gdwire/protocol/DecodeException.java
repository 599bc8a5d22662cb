package dev.gdwire.protocol;

/**
 * JSON that is no valid message. Its text is {@code PATH: expected EXPECTED, got ACTUAL}, such as
 * {@code $.units[3].hp: expected integer, got string}; the Godot side says the same words.
 */
public final class DecodeException extends GdwireException {
    private static final long serialVersionUID = 1;

    private final String path;
    private final String expected;
    private final String actual;

    /**
     * An exception for one place.
     *
     * @param path the place, from {@code $} for the message itself
     * @param expected what the schema asks for there
     * @param actual what was there
     */
    public DecodeException(String path, String expected, String actual) {
        super(path + ": expected " + expected + ", got " + actual);
        this.path = path;
        this.expected = expected;
        this.actual = actual;
    }

    /** The place, such as {@code $.units[3].hp}. */
    public String path() {
        return path;
    }

    /** What the schema asks for there. */
    public String expected() {
        return expected;
    }

    /** What was there. */
    public String actual() {
        return actual;
    }
}
