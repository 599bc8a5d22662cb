package dev.gdwire.transport.internal;

import dev.gdwire.protocol.Message;
import dev.gdwire.protocol.Protocol;
import dev.gdwire.protocol.core.Ack;
import dev.gdwire.protocol.core.Bye;
import dev.gdwire.protocol.core.CoreMessage;
import dev.gdwire.protocol.core.CoreProtocol;
import dev.gdwire.protocol.json.FieldName;
import dev.gdwire.protocol.json.JsonOutput;
import dev.gdwire.transport.EngineOutput;
import dev.gdwire.transport.Event;
import dev.gdwire.transport.Problem;
import dev.gdwire.transport.ProblemKind;
import dev.gdwire.transport.SendException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The way out of an engine: lines within the peer's limit, and events. */
public final class Wire {
    private static final FieldName ID = FieldName.of("$id");
    private static final FieldName RE = FieldName.of("$re");
    private static final FieldName SEQ = FieldName.of("$seq");
    private static final FieldName ACK = FieldName.of("$ack");
    private static final byte[] EMPTY_LINE = {'\n'};

    /** An error of so few bytes is sent whatever may be kept: somebody waits for it. */
    private static final int MUST_FIT = 1024;

    private final EngineOutput output;
    private long peerMaxFrame = Long.MAX_VALUE;
    private boolean usesBlobs;
    private long lineCount;

    /** The numbers of the session that the lines belong to; null if they have none. */
    private @Nullable Numbering numbering;

    /** Where numbered lines are written while no connection carries them; else null. */
    private @Nullable JsonOutput aside;

    /** Nothing goes to the peer any more. */
    private boolean cut;

    /** Something other than signs of life has travelled. */
    private boolean talked;

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

    /** From now on lines have the numbers of a session; null: of none. */
    public void number(@Nullable Numbering numbers) {
        numbering = numbers;
    }

    /** From now on numbered lines are only kept. */
    public void holdBack() {
        aside = new JsonOutput();
    }

    /** Writes the lines that are kept, and from now on each at once. */
    public void resume() {
        aside = null;
        if (numbering != null) {
            byte[] kept = numbering.kept();
            output.lines().raw(kept);
            output.linesWrittenAgain(kept.length);
        }
    }

    /** From now on nothing goes to the peer. */
    public void cut() {
        cut = true;
    }

    /** How many lines were written; those that are only kept do not count. */
    public long lineCount() {
        return lineCount;
    }

    /** Tells the user something that the peer said, or that became of the connection. */
    public void event(Event event) {
        talked |= !(event instanceof Event.Pong);
        output.event(event);
    }

    /** Tells the user of a problem. */
    public void problem(Problem problem) {
        output.event(new Event.ProblemEvent(problem));
    }

    /** Tells the user that completions of its own have thrown. */
    public void faults(List<Requests.Fault> faults) {
        for (Requests.Fault fault : faults) {
            String text = "the completion of request %d failed: %s";
            problem(
                    Problem.of(
                                    ProblemKind.HANDLER_FAILED,
                                    text.formatted(fault.id(), fault.cause()))
                            .withCause(fault.cause()));
        }
    }

    /**
     * Whether messages have travelled since the last call, either way: lines that are only signs of
     * life, or cannot be used, are none.
     */
    boolean takeTalked() {
        boolean since = talked;
        talked = false;
        return since;
    }

    /** Sends a message that is neither a request nor an answer. */
    <M extends Message> void message(Protocol<M> protocol, M message) {
        send(protocol, message, null, 0);
    }

    /** The same outside of a session's numbers: it is lost with its connection. */
    <M extends Message> void droppable(Protocol<M> protocol, M message) {
        Numbering numbers = numbering;
        numbering = null;
        try {
            send(protocol, message, null, 0);
        } finally {
            numbering = numbers;
        }
    }

    /** Sends a request. */
    <M extends Message> void request(Protocol<M> protocol, M message, long id) {
        send(protocol, message, ID, id);
    }

    /** Sends the answer to a request. */
    <M extends Message> void answer(Protocol<M> protocol, M message, long id) {
        send(protocol, message, RE, id);
    }

    private <M extends Message> void send(
            Protocol<M> protocol, M message, @Nullable FieldName key, long value) {
        JsonOutput lines = aside == null ? output.lines() : aside;
        int start = written(lines, protocol, message, key, value);
        if (!fits(lines.size() - start)) {
            throw tooLong(lines, start, " " + message.getClass().getSimpleName());
        }
        if (numbering != null && !numbering.canKeep(lines.size() - start)) {
            throw tooLongToKeep(lines, start, message.getClass().getSimpleName(), numbering);
        }
        finish(lines, start);
    }

    /** Sends a message of the library's own, which every peer accepts. */
    void core(CoreMessage message) {
        core(message, null);
    }

    private void core(CoreMessage message, @Nullable Numbering told) {
        if (cut) {
            return;
        }
        JsonOutput lines = output.lines();
        int start = lines.size();
        lines.startLine();
        CoreProtocol.INSTANCE.encode(message, lines);
        if (told != null && told.received() > 0) {
            lines.addMember(ACK, told.received());
            told.tell();
        }
        lines.endLine(start);
        passOn(lines.size() - start);
    }

    /** Tells the peer which lines of its session were taken. */
    public void acknowledge() {
        core(Ack.of(), numbering);
    }

    /** Ends the session, if there is one. */
    public void bye() {
        if (numbering != null) {
            core(Bye.of(), numbering);
        }
    }

    /** Says that this side is there. */
    public void signOfLife() {
        output.lines().raw(EMPTY_LINE);
        passOn(EMPTY_LINE.length);
    }

    private void passOn(int length) {
        lineCount++;
        output.lineWritten(length);
    }

    /**
     * Sends a message of the library's own if the peer accepts as much, and it can be kept.
     *
     * @param re id of the request that it answers; 0 if it answers none
     * @return false if it is too long, and was not sent
     */
    boolean coreIfItFits(CoreMessage message, long re) {
        boolean numbered = re > 0 && numbering != null;
        if (cut && !numbered) {
            return true;
        }
        JsonOutput lines = numbered && aside != null ? aside : output.lines();
        int start = lines.size();
        if (re > 0) {
            written(lines, CoreProtocol.INSTANCE, message, RE, re);
        } else {
            lines.startLine();
            CoreProtocol.INSTANCE.encode(message, lines);
            lines.endLine(start);
        }
        int length = lines.size() - start;
        boolean isKept = !numbered || length <= MUST_FIT || numbering.canKeep(length);
        if (!fits(length) || !isKept) {
            lines.cut(start);
            return false;
        }
        if (numbered) {
            finish(lines, start);
        } else {
            passOn(length);
        }
        return true;
    }

    /** Sends a line that has its newline. */
    void line(byte[] line) {
        JsonOutput lines = output.lines();
        int start = lines.size();
        lines.raw(line);
        if (!fits(line.length)) {
            throw tooLong(lines, start, "");
        }
        talked = true;
        passOn(line.length);
    }

    /** Where the line starts that was written. */
    private <M extends Message> int written(
            JsonOutput lines,
            Protocol<M> protocol,
            M message,
            @Nullable FieldName key,
            long value) {
        int start = lines.size();
        if (usesBlobs) {
            lines.startLineOfBlobs();
            if (isWritten(lines, protocol, message, key, value)) {
                return start;
            }
        }
        lines.startLine();
        isWritten(lines, protocol, message, key, value);
        return start;
    }

    private <M extends Message> boolean isWritten(
            JsonOutput lines,
            Protocol<M> protocol,
            M message,
            @Nullable FieldName key,
            long value) {
        int start = lines.size();
        protocol.encode(message, lines);
        if (key != null) {
            lines.addMember(key, value);
        }
        if (numbering != null) {
            lines.addMember(SEQ, numbering.next());
            if (numbering.isNews()) {
                lines.addMember(ACK, numbering.received());
            }
        }
        return lines.endLine(start);
    }

    /** A line of the user's stands in an output, and goes on its way. */
    private void finish(JsonOutput lines, int start) {
        talked = true;
        if (numbering != null) {
            numbering.keep(lines, start);
            if (lines == aside) {
                lines.clear();
                return;
            }
            numbering.tell();
        }
        passOn(lines.size() - start);
    }

    private SendException tooLong(JsonOutput lines, int start, String name) {
        int length = lines.size() - start;
        lines.cut(start);
        return new SendException(
                "The message%s has %d bytes, and the peer accepts lines of at most %d: send less at once, or raise the peer's limit."
                        .formatted(name, length - 1, peerMaxFrame));
    }

    private static SendException tooLongToKeep(
            JsonOutput lines, int start, String name, Numbering numbers) {
        int length = lines.size() - start;
        lines.cut(start);
        return new SendException(
                "The message %s has %d bytes, and a session keeps at most %d until the peer acknowledges them: send less at once, or raise the limit (keptBytes)."
                        .formatted(name, length, numbers.limit()));
    }

    private boolean fits(int length) {
        return length - 1L <= peerMaxFrame;
    }
}
