package dev.gdwire.integration.attack;

/** A process that is attacked. */
interface Target extends AutoCloseable {
    /** The port that it listens on. */
    int port();

    /** How honest peers connect to it. */
    default Dial dial() {
        return Dial.plain(port());
    }

    /** What it has in use now. */
    Footprint footprint();

    /** Whether it still runs. */
    boolean isAlive();

    /** The end of what it has printed, for people. */
    String output();

    /** Ends it at once, whatever it does. */
    void kill();

    /**
     * Ends it.
     *
     * @throws AssertionError if it has left something behind
     */
    @Override
    void close();
}
