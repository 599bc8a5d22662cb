package dev.gdwire.examples.arena;

/** A game that runs and listens on this machine. Closing it ends it, however often it is called. */
interface ArenaGame extends AutoCloseable {
    /** The port that it listens on. */
    int port();

    /** What it runs in, for people. */
    String place();

    /** What it said of its own trouble, in one line; empty when it said nothing. */
    String lastWords();

    @Override
    void close();
}
