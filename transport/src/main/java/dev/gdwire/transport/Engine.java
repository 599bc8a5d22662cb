package dev.gdwire.transport;

import dev.gdwire.protocol.Message;
import dev.gdwire.protocol.core.ErrorCode;
import dev.gdwire.protocol.core.RejectCode;
import dev.gdwire.transport.EngineState.Phase;
import dev.gdwire.transport.internal.Conversation;
import dev.gdwire.transport.internal.Deadline;
import dev.gdwire.transport.internal.Handshake;
import dev.gdwire.transport.internal.Numbering;
import dev.gdwire.transport.internal.Routes;
import dev.gdwire.transport.internal.SessionState;
import dev.gdwire.transport.internal.TokenProof;
import java.time.Duration;
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
    private final EngineState state;
    private final EngineEnds ends;
    private final EngineReader reader;
    private final EngineOpening opening;
    private final EngineTimes times;

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
        Routes.shared(options.protocols());
        state = new EngineState(options, output);
        ends = new EngineEnds(state);
        Token token = options.token();
        TokenProof proof = token == null ? null : token.proof(nonces);
        reader = new EngineReader(state, ends, new Handshake(options, state.wire, proof));
        opening = reader.opening();
        times = new EngineTimes(state, opening, ends);
    }

    /** The connection stands: an initiator says hello, and the deadline runs. */
    public void start(long time) {
        state.now = time;
        opening.start();
    }

    /**
     * Takes over the session of another engine, whose connection broke; before {@link #start}, by
     * an initiator. What is sent from now on is kept until the session is resumed.
     */
    void adopt(SessionState resumed, long time) {
        state.now = time;
        opening.adopt(resumed);
    }

    /**
     * Gives the session to another engine; this one ends, and tells nobody.
     *
     * @return null if there is none that can be resumed
     */
    @Nullable SessionState release(long time) {
        state.now = time;
        if (!state.isLasting() || state.isOver()) {
            return null;
        }
        state.phase = Phase.MOVED;
        state.wire.cut();
        return state.session;
    }

    /** Takes bytes from the peer, cut anywhere. */
    public void receive(byte[] bytes, int offset, int length, long time) {
        state.now = time;
        reader.receive(bytes, offset, length);
    }

    /**
     * The peer sends no more, and may still read: requests of this side end, since no answer can
     * come, and so does a handshake; answers can be sent until {@link #endOfInput}. Where a session
     * can be resumed, that is a break.
     */
    public void inputEnds(long time) {
        state.now = time;
        reader.end();
    }

    /** The peer sends no more, and reads no more. */
    public void endOfInput(long time) {
        inputEnds(time);
        ends.end(EngineEnds.remote(EngineEnds.PEER_CLOSED));
    }

    /** The connection broke. */
    public void broken(String text, long time) {
        state.now = time;
        ends.broken(text);
    }

    /** Refuses the peer before its handshake, such as when there are peers enough. */
    public void refuse(RejectCode code, String text, long time) {
        state.now = time;
        if (state.isShaking()) {
            opening.refuse(code, text);
        }
    }

    /** Admits a peer that waits for it, to begin anew. */
    public void admit(long time) {
        state.now = time;
        opening.admit();
    }

    /** Admits a peer that waits for it, and goes on with a session of its. */
    void admit(SessionState resumed, long time) {
        state.now = time;
        opening.admit(resumed);
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
        state.now = time;
        state.requireHere();
        ends.close(why);
    }

    /** Gives up a session that cannot go on. */
    public void lose(String text, long time) {
        state.now = time;
        state.requireHere();
        ends.lost(text);
    }

    /** Time has passed: ends what has run out of it. */
    public void tick(long time) {
        state.now = time;
        times.tick();
    }

    /** When {@link #tick} is to be called next; empty when no time runs. */
    public OptionalLong nextDeadline() {
        return times.nextDeadline();
    }

    /**
     * Sends a message.
     *
     * @throws SendException if the peer cannot take it, or it is too long to be kept for a session
     * @throws NoRoomException if there is no room to keep it: see {@link #hasRoom}
     * @throws ConnectionClosedException if the connection is not open
     */
    public void send(Message message) {
        Conversation open = state.talk();
        requireRoom(message);
        open.send(message);
    }

    /** Only answers, which nobody sends later, are kept where there is no room. */
    private void requireRoom(Message message) {
        Numbering numbering = state.session.numbering();
        if (numbering != null && !numbering.hasRoom()) {
            throw new NoRoomException(
                    "%s was not sent: %d bytes wait until the peer acknowledges them, and %d may (keptBytes): send less, or wait for room"
                            .formatted(
                                    message.getClass().getSimpleName(),
                                    numbering.size(),
                                    numbering.limit()),
                    numbering.size(),
                    numbering.limit());
        }
    }

    /**
     * Sends a message that its sender would rather lose than wait for: it is outside of a session's
     * sequence. To be called only while {@link #isOpen}; the exceptions are those of {@link #send}.
     */
    public void sendDroppable(Message message) {
        state.talk().sendDroppable(message);
    }

    /** Whether a line that is sent now goes to the peer over this connection. */
    public boolean isOpen() {
        return state.isOpen();
    }

    /**
     * How many bytes a message has as JSON; the exceptions are those that {@link #send} throws of
     * such a message whatever is in it, and those of its codec.
     */
    public int length(Message message) {
        return state.talk().length(message);
    }

    /**
     * Sends a request.
     *
     * @param timeout how long to wait for the answer
     * @param completion called exactly once, within one of the engine's methods
     * @return the request's id, for {@link #cancel}
     * @throws SendException if the peer cannot take it, or it is too long to be kept for a session;
     *     the completion is not called then, nor in the other cases
     * @throws NoRoomException if there is no room to keep it: see {@link #hasRoom}
     * @throws ConnectionClosedException if the connection is not open
     */
    public long request(
            Message message, Duration timeout, long time, Consumer<? super Outcome> completion) {
        state.now = time;
        Conversation open = state.talk();
        if (state.inputEnded && !state.isLasting()) {
            throw new ConnectionClosedException(
                    "The connection has ended: "
                            + EngineEnds.PEER_CLOSED
                            + ", so no answer can come.");
        }
        requireRoom(message);
        return open.request(message, Deadline.after(time, timeout), completion);
    }

    /** Gives up a request; false when it has ended already. */
    public boolean cancel(long id) {
        state.requireHere();
        return state.session.requests().complete(id, new Outcome.Cancelled());
    }

    /**
     * Answers a request of the peer's.
     *
     * @throws SendException if it is not open, or that is not its reply
     * @throws ConnectionClosedException if the connection is not open
     */
    public void reply(long id, Message reply, long time) {
        state.now = time;
        state.talk().reply(id, reply);
    }

    /** Answers a request of the peer's with an error; the exceptions are those of a reply. */
    public void fail(long id, ErrorCode code, String text, long time) {
        state.now = time;
        state.talk().fail(id, code, text);
    }

    /**
     * Asks the peer for a sign of life, which comes as {@link Event.Pong}. While no connection
     * carries the session nothing is asked: a ping is for one that stands, and not kept for others.
     */
    public void ping(long nonce, long time) {
        state.now = time;
        Conversation open = state.talk();
        // In the handshake of a resume it would stand where the peer takes nothing of the kind.
        if (state.isOpen()) {
            open.ping(nonce);
        }
    }

    /**
     * Sends any object to a plain peer.
     *
     * @throws SendException if the peer is not plain, or is paced and too far behind
     * @throws ConnectionClosedException if the connection is not open
     */
    public void sendPlain(ObjectNode object, long time) {
        state.now = time;
        state.plainTalk().send(object);
    }

    /** Throws what {@link #sendPlain} would throw of any object. */
    public void checkPlain() {
        state.plainTalk();
    }

    /** How many requests of this side wait for an answer. */
    public int waitingRequests() {
        state.requireHere();
        return state.session.requests().size();
    }

    /** How many requests of the peer's wait to be answered. */
    public int openRequests() {
        return state.conversation == null ? 0 : state.conversation.openRequests();
    }

    /**
     * Within an event: how many bytes the line has that it comes from, with its blobs; 0 if it
     * comes from none.
     */
    public int lineBytes() {
        return reader.lineBytes();
    }

    /** How many lines came from the peer, whatever became of them. */
    public long linesIn() {
        return reader.count();
    }

    /** Whether the connection is over, and its session. */
    public boolean isClosed() {
        return state.phase == Phase.CLOSED;
    }

    /**
     * How many lines of a session the peer has not acknowledged that this side has closed; 0 if it
     * has closed none.
     */
    int unacknowledged() {
        Numbering numbering = state.session.numbering();
        return numbering == null || !state.hearsLastWords() ? 0 : numbering.unacknowledged();
    }

    /** Whether the connection is over, and its session waits for another. */
    public boolean isSuspended() {
        return state.phase == Phase.SUSPENDED;
    }

    /** Whether nothing more comes by this connection; its session may go on. */
    boolean isDeaf() {
        return state.isDeaf();
    }

    /**
     * Whether what a peer says it has of the session is old: it has said before that it has more.
     */
    boolean isPast(long received) {
        Numbering numbering = state.session.numbering();
        return numbering != null && !state.isOver() && numbering.isPast(received);
    }

    /** How much a peer that has said hello says it has of the session that it wants. */
    long wantedReceived() {
        return opening.wantedReceived();
    }

    /** The name of its session; null if it has none that outlives the connection. */
    @Nullable String sessionId() {
        Numbering numbering = state.session.numbering();
        return numbering == null ? null : numbering.id();
    }

    /** Whether more may be sent; if not, only answers are kept all the same. */
    public boolean hasRoom() {
        Numbering numbering = state.session.numbering();
        return numbering == null || state.isOver() || numbering.hasRoom();
    }

    /** Whether more answers were given without room than can be kept. */
    boolean isOverfull() {
        Numbering numbering = state.session.numbering();
        return numbering != null && !state.isOver() && numbering.isOverfull();
    }
}
