package dev.gdwire.protocol.codec;

/**
 * What is wrong with a value.
 *
 * @param path the place, seen from the value
 * @param depth how many steps the place is away from the value
 * @param expected what its rule asks for there
 * @param actual what is there
 */
record Fault(String path, int depth, String expected, String actual) {
    /** A fault of the value itself. */
    static Fault of(String expected, String actual) {
        return new Fault("", 0, expected, actual);
    }

    /** The same fault, seen from the value around it. */
    Fault inside(String step) {
        return new Fault(Words.join(step, path), depth + 1, expected, actual);
    }
}
