package dev.gdwire.transport;

import dev.gdwire.protocol.json.JsonOutput;
import org.jspecify.annotations.Nullable;

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

    /**
     * Lines that were written to an earlier connection have been written once more, after a resume:
     * they wait for nobody who sends.
     *
     * @param length of all of them together, in bytes
     */
    default void linesWrittenAgain(int length) {
        lineWritten(length);
    }

    /**
     * A peer has said hello, or is plain, and nothing speaks against it so far. Called by an
     * acceptor, once a connection, and before the peer is told.
     *
     * @param session the session that it wants to resume; null if none
     * @return what becomes of it
     */
    default Admission greeted(@Nullable String session) {
        return new Admission.Take();
    }

    /** Something happened. */
    void event(Event event);
}
