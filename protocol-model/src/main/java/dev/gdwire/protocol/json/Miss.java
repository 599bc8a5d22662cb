package dev.gdwire.protocol.json;

/** What is thrown when a value is given up; it has no trace, and costs next to nothing. */
public final class Miss extends RuntimeException {
    static final Miss INSTANCE = new Miss();

    private static final long serialVersionUID = 1;

    private Miss() {
        super("read it from its start in another way", null, false, false);
    }
}
