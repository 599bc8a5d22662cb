package dev.gdwire.gen.ir;

/** Which side may send a message: {@code x-gdwire.from}. */
public enum Sender {
    JAVA,
    GODOT,
    BOTH
}
