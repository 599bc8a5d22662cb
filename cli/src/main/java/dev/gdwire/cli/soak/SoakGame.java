package dev.gdwire.cli.soak;

import java.util.List;
import java.util.OptionalLong;

/** The game that the Java side talks to. */
interface SoakGame extends AutoCloseable {
    /** Where it listens on the loopback address. */
    int port();

    /** For people, such as which Godot. */
    String name();

    /** Its process, if it has one of its own. */
    OptionalLong process();

    /** What it complained of outside the conversation, the first of it. */
    List<String> complaints();

    @Override
    void close();
}
