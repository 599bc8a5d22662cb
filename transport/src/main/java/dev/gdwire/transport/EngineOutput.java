package dev.gdwire.transport;

import dev.gdwire.protocol.json.JsonOutput;

/** Takes what an engine puts out. Called within the engine's methods, never by another thread. */
public interface EngineOutput {
    /**
     * Where the engine writes lines for the peer, one behind the other. The receiver takes them
     * when it likes, but not within the engine's methods.
     */
    JsonOutput lines();

    /**
     * A line has been written.
     *
     * @param length in bytes, with its newline
     */
    void lineWritten(int length);

    /** Something happened. */
    void event(Event event);
}
