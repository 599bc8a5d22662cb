package dev.gdwire.transport;

import dev.gdwire.protocol.core.Reject;
import dev.gdwire.protocol.core.RejectCode;
import dev.gdwire.protocol.json.Blobs;
import dev.gdwire.transport.EngineState.Phase;
import dev.gdwire.transport.internal.Handshake;
import dev.gdwire.transport.internal.NoTlsException;
import dev.gdwire.transport.internal.ParsedLine;
import org.jspecify.annotations.Nullable;

/**
 * What comes from the peer: bytes make lines, and those go to whom they are meant for. Nothing of
 * them counts once the connection is over.
 */
final class EngineReader implements EngineLines.Taker {
    private final EngineState state;
    private final EngineEnds ends;
    private final EngineLines lines;
    private final LineDecoder decoder;
    private final EngineOpening opening;
    private boolean heard;

    EngineReader(EngineState state, EngineEnds ends, Handshake handshake) {
        this.state = state;
        this.ends = ends;
        Limits limits = state.options.limits();
        lines = new EngineLines(limits, this);
        decoder = new LineDecoder(limits.frame(), lines);
        opening = new EngineOpening(state, ends, decoder, handshake);
    }

    /** How the connection opens, whose lines come here. */
    EngineOpening opening() {
        return opening;
    }

    /** How many lines came, whatever became of them. */
    long count() {
        return lines.count();
    }

    /** How long the line is that is being taken, with its blobs; 0 between lines. */
    int lineBytes() {
        return lines.lineBytes();
    }

    /** Takes bytes, cut anywhere. */
    void receive(byte[] bytes, int offset, int length) {
        if (!heard && length > 0 && !state.isDeaf()) {
            heard = true;
            if (NoTlsException.isRecord(bytes[offset])) {
                opening.refuse(RejectCode.NOT_A_HELLO, NoTlsException.PEER_HAS_TLS);
            }
        }
        if (!isOver()) {
            state.liveness.heard(state.now);
            decoder.feed(bytes, offset, length);
        }
    }

    /** No more will come; requests that wait for answers end, and so does what is not open yet. */
    void end() {
        if (state.isDeaf() || state.inputEnded) {
            return;
        }
        state.inputEnded = true;
        boolean wasShaking = state.isShaking();
        decoder.end();
        ends.inputEnds(wasShaking);
    }

    /** Nothing more counts, not even what the peer of a closed session says that it has taken. */
    @Override
    public boolean isOver() {
        return state.isDeaf() && !state.hearsLastWords();
    }

    @Override
    public boolean usual(byte[] bytes, int offset, int length, @Nullable Blobs blobs) {
        if (state.hearsLastWords()) {
            return false;
        }
        state.liveness.heardLine(state.now);
        Reject stranger = state.first.refuse(bytes, offset, length);
        if (stranger != null) {
            opening.refuse(stranger);
            return true;
        }
        if (state.phase == Phase.HANDSHAKE) {
            return opening.usual(bytes, offset, length);
        }
        return state.phase == Phase.OPEN
                && state.conversation != null
                && state.conversation.incoming().usual(bytes, offset, length, blobs, state.now);
    }

    @Override
    public void object(ParsedLine line) {
        if (state.hearsLastWords()) {
            if (state.conversation != null) {
                state.conversation.incoming().lastWords(line.object());
            }
        } else if (state.phase == Phase.HANDSHAKE) {
            opening.object(line);
            if (state.phase == Phase.PLAIN) {
                plain(line);
            }
        } else if (state.phase == Phase.GREETED) {
            opening.refuse(RejectCode.NOT_A_HELLO, "a line came before the welcome");
        } else if (state.phase == Phase.PLAIN) {
            plain(line);
        } else if (state.conversation != null) {
            state.conversation.incoming().object(line, state.now);
        }
    }

    private void plain(ParsedLine line) {
        Reject late = state.first.late(line.object());
        state.first.came();
        if (late != null) {
            opening.refuse(late);
        } else if (line.overLimit() != null) {
            String text = String.valueOf(line.overLimit().getMessage());
            state.plainTalk().unusable(ProblemKind.INVALID_MESSAGE, text, line.excerpt().get());
        } else {
            state.plainTalk().object(line.object()).ifPresent(ends::end);
        }
    }

    @Override
    public void unusable(ProblemKind kind, String text, @Nullable String excerpt) {
        if (state.hearsLastWords()) {
            return;
        }
        state.liveness.heardLine(state.now);
        boolean early = state.phase == Phase.HANDSHAKE || state.first.isAwaited();
        state.first.came();
        if (state.phase == Phase.HANDSHAKE && state.isLasting()) {
            ends.unwelcome("the first line of the peer came damaged: " + text);
            return;
        }
        if (early && kind == ProblemKind.TOO_LONG) {
            opening.refuseTooLong();
            return;
        }
        if (state.isShaking()) {
            opening.unusable(() -> String.valueOf(excerpt));
        }
        if (state.phase == Phase.PLAIN) {
            state.plainTalk().unusable(kind, text, excerpt);
        } else if (state.phase == Phase.OPEN && state.conversation != null) {
            state.conversation.incoming().unusable(kind, text, excerpt, state.now);
        }
    }

    @Override
    public void problem(Problem problem) {
        // The line that was cut off comes again where a session goes on.
        if (!state.hearsLastWords()
                && !(state.isLasting() && problem.kind() == ProblemKind.TRUNCATED)) {
            state.wire.problem(problem);
        }
    }
}
