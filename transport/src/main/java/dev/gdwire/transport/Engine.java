package dev.gdwire.transport;

import dev.gdwire.protocol.Message;
import dev.gdwire.protocol.core.ErrorCode;
import dev.gdwire.protocol.core.Reject;
import dev.gdwire.protocol.core.RejectCode;
import dev.gdwire.protocol.json.Blobs;
import dev.gdwire.transport.internal.Conversation;
import dev.gdwire.transport.internal.Deadline;
import dev.gdwire.transport.internal.FirstLine;
import dev.gdwire.transport.internal.Handshake;
import dev.gdwire.transport.internal.HandshakeStep;
import dev.gdwire.transport.internal.PlainTalk;
import dev.gdwire.transport.internal.Requests;
import dev.gdwire.transport.internal.Routes;
import dev.gdwire.transport.internal.TokenProof;
import dev.gdwire.transport.internal.Wire;
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
 * <p>Not safe for use by several threads at once: a driver guards it.
 */
public final class Engine {
    private enum State {
        NEW,
        HANDSHAKE,
        OPEN,
        PLAIN,
        CLOSED
    }

    private static final String PEER_CLOSED = "the peer closed the connection";

    private final EngineOptions options;
    private final Wire wire;
    private final Handshake handshake;
    private final Requests requests = new Requests();
    private final LineDecoder decoder;
    private State state = State.NEW;
    private long now;
    private long handshakeDeadline = Long.MAX_VALUE;
    private @Nullable Conversation conversation;
    private @Nullable PlainTalk plain;
    private @Nullable CloseReason closed;

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
        Routes.shared(options.protocols());
        wire = new Wire(output);
        Token token = options.token();
        handshake = new Handshake(options, wire, token == null ? null : token.proof(nonces));
        first = new FirstLine(options);
        decoder = new LineDecoder(options.limits().frame(), new EngineLines(new Lines()));
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
        handshake.start();
    }

    /** Takes bytes from the peer, cut anywhere. */
    public void receive(byte[] bytes, int offset, int length, long time) {
        now = time;
        if (state != State.CLOSED) {
            decoder.feed(bytes, offset, length);
        }
    }

    /**
     * The peer sends no more, and may still read: requests of this side end, since no answer can
     * come, and so does a handshake; answers can be sent until {@link #endOfInput}.
     */
    public void inputEnds(long time) {
        now = time;
        if (state == State.CLOSED || inputEnded) {
            return;
        }
        inputEnded = true;
        boolean shaking = state == State.HANDSHAKE;
        decoder.end();
        if (shaking) {
            end(remote("the peer closed the connection before the handshake was done"));
        } else {
            requests.end(remote(PEER_CLOSED));
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
        if (state == State.HANDSHAKE) {
            step(handshake.refuse(code, text));
        }
    }

    /** Ends the connection from this side. */
    public void close(long time) {
        now = time;
        end(CloseReason.of(CloseReason.Kind.LOCAL, "this side closed the connection"));
    }

    /** Time has passed: ends what has run out of it. */
    public void tick(long time) {
        now = time;
        requests.expire(now);
        if (state == State.HANDSHAKE && handshakeDeadline <= now) {
            handshakeIsLate();
        }
    }

    private void handshakeIsLate() {
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

    /** When {@link #tick} is to be called next; empty when no time runs. */
    public OptionalLong nextDeadline() {
        OptionalLong request = requests.nextDeadline();
        if (state != State.HANDSHAKE) {
            return request;
        }
        return OptionalLong.of(Math.min(handshakeDeadline, request.orElse(Long.MAX_VALUE)));
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
        if (inputEnded) {
            throw new ConnectionClosedException(
                    "The connection has ended: " + PEER_CLOSED + ", so no answer can come.");
        }
        return open.request(message, Deadline.after(now, timeout), completion);
    }

    /** Gives up a request; false when it has ended already. */
    public boolean cancel(long id) {
        return requests.complete(id, new Outcome.Cancelled());
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
        if (plain == null || state == State.CLOSED) {
            throw notOpen("The peer is not plain: send it messages of its protocols.");
        }
        plain.send(object);
    }

    /** How many requests of this side wait for an answer. */
    public int waitingRequests() {
        return requests.size();
    }

    /** Whether the connection is over. */
    public boolean isClosed() {
        return state == State.CLOSED;
    }

    private Conversation conversation() {
        if (conversation == null || state != State.OPEN) {
            throw notOpen("The peer is plain: it takes JSON objects only.");
        }
        return conversation;
    }

    private RuntimeException notOpen(String otherwise) {
        if (closed != null) {
            return new ConnectionClosedException("The connection has ended: " + closed.text());
        }
        return state == State.OPEN || state == State.PLAIN
                ? new SendException(otherwise)
                : new SendException("The handshake is not done yet.");
    }

    private void step(HandshakeStep step) {
        if (step instanceof HandshakeStep.Open open) {
            PeerInfo peer = open.peer();
            first.came();
            wire.limit(peer.maxFrame());
            decoder.widen();
            if (peer.features().contains(EngineOptions.BLOBS)) {
                decoder.acceptBlobs();
                wire.useBlobs();
            }
            state = State.OPEN;
            conversation = new Conversation(options, wire, peer, requests, now);
            wire.event(new Event.Opened(peer));
            conversation.start(peer);
        } else if (step instanceof HandshakeStep.Close close) {
            end(close.reason());
        } else if (step instanceof HandshakeStep.Plain) {
            openPlain();
        }
    }

    private void openPlain() {
        state = State.PLAIN;
        plain = new PlainTalk(wire, options);
        wire.event(new Event.PlainOpened());
    }

    private void end(CloseReason reason) {
        if (state == State.CLOSED) {
            return;
        }
        state = State.CLOSED;
        closed = reason;
        if (plain != null) {
            plain.end();
        }
        requests.end(reason);
        wire.event(new Event.Closed(reason));
    }

    private void object(ObjectNode object, Supplier<String> excerpt) {
        if (state == State.HANDSHAKE) {
            first.came();
            step(handshake.line(object, excerpt));
            if (state == State.PLAIN) {
                object(object, excerpt);
            }
        } else if (state == State.PLAIN && plain != null) {
            Reject late = first.late(object);
            first.came();
            if (late == null) {
                plain.object(object).ifPresent(this::end);
            } else {
                step(handshake.refuse(late));
            }
        } else if (conversation != null) {
            conversation.incoming().object(object, excerpt, now).ifPresent(this::end);
        }
    }

    private void unusable(ProblemKind kind, String text, @Nullable String excerpt) {
        boolean early = state == State.HANDSHAKE || first.isAwaited();
        first.came();
        if (early && kind == ProblemKind.TOO_LONG) {
            step(handshake.refuse(FirstLine.tooLong(decoder.limit())));
            return;
        }
        if (state == State.HANDSHAKE) {
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
            return state == State.CLOSED;
        }

        @Override
        public boolean usual(byte[] bytes, int offset, int length, @Nullable Blobs blobs) {
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
            return conversation != null
                    && conversation.incoming().usual(bytes, offset, length, blobs, now);
        }

        @Override
        public void object(ObjectNode object, Supplier<String> excerpt) {
            Engine.this.object(object, excerpt);
        }

        @Override
        public void unusable(ProblemKind kind, String text, @Nullable String excerpt) {
            Engine.this.unusable(kind, text, excerpt);
        }

        @Override
        public void problem(Problem problem) {
            wire.problem(problem);
        }
    }
}
