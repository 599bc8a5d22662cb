package dev.gdwire.protocol;

/**
 * A value that its schema does not allow. Constructors of generated records throw it, so that a
 * record that exists is valid. Its text is {@code PATH: expected EXPECTED, got ACTUAL}, such as
 * {@code units[3].hp: expected at least 0, got -1}.
 */
public final class InvalidValueException extends GdwireException {
    private static final long serialVersionUID = 1;

    private final String path;
    private final String expected;
    private final String actual;

    /**
     * An exception for one place.
     *
     * @param path the place, seen from the value that was to be made, such as {@code units[3].hp};
     *     empty for the value itself
     * @param expected what the schema asks for there
     * @param actual what was there
     */
    public InvalidValueException(String path, String expected, String actual) {
        super((path.isEmpty() ? "" : path + ": ") + "expected " + expected + ", got " + actual);
        this.path = path;
        this.expected = expected;
        this.actual = actual;
    }

    /** The place, such as {@code units[3].hp}; empty for the value itself. */
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
