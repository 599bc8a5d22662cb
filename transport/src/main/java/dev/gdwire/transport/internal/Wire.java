package dev.gdwire.transport.internal;

import dev.gdwire.protocol.core.CoreMessage;
import dev.gdwire.protocol.core.CoreProtocol;
import dev.gdwire.transport.EngineOutput;
import dev.gdwire.transport.Event;
import dev.gdwire.transport.Problem;
import dev.gdwire.transport.SendException;

/** The way out of an engine: lines within the peer's limit, and events. */
public final class Wire {
    private final EngineOutput output;
    private long peerMaxFrame = Long.MAX_VALUE;

    /** A way out that knows no limit yet. */
    public Wire(EngineOutput output) {
        this.output = output;
    }

    /** Sets the longest line that the peer accepts. */
    public void limit(long maxFrame) {
        peerMaxFrame = maxFrame;
    }

    /** Tells the user something. */
    public void event(Event event) {
        output.event(event);
    }

    /** Tells the user of a problem. */
    public void problem(Problem problem) {
        output.event(new Event.ProblemEvent(problem));
    }

    /** Sends a line that has its newline. */
    public void line(byte[] line) {
        if (!fits(line)) {
            throw new SendException(
                    "The message has %d bytes, and the peer accepts lines of at most %d: send less at once, or raise the peer's limit."
                            .formatted(line.length - 1, peerMaxFrame));
        }
        output.line(line);
    }

    /** Sends a message of the library's own. */
    void core(CoreMessage message) {
        output.line(JsonLines.line(CoreProtocol.INSTANCE.encode(message)));
    }

    boolean fits(byte[] line) {
        return line.length - 1L <= peerMaxFrame;
    }
}
