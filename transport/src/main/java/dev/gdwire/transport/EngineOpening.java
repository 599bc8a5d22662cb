package dev.gdwire.transport;

import dev.gdwire.protocol.core.Reject;
import dev.gdwire.protocol.core.RejectCode;
import dev.gdwire.protocol.core.Session;
import dev.gdwire.transport.EngineState.Phase;
import dev.gdwire.transport.internal.Conversation;
import dev.gdwire.transport.internal.Deadline;
import dev.gdwire.transport.internal.FirstLine;
import dev.gdwire.transport.internal.Handshake;
import dev.gdwire.transport.internal.HandshakeStep;
import dev.gdwire.transport.internal.Numbering;
import dev.gdwire.transport.internal.ParsedLine;
import dev.gdwire.transport.internal.PlainTalk;
import dev.gdwire.transport.internal.SessionState;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How an engine opens: by a handshake, with a new session or one that goes on, or plainly. */
final class EngineOpening {
    static final String OLD_HELLO = "the session has gone on since this hello";

    private final EngineState state;
    private final EngineEnds ends;
    private final LineDecoder decoder;
    private final Handshake handshake;
    private long deadline = Long.MAX_VALUE;
    private HandshakeStep.@Nullable Greeted greeted;

    EngineOpening(EngineState state, EngineEnds ends, LineDecoder decoder, Handshake handshake) {
        this.state = state;
        this.ends = ends;
        this.decoder = decoder;
        this.handshake = handshake;
    }

    void start() {
        PlainMode mode = state.options.plain();
        if (mode == PlainMode.PLAIN || mode == PlainMode.PACED) {
            openPlain();
            return;
        }
        state.phase = Phase.HANDSHAKE;
        if (!state.first.isAwaited()) {
            decoder.narrow(Handshake.MAX_FRAME);
        }
        deadline = Deadline.after(state.now, state.options.limits().handshake());
        handshake.start(state.session.numbering());
    }

    /** When the handshake has to be done. */
    long deadline() {
        return deadline;
    }

    /** The handshake was not done in time. */
    void isLate() {
        if (state.isLasting()) {
            ends.unwelcome("the peer did not welcome this side in time");
            return;
        }
        if (state.first.isAwaited() && !decoder.isInsideLine()) {
            // It may wait for this side to speak first, as programs without Gdwire do.
            openPlain();
            return;
        }
        String text =
                decoder.isInsideLine()
                        ? "the first line was not whole within %d ms: end each line with a newline"
                        : "the handshake was not done within %d ms";
        long timeout = state.options.limits().handshake().toMillis();
        refuse(RejectCode.TOO_LATE, text.formatted(timeout));
    }

    /** Goes on with a session, before the peer has agreed to it: what is sent meanwhile is kept. */
    void adopt(SessionState resumed) {
        state.session = resumed;
        PeerInfo peer = Objects.requireNonNull(resumed.peer(), "the session was open");
        state.wire.number(resumed.numbering());
        state.wire.holdBack();
        // What the peer takes is as before: what is kept until it welcomes this side has to fit.
        suit(peer);
        state.conversation = conversation(peer);
    }

    /** Admits a peer that waits for it, to begin anew. */
    void admit() {
        if (state.phase == Phase.GREETED) {
            welcome();
        }
    }

    /** Admits a peer that waits for it, and goes on with a session of its. */
    void admit(SessionState resumed) {
        HandshakeStep.Greeted hello = hello();
        adopt(resumed);
        if (state.phase != Phase.GREETED) {
            // The peer has gone meanwhile; it may come again.
            ends.suspend(EngineEnds.remote(EngineEnds.PEER_CLOSED));
            return;
        }
        Numbering numbering = Objects.requireNonNull(resumed.numbering());
        long received = wantedReceived();
        if (!resumed.fits(hello.peer())) {
            ends.lost("the peer carries other protocols or features now");
        } else if (numbering.isPast(received)) {
            // A hello that was held up on its way, or one that somebody says again.
            refuse(RejectCode.TOO_LATE, OLD_HELLO);
        } else if (!numbering.resume(received)) {
            ends.lost(impossible(received));
        } else {
            handshake.welcome(hello.peer(), numbering);
            resume(hello.peer(), hello.silence());
        }
    }

    void refuse(RejectCode code, String text) {
        step(handshake.refuse(code, text));
    }

    void refuse(Reject reject) {
        step(handshake.refuse(reject));
    }

    /** The first line is too long. */
    void refuseTooLong() {
        refuse(FirstLine.tooLong(decoder.limit()));
    }

    /** Takes a line of the handshake with nothing unusual about it; false if it is to be parsed. */
    boolean usual(byte[] bytes, int offset, int length) {
        HandshakeStep step = handshake.usual(bytes, offset, length);
        if (step != null) {
            step(step);
        }
        return step != null;
    }

    /** Takes a line of the handshake. */
    void object(ParsedLine line) {
        state.first.came();
        step(
                line.overLimit() == null
                        ? handshake.line(line.object(), line.excerpt())
                        : handshake.overLimit(line.object(), line.overLimit()));
    }

    /** Takes a line of the handshake that holds no object. */
    void unusable(Supplier<String> excerpt) {
        step(handshake.line(null, excerpt));
    }

    private void step(HandshakeStep step) {
        if (step instanceof HandshakeStep.Greeted hello) {
            greet(hello);
        } else if (step instanceof HandshakeStep.Welcomed welcome) {
            welcomed(welcome);
        } else if (step instanceof HandshakeStep.Close close) {
            ends.end(close.reason());
        } else if (step instanceof HandshakeStep.Failed failed) {
            ends.unwelcome(failed.text());
        } else if (step instanceof HandshakeStep.Misfit misfit) {
            ends.loseWelcomed(misfit.text());
        } else if (step instanceof HandshakeStep.Plain) {
            openPlain();
        }
    }

    private void greet(HandshakeStep.Greeted hello) {
        state.phase = Phase.GREETED;
        greeted = hello;
        Session wanted = hello.session();
        Admission admission = state.output.greeted(wanted == null ? null : wanted.id());
        if (admission instanceof Admission.Refuse refusal) {
            refuse(refusal.code(), refusal.text());
        } else if (admission instanceof Admission.Take && state.phase == Phase.GREETED) {
            welcome();
        }
    }

    /** How much the peer that has said hello says it has of the session that it wants. */
    long wantedReceived() {
        Session wanted = hello().session();
        return wanted == null ? 0 : wanted.received();
    }

    private HandshakeStep.Greeted hello() {
        return Objects.requireNonNull(greeted, "nobody has said hello");
    }

    /** Begins anew with the peer that has said hello. */
    private void welcome() {
        HandshakeStep.Greeted hello = hello();
        SessionOptions lasting = state.options.sessions();
        if (lasting != null && hello.session() != null) {
            state.session.number(SessionState.newId(), lasting.keptBytes());
        }
        handshake.welcome(hello.peer(), state.session.numbering());
        open(hello.peer(), hello.silence());
    }

    private void welcomed(HandshakeStep.Welcomed welcome) {
        Session carried = welcome.session();
        Numbering before = state.session.numbering();
        if (before == null || carried == null || !before.id().equals(carried.id())) {
            if (before != null) {
                ends.beginAnew();
            }
            SessionOptions lasting = state.options.sessions();
            if (carried != null && carried.id() != null && lasting != null) {
                state.session.number(carried.id(), lasting.keptBytes());
            }
            open(welcome.peer(), welcome.silence());
        } else if (!state.session.fits(welcome.peer())) {
            ends.loseWelcomed("the peer carries other protocols or features now");
        } else if (!before.resume(carried.received())) {
            ends.loseWelcomed(impossible(carried.received()));
        } else {
            resume(welcome.peer(), welcome.silence());
        }
    }

    private static String impossible(long received) {
        return "the peer says that it has %d lines of this side, which cannot be"
                .formatted(received);
    }

    private void open(PeerInfo peer, long silence) {
        agree(peer, silence);
        state.wire.number(state.session.numbering());
        state.wire.resume();
        Conversation opened = conversation(peer);
        state.conversation = opened;
        state.wire.event(new Event.Opened(peer));
        opened.start(peer);
    }

    private Conversation conversation(PeerInfo peer) {
        return new Conversation(state.options, state.wire, peer, state.session, ends, state.now);
    }

    private void resume(PeerInfo peer, long silence) {
        agree(peer, silence);
        state.wire.resume();
        state.wire.event(new Event.Resumed(peer));
    }

    private void agree(PeerInfo peer, long silence) {
        state.first.came();
        decoder.widen();
        suit(peer);
        state.phase = Phase.OPEN;
        state.session.open(peer);
        state.liveness.open(silence, state.now);
        state.idleness.begin(state.now);
    }

    private void suit(PeerInfo peer) {
        state.wire.limit(peer.maxFrame());
        if (peer.features().contains(EngineOptions.BLOBS)) {
            decoder.acceptBlobs();
            state.wire.useBlobs();
        }
    }

    private void openPlain() {
        if (state.options.role() == Role.ACCEPTOR
                && state.output.greeted(null) instanceof Admission.Refuse refusal) {
            refuse(refusal.code(), refusal.text());
            return;
        }
        state.phase = Phase.PLAIN;
        state.idleness.begin(state.now);
        state.plain = new PlainTalk(state.wire, state.options);
        state.wire.event(new Event.PlainOpened());
    }
}
