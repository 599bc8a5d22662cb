package dev.gdwire.transport;

import dev.gdwire.protocol.Message;
import dev.gdwire.protocol.core.ErrorCode;
import dev.gdwire.protocol.core.Reject;
import dev.gdwire.protocol.core.RejectCode;
import dev.gdwire.protocol.core.Session;
import dev.gdwire.protocol.json.Blobs;
import dev.gdwire.transport.internal.ConnectionEnd;
import dev.gdwire.transport.internal.Conversation;
import dev.gdwire.transport.internal.Deadline;
import dev.gdwire.transport.internal.FirstLine;
import dev.gdwire.transport.internal.Handshake;
import dev.gdwire.transport.internal.HandshakeStep;
import dev.gdwire.transport.internal.Idleness;
import dev.gdwire.transport.internal.Liveness;
import dev.gdwire.transport.internal.MovedException;
import dev.gdwire.transport.internal.NoTlsException;
import dev.gdwire.transport.internal.Numbering;
import dev.gdwire.transport.internal.ParsedLine;
import dev.gdwire.transport.internal.PlainTalk;
import dev.gdwire.transport.internal.Routes;
import dev.gdwire.transport.internal.SessionState;
import dev.gdwire.transport.internal.TokenProof;
import dev.gdwire.transport.internal.Wire;
import java.time.Duration;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One side of a connection, as {@code docs/wire.md} describes it, without socket, thread or clock:
 * bytes, commands and the time go in; lines and events come out, within the call. The time is in
 * nanoseconds of any clock that starts at 0 or later and never goes back.
 *
 * <p>When a connection breaks whose session can be resumed ({@code docs/sessions.md}), the engine
 * is <em>suspended</em>: it keeps what is sent, and waits for another engine, with another
 * connection, that takes its session over.
 *
 * <p>Not safe for use by several threads at once: a driver guards it.
 */
public final class Engine {
    private enum State {
        NEW,
        HANDSHAKE,
        /** A peer has said hello, and somebody else finds out what becomes of it. */
        GREETED,
        OPEN,
        PLAIN,
        SUSPENDED,
        CLOSED,
        /** Another engine has the session. */
        MOVED
    }

    private static final String PEER_CLOSED = "the peer closed the connection";

    private final EngineOptions options;
    private final EngineOutput output;
    private final Wire wire;
    private final Handshake handshake;
    private final Liveness liveness;
    private final EngineLines lines;
    private final LineDecoder decoder;
    private final Idleness idleness;
    private SessionState session = new SessionState();
    private State state = State.NEW;
    private long now;
    private long handshakeDeadline = Long.MAX_VALUE;
    private HandshakeStep.@Nullable Greeted greeted;
    private @Nullable Conversation conversation;
    private @Nullable PlainTalk plain;
    private @Nullable CloseReason closed;
    private boolean heard;
    private boolean inputEnded;
    private final FirstLine first;

    /**
     * An engine that has not begun.
     *
     * @throws dev.gdwire.protocol.GdwireException if two of the protocols claim the same tag
     */
    public Engine(EngineOptions options, EngineOutput output) {
        this(options, output, TokenProof::randomNonce);
    }

    /** An engine whose nonces come from somewhere else, where a test has to foresee them. */
    Engine(EngineOptions options, EngineOutput output, Supplier<String> nonces) {
        this.options = options;
        this.output = output;
        Routes.shared(options.protocols());
        wire = new Wire(output);
        Token token = options.token();
        handshake = new Handshake(options, wire, token == null ? null : token.proof(nonces));
        first = new FirstLine(options);
        liveness = new Liveness(options.silence());
        lines = new EngineLines(options.limits(), new Lines());
        idleness = new Idleness(options.limits().idle(), wire);
        decoder = new LineDecoder(options.limits().frame(), lines);
    }

    /** The connection stands: an initiator says hello, and the deadline runs. */
    public void start(long time) {
        now = time;
        if (options.plain() == PlainMode.PLAIN || options.plain() == PlainMode.PACED) {
            openPlain();
            return;
        }
        state = State.HANDSHAKE;
        if (!first.isAwaited()) {
            decoder.narrow(Handshake.MAX_FRAME);
        }
        handshakeDeadline = Deadline.after(now, options.limits().handshake());
        handshake.start(session.numbering());
    }

    /**
     * Takes over the session of another engine, whose connection broke; before {@link #start}, by
     * an initiator. What is sent from now on is kept until the session is resumed.
     */
    void adopt(SessionState resumed, long time) {
        now = time;
        session = resumed;
        PeerInfo peer = Objects.requireNonNull(resumed.peer(), "the session was open");
        wire.number(resumed.numbering());
        wire.holdBack();
        // What the peer takes is as before: what is kept until it welcomes this side has to fit.
        suit(peer);
        conversation = new Conversation(options, wire, peer, session, new Ends(), now);
    }

    /**
     * Gives the session to another engine; this one ends, and tells nobody.
     *
     * @return null if there is none that can be resumed
     */
    @Nullable SessionState release(long time) {
        now = time;
        if (!isLasting() || isOver()) {
            return null;
        }
        state = State.MOVED;
        wire.cut();
        return session;
    }

    private boolean isLasting() {
        return session.numbering() != null;
    }

    /** Whether nothing more comes by this connection. */
    private boolean isDeaf() {
        return state == State.SUSPENDED || isOver();
    }

    private boolean isOver() {
        return state == State.CLOSED || state == State.MOVED;
    }

    /** Takes bytes from the peer, cut anywhere. */
    public void receive(byte[] bytes, int offset, int length, long time) {
        now = time;
        if (!heard && length > 0 && !isDeaf()) {
            heard = true;
            if (NoTlsException.isRecord(bytes[offset])) {
                step(handshake.refuse(RejectCode.NOT_A_HELLO, NoTlsException.PEER_HAS_TLS));
            }
        }
        if (!isDeaf()) {
            liveness.heard(time);
            decoder.feed(bytes, offset, length);
        }
    }

    /**
     * The peer sends no more, and may still read: requests of this side end, since no answer can
     * come, and so does a handshake; answers can be sent until {@link #endOfInput}. Where a session
     * can be resumed, that is a break.
     */
    public void inputEnds(long time) {
        now = time;
        if (isDeaf() || inputEnded) {
            return;
        }
        inputEnded = true;
        boolean shaking = state == State.HANDSHAKE || state == State.GREETED;
        decoder.end();
        if (shaking) {
            end(remote("the peer closed the connection before the handshake was done"));
        } else if (isLasting()) {
            end(remote(PEER_CLOSED));
        } else {
            session.requests().end(remote(PEER_CLOSED));
        }
    }

    /** The peer sends no more, and reads no more. */
    public void endOfInput(long time) {
        inputEnds(time);
        end(remote(PEER_CLOSED));
    }

    private static CloseReason remote(String text) {
        return CloseReason.of(CloseReason.Kind.REMOTE, text);
    }

    /** The connection broke. */
    public void broken(String text, long time) {
        now = time;
        // A peer that had said its last and hangs up while it is answered breaks nothing.
        end(inputEnded ? remote(PEER_CLOSED) : CloseReason.of(CloseReason.Kind.BROKEN, text));
    }

    /** Refuses the peer before its handshake, such as when there are peers enough. */
    public void refuse(RejectCode code, String text, long time) {
        now = time;
        if (state == State.HANDSHAKE || state == State.GREETED) {
            step(handshake.refuse(code, text));
        }
    }

    /** Admits a peer that waits for it, to begin anew. */
    public void admit(long time) {
        now = time;
        if (state == State.GREETED) {
            welcome();
        }
    }

    /** Admits a peer that waits for it, and goes on with a session of its. */
    void admit(SessionState resumed, long time) {
        now = time;
        session = resumed;
        HandshakeStep.Greeted hello = Objects.requireNonNull(greeted, "nobody has said hello");
        adopt(resumed, time);
        if (state != State.GREETED) {
            // The peer has gone meanwhile; it may come again.
            suspend(remote(PEER_CLOSED));
            return;
        }
        Numbering numbering = Objects.requireNonNull(resumed.numbering());
        long received = hello.session() == null ? 0 : hello.session().received();
        if (!resumed.fits(hello.peer())) {
            lose("the peer carries other protocols or features now");
        } else if (numbering.isPast(received)) {
            // A hello that was held up on its way, or one that somebody says again.
            step(handshake.refuse(RejectCode.TOO_LATE, "the session has gone on since this hello"));
        } else if (!numbering.resume(received)) {
            lose(impossible(received));
        } else {
            handshake.welcome(hello.peer(), numbering);
            resume(hello.peer(), hello.silence());
        }
    }

    /**
     * Ends the connection from this side, and its session. What was sent before is still to be
     * written; what a session without a connection keeps is lost.
     */
    public void close(long time) {
        close("this side closed the connection", time);
    }

    /** The same for a reason, in words for people. */
    public void close(String why, long time) {
        now = time;
        requireHere();
        if (state == State.OPEN) {
            wire.bye();
        } else if (!isOver() && isLasting()) {
            tellLoss("this side closed the connection before the session was resumed");
        }
        finish(CloseReason.of(CloseReason.Kind.LOCAL, why));
    }

    /** Gives up a session that cannot go on. */
    public void lose(String text, long time) {
        now = time;
        requireHere();
        lose(text);
    }

    /** Time has passed: ends what has run out of it. */
    public void tick(long time) {
        now = time;
        if (state == State.MOVED) {
            return;
        }
        session.requests().expire(now);
        if (state == State.HANDSHAKE || state == State.GREETED) {
            handshakeTick();
        } else if (state == State.SUSPENDED) {
            suspendedTick();
        } else if (state == State.OPEN) {
            openTick();
        }
        if (state == State.OPEN || state == State.PLAIN) {
            boolean awaited = conversation != null && conversation.isAwaited();
            idleness.reasonToClose(now, awaited).ifPresent(reason -> close(reason, now));
        }
    }

    private void handshakeTick() {
        if (handshakeDeadline > now) {
            return;
        }
        if (isLasting()) {
            unwelcome("the peer did not welcome this side in time");
            return;
        }
        if (first.isAwaited() && !decoder.isInsideLine()) {
            // It may wait for this side to speak first, as programs without Gdwire do.
            openPlain();
            return;
        }
        String text =
                decoder.isInsideLine()
                        ? "the first line was not whole within %d ms: end each line with a newline"
                        : "the handshake was not done within %d ms";
        long timeout = options.limits().handshake().toMillis();
        step(handshake.refuse(RejectCode.TOO_LATE, text.formatted(timeout)));
    }

    private void suspendedTick() {
        if (session.resumeDeadline() <= now) {
            lose("nobody resumed it in time");
        }
    }

    private void openTick() {
        Numbering numbering = session.numbering();
        if (numbering != null && numbering.ackDeadline() <= now) {
            wire.acknowledge();
        }
        if (liveness.mustSpeak(wire.lineCount(), now)) {
            wire.signOfLife();
        }
        if (liveness.isDead(now)) {
            broken(
                    "the peer has promised a sign of life every %d ms, and gave none: it hangs, or the network is gone"
                            .formatted(liveness.peerMillis()),
                    now);
        }
    }

    /** When {@link #tick} is to be called next; empty when no time runs. */
    public OptionalLong nextDeadline() {
        long next = session.requests().nextDeadline().orElse(Long.MAX_VALUE);
        switch (state) {
            case HANDSHAKE, GREETED -> next = Math.min(next, handshakeDeadline);
            case SUSPENDED -> next = Math.min(next, session.resumeDeadline());
            case OPEN -> next = Math.min(next, openDeadline());
            case PLAIN -> next = Math.min(next, idleness.nextLook());
            case MOVED -> next = Long.MAX_VALUE;
            default -> {
                // Only requests have a time.
            }
        }
        return next == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(next);
    }

    private long openDeadline() {
        Numbering numbering = session.numbering();
        long acknowledge = numbering == null ? Long.MAX_VALUE : numbering.ackDeadline();
        long idle = idleness.nextLook();
        return Math.min(Math.min(acknowledge, idle), liveness.nextDeadline());
    }

    /**
     * Sends a message.
     *
     * @throws SendException if the peer cannot take it
     * @throws ConnectionClosedException if the connection is not open
     */
    public void send(Message message) {
        conversation().send(message);
    }

    /**
     * Sends a message that its sender would rather lose than wait for: it is outside of a session's
     * sequence. To be called only while {@link #isOpen}; the exceptions are those of {@link #send}.
     */
    public void sendDroppable(Message message) {
        conversation().sendDroppable(message);
    }

    /** Whether a line that is sent now goes to the peer over this connection. */
    public boolean isOpen() {
        return state == State.OPEN || state == State.PLAIN;
    }

    /** Throws what {@link #send} would throw of such a message at once, whatever is in it. */
    public void checkSendable(Message message) {
        conversation().checkSendable(message);
    }

    /**
     * Sends a request.
     *
     * @param timeout how long to wait for the answer
     * @param completion called exactly once, within one of the engine's methods
     * @return the request's id, for {@link #cancel}
     * @throws SendException if the peer cannot take it; the completion is not called then
     * @throws ConnectionClosedException if the connection is not open
     */
    public long request(
            Message message, Duration timeout, long time, Consumer<? super Outcome> completion) {
        now = time;
        Conversation open = conversation();
        if (inputEnded && !isLasting()) {
            throw new ConnectionClosedException(
                    "The connection has ended: " + PEER_CLOSED + ", so no answer can come.");
        }
        return open.request(message, Deadline.after(now, timeout), completion);
    }

    /** Gives up a request; false when it has ended already. */
    public boolean cancel(long id) {
        requireHere();
        return session.requests().complete(id, new Outcome.Cancelled());
    }

    /**
     * Answers a request of the peer's.
     *
     * @throws SendException if it is not open, or that is not its reply
     * @throws ConnectionClosedException if the connection is not open
     */
    public void reply(long id, Message reply, long time) {
        now = time;
        conversation().reply(id, reply);
    }

    /** Answers a request of the peer's with an error; the exceptions are those of a reply. */
    public void fail(long id, ErrorCode code, String text, long time) {
        now = time;
        conversation().fail(id, code, text);
    }

    /** Asks the peer for a sign of life, which comes as {@link Event.Pong}. */
    public void ping(long nonce, long time) {
        now = time;
        conversation().ping(nonce);
    }

    /**
     * Sends any object to a plain peer.
     *
     * @throws SendException if the peer is not plain, or is paced and too far behind
     * @throws ConnectionClosedException if the connection is not open
     */
    public void sendPlain(ObjectNode object, long time) {
        now = time;
        plain().send(object);
    }

    /** Throws what {@link #sendPlain} would throw of any object. */
    public void checkPlain() {
        plain();
    }

    private PlainTalk plain() {
        if (plain == null || state == State.CLOSED) {
            throw notOpen("The peer is not plain: send it messages of its protocols.");
        }
        return plain;
    }

    /** How many requests of this side wait for an answer. */
    public int waitingRequests() {
        requireHere();
        return session.requests().size();
    }

    /** How many requests of the peer's wait to be answered. */
    public int openRequests() {
        return conversation == null ? 0 : conversation.openRequests();
    }

    /**
     * Within an event: how many bytes the line has that it comes from, with its blobs; 0 if it
     * comes from none.
     */
    public int lineBytes() {
        return lines.lineBytes();
    }

    /** How many lines came from the peer, whatever became of them. */
    public long linesIn() {
        return lines.count();
    }

    /** Whether the connection is over, and its session. */
    public boolean isClosed() {
        return state == State.CLOSED;
    }

    /** Whether the connection is over, and its session waits for another. */
    public boolean isSuspended() {
        return state == State.SUSPENDED;
    }

    /** The name of its session; null if it has none that outlives the connection. */
    @Nullable String sessionId() {
        Numbering numbering = session.numbering();
        return numbering == null ? null : numbering.id();
    }

    /** Whether more may be sent; if not, what is sent is kept all the same. */
    public boolean hasRoom() {
        Numbering numbering = session.numbering();
        return numbering == null || isOver() || numbering.hasRoom();
    }

    /** Whether more was sent without room than can be kept. */
    boolean isOverfull() {
        Numbering numbering = session.numbering();
        return numbering != null && !isOver() && numbering.isOverfull();
    }

    private Conversation conversation() {
        if (conversation == null || plain != null || isOver()) {
            throw notOpen("The peer is plain: it takes JSON objects only.");
        }
        return conversation;
    }

    private void requireHere() {
        if (state == State.MOVED) {
            throw new MovedException();
        }
    }

    private RuntimeException notOpen(String otherwise) {
        requireHere();
        if (closed != null) {
            return new ConnectionClosedException("The connection has ended: " + closed.text());
        }
        return state == State.OPEN || state == State.PLAIN
                ? new SendException(otherwise)
                : new SendException("The handshake is not done yet.");
    }

    private void step(HandshakeStep step) {
        if (step instanceof HandshakeStep.Greeted hello) {
            greet(hello);
        } else if (step instanceof HandshakeStep.Welcomed welcome) {
            welcomed(welcome);
        } else if (step instanceof HandshakeStep.Close close) {
            end(close.reason());
        } else if (step instanceof HandshakeStep.Plain) {
            openPlain();
        }
    }

    private void greet(HandshakeStep.Greeted hello) {
        state = State.GREETED;
        greeted = hello;
        Session wanted = hello.session();
        Admission admission = output.greeted(wanted == null ? null : wanted.id());
        if (admission instanceof Admission.Refuse refusal) {
            step(handshake.refuse(refusal.code(), refusal.text()));
        } else if (admission instanceof Admission.Take && state == State.GREETED) {
            welcome();
        }
    }

    /** Begins anew with the peer that has said hello. */
    private void welcome() {
        HandshakeStep.Greeted hello = Objects.requireNonNull(greeted, "nobody has said hello");
        SessionOptions lasting = options.sessions();
        if (lasting != null && hello.session() != null) {
            session.number(SessionState.newId(), lasting.keptBytes());
        }
        handshake.welcome(hello.peer(), session.numbering());
        open(hello.peer(), hello.silence());
    }

    private void welcomed(HandshakeStep.Welcomed welcome) {
        Session carried = welcome.session();
        Numbering before = session.numbering();
        if (before == null || carried == null || !before.id().equals(carried.id())) {
            if (before != null) {
                beginAnew();
            }
            if (carried != null && carried.id() != null && options.sessions() != null) {
                session.number(carried.id(), options.sessions().keptBytes());
            }
            open(welcome.peer(), welcome.silence());
        } else if (!session.fits(welcome.peer())) {
            loseWelcomed("the peer carries other protocols or features now");
        } else if (!before.resume(carried.received())) {
            loseWelcomed(impossible(carried.received()));
        } else {
            resume(welcome.peer(), welcome.silence());
        }
    }

    /** The peer has resumed a session that cannot go on here, and would wait for this side. */
    private void loseWelcomed(String text) {
        wire.bye();
        lose(text);
    }

    private static String impossible(long received) {
        return "the peer says that it has %d lines of this side, which cannot be"
                .formatted(received);
    }

    /** The peer knows nothing of the session: what was in it ends. */
    private void beginAnew() {
        String text = "the peer does not know it any more: it was started anew, or gave it up";
        tellLoss(text);
        SessionState lost = session;
        session = lost.next();
        lost.requests().end(CloseReason.of(CloseReason.Kind.BROKEN, lostText(text)));
    }

    private void open(PeerInfo peer, long silence) {
        agree(peer, silence);
        wire.number(session.numbering());
        wire.resume();
        Conversation opened = new Conversation(options, wire, peer, session, new Ends(), now);
        conversation = opened;
        wire.event(new Event.Opened(peer));
        opened.start(peer);
    }

    private void resume(PeerInfo peer, long silence) {
        agree(peer, silence);
        wire.resume();
        wire.event(new Event.Resumed(peer));
    }

    private void agree(PeerInfo peer, long silence) {
        first.came();
        decoder.widen();
        suit(peer);
        state = State.OPEN;
        session.open(peer);
        liveness.open(silence, now);
        idleness.begin(now);
    }

    private void suit(PeerInfo peer) {
        wire.limit(peer.maxFrame());
        if (peer.features().contains(EngineOptions.BLOBS)) {
            decoder.acceptBlobs();
            wire.useBlobs();
        }
    }

    private void openPlain() {
        if (options.role() == Role.ACCEPTOR
                && output.greeted(null) instanceof Admission.Refuse refusal) {
            step(handshake.refuse(refusal.code(), refusal.text()));
            return;
        }
        state = State.PLAIN;
        idleness.begin(now);
        plain = new PlainTalk(wire, options);
        wire.event(new Event.PlainOpened());
    }

    /** The connection is over; its session too, unless it can be resumed. */
    private void end(CloseReason reason) {
        if (isDeaf()) {
            return;
        }
        if (!isLasting()) {
            finish(reason);
        } else if (isPassing(reason)) {
            suspend(reason);
        } else {
            tellLoss(reason.text());
            finish(reason);
        }
    }

    /** Whether it may go better next time. */
    private static boolean isPassing(CloseReason reason) {
        RejectCode code = reason.code();
        return code == null
                || code == RejectCode.BUSY
                || code == RejectCode.TOO_LATE
                || code == RejectCode.NOT_A_HELLO;
    }

    /**
     * An attempt to resume has failed. The peer is not told: it may have resumed the session
     * already, and a reject would end it.
     */
    private void unwelcome(String text) {
        end(CloseReason.of(CloseReason.Kind.BROKEN, text));
    }

    private void suspend(CloseReason reason) {
        state = State.SUSPENDED;
        liveness.end();
        wire.holdBack();
        SessionOptions lasting = Objects.requireNonNull(options.sessions());
        session.suspend(Deadline.after(now, lasting.resumeTimeout()));
        wire.event(new Event.Suspended(reason));
    }

    private void lose(String text) {
        if (!isOver() && isLasting()) {
            if (state == State.OPEN) {
                wire.bye();
            }
            tellLoss(text);
            finish(CloseReason.of(CloseReason.Kind.BROKEN, lostText(text)));
        }
    }

    private static String lostText(String text) {
        return "the session is lost: " + text;
    }

    private void tellLoss(String text) {
        Numbering numbering = session.numbering();
        if (numbering != null) {
            wire.event(new Event.SessionLost(new SessionLoss(text, numbering.unacknowledged())));
        }
    }

    private void finish(CloseReason reason) {
        if (isOver()) {
            return;
        }
        state = State.CLOSED;
        closed = reason;
        wire.cut();
        if (plain != null) {
            plain.end();
        }
        session.requests().end(reason);
        wire.event(new Event.Closed(reason));
    }

    private void object(ParsedLine line) {
        if (state == State.HANDSHAKE) {
            first.came();
            step(
                    line.overLimit() == null
                            ? handshake.line(line.object(), line.excerpt())
                            : handshake.overLimit(line.object(), line.overLimit()));
            if (state == State.PLAIN) {
                object(line);
            }
        } else if (state == State.GREETED) {
            step(handshake.refuse(RejectCode.NOT_A_HELLO, "a line came before the welcome"));
        } else if (state == State.PLAIN && plain != null) {
            Reject late = first.late(line.object());
            first.came();
            if (late != null) {
                step(handshake.refuse(late));
            } else if (line.overLimit() != null) {
                String text = String.valueOf(line.overLimit().getMessage());
                plain.unusable(ProblemKind.INVALID_MESSAGE, text, line.excerpt().get());
            } else {
                plain.object(line.object()).ifPresent(this::end);
            }
        } else if (conversation != null) {
            conversation.incoming().object(line, now);
        }
    }

    private void unusable(ProblemKind kind, String text, @Nullable String excerpt) {
        boolean early = state == State.HANDSHAKE || first.isAwaited();
        first.came();
        if (state == State.HANDSHAKE && isLasting()) {
            unwelcome("the first line of the peer came damaged: " + text);
            return;
        }
        if (early && kind == ProblemKind.TOO_LONG) {
            step(handshake.refuse(FirstLine.tooLong(decoder.limit())));
            return;
        }
        if (state == State.HANDSHAKE || state == State.GREETED) {
            step(handshake.line(null, () -> String.valueOf(excerpt)));
        }
        if (state == State.PLAIN && plain != null) {
            plain.unusable(kind, text, excerpt);
        } else if (state == State.OPEN && conversation != null) {
            conversation.incoming().unusable(kind, text, excerpt, now);
        }
    }

    /** What becomes of lines; nothing of them counts once the connection is over. */
    private final class Lines implements EngineLines.Taker {
        @Override
        public boolean isOver() {
            return isDeaf();
        }

        @Override
        public boolean usual(byte[] bytes, int offset, int length, @Nullable Blobs blobs) {
            liveness.heardLine(now);
            Reject stranger = first.refuse(bytes, offset, length);
            if (stranger != null) {
                step(handshake.refuse(stranger));
                return true;
            }
            if (state == State.HANDSHAKE) {
                HandshakeStep step = handshake.usual(bytes, offset, length);
                if (step != null) {
                    step(step);
                }
                return step != null;
            }
            return state == State.OPEN
                    && conversation != null
                    && conversation.incoming().usual(bytes, offset, length, blobs, now);
        }

        @Override
        public void object(ParsedLine line) {
            Engine.this.object(line);
        }

        @Override
        public void unusable(ProblemKind kind, String text, @Nullable String excerpt) {
            liveness.heardLine(now);
            Engine.this.unusable(kind, text, excerpt);
        }

        @Override
        public void problem(Problem problem) {
            // The line that was cut off comes again where a session goes on.
            if (!(isLasting() && problem.kind() == ProblemKind.TRUNCATED)) {
                wire.problem(problem);
            }
        }
    }

    /** What the peer says that ends the connection. */
    private final class Ends implements ConnectionEnd {
        @Override
        public void broken(String text) {
            Engine.this.broken(text, now);
        }

        @Override
        public void ended(CloseReason reason) {
            Numbering numbering = session.numbering();
            if (numbering != null && numbering.unacknowledged() > 0) {
                tellLoss(reason.text());
            }
            finish(reason);
        }

        @Override
        public void lost(String text) {
            lose(text);
        }

        @Override
        public void away(long millis) {
            liveness.away(millis, now);
        }
    }
}
