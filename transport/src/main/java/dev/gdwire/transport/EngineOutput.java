package dev.gdwire.transport;

/** Takes what an engine puts out. Called within the engine's methods, never by another thread. */
public interface EngineOutput {
    /** A line for the peer, with its newline. The array is the receiver's to keep. */
    void line(byte[] line);

    /** Something happened. */
    void event(Event event);
}
