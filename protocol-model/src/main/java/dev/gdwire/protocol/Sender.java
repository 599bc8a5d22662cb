package dev.gdwire.protocol;

/** Which side may send a message. */
public enum Sender {
    /** The Java program. */
    JAVA,
    /** The Godot game. */
    GODOT,
    /** Either. */
    BOTH
}
