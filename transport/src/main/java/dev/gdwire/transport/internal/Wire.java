package dev.gdwire.transport.internal;

import dev.gdwire.protocol.Message;
import dev.gdwire.protocol.Protocol;
import dev.gdwire.protocol.core.CoreMessage;
import dev.gdwire.protocol.core.CoreProtocol;
import dev.gdwire.protocol.json.FieldName;
import dev.gdwire.protocol.json.JsonOutput;
import dev.gdwire.transport.EngineOutput;
import dev.gdwire.transport.Event;
import dev.gdwire.transport.Problem;
import dev.gdwire.transport.SendException;
import org.jspecify.annotations.Nullable;

/** The way out of an engine: lines within the peer's limit, and events. */
public final class Wire {
    private static final FieldName ID = FieldName.of("$id");
    private static final FieldName RE = FieldName.of("$re");

    private final EngineOutput output;
    private long peerMaxFrame = Long.MAX_VALUE;
    private boolean usesBlobs;

    /** A way out that knows no limit yet. */
    public Wire(EngineOutput output) {
        this.output = output;
    }

    /** Sets the longest line that the peer accepts. */
    public void limit(long maxFrame) {
        peerMaxFrame = maxFrame;
    }

    /** From now on packed values of many bytes go before their lines, as blobs. */
    public void useBlobs() {
        usesBlobs = true;
    }

    /** Tells the user something. */
    public void event(Event event) {
        output.event(event);
    }

    /** Tells the user of a problem. */
    public void problem(Problem problem) {
        output.event(new Event.ProblemEvent(problem));
    }

    /** Sends a message that is neither a request nor an answer. */
    <M extends Message> void message(Protocol<M> protocol, M message) {
        finish(written(protocol, message, null, 0));
    }

    /** Sends a request. */
    <M extends Message> void request(Protocol<M> protocol, M message, long id) {
        finish(written(protocol, message, ID, id));
    }

    /** Sends the answer to a request. */
    <M extends Message> void answer(Protocol<M> protocol, M message, long id) {
        finish(written(protocol, message, RE, id));
    }

    /** Sends a message of the library's own, which every peer accepts. */
    void core(CoreMessage message) {
        int start = written(CoreProtocol.INSTANCE, message, null, 0);
        output.lineWritten(output.lines().size() - start);
    }

    /**
     * Sends a message of the library's own if the peer accepts as much.
     *
     * @param re id of the request that it answers; 0 if it answers none
     * @return false if it is too long, and was not sent
     */
    boolean coreIfItFits(CoreMessage message, long re) {
        int start = written(CoreProtocol.INSTANCE, message, re > 0 ? RE : null, re);
        JsonOutput lines = output.lines();
        if (!fits(lines.size() - start)) {
            lines.cut(start);
            return false;
        }
        output.lineWritten(lines.size() - start);
        return true;
    }

    /** Sends a line that has its newline. */
    void line(byte[] line) {
        int start = output.lines().size();
        output.lines().raw(line);
        finish(start);
    }

    /** Where the line starts that was written. */
    private <M extends Message> int written(
            Protocol<M> protocol, M message, @Nullable FieldName key, long value) {
        JsonOutput lines = output.lines();
        int start = lines.size();
        if (usesBlobs) {
            lines.startLineOfBlobs();
            if (isWritten(protocol, message, key, value)) {
                return start;
            }
        }
        lines.startLine();
        isWritten(protocol, message, key, value);
        return start;
    }

    private <M extends Message> boolean isWritten(
            Protocol<M> protocol, M message, @Nullable FieldName key, long value) {
        JsonOutput lines = output.lines();
        int start = lines.size();
        protocol.encode(message, lines);
        if (key != null) {
            lines.addMember(key, value);
        }
        return lines.endLine(start);
    }

    private void finish(int start) {
        JsonOutput lines = output.lines();
        int length = lines.size() - start;
        if (!fits(length)) {
            lines.cut(start);
            throw new SendException(
                    "The message has %d bytes, and the peer accepts lines of at most %d: send less at once, or raise the peer's limit."
                            .formatted(length - 1, peerMaxFrame));
        }
        output.lineWritten(length);
    }

    private boolean fits(int length) {
        return length - 1L <= peerMaxFrame;
    }
}
