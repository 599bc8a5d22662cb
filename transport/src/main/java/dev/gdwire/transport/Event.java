package dev.gdwire.transport;

import dev.gdwire.protocol.Message;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What an engine tells its user, in the order in which it happened. */
public sealed interface Event {
    /** The handshake is done: messages can be sent. */
    record Opened(PeerInfo peer) implements Event {}

    /** The peer is a plain one: JSON objects can be sent. */
    record PlainOpened() implements Event {}

    /** A message that asks for no answer. */
    record Received(Message message) implements Event {}

    /**
     * A request; answer it with {@code reply} or {@code fail} and its id, once. The id names it on
     * this connection, also among those of sessions that were lost before.
     */
    record RequestReceived(long id, Message request) implements Event {}

    /** A JSON object from a plain peer. */
    record PlainReceived(ObjectNode object) implements Event {}

    /** A message of a type that nobody here knows. The peer was told already. */
    record Unknown(@Nullable String tag, ObjectNode object, Problem problem) implements Event {}

    /** The answer to a ping. */
    record Pong(long nonce) implements Event {}

    /**
     * The peer is slow: as many bytes wait to be taken by it as {@link SendOptions.Marks#high}
     * says, or more. Told once, until {@link LowWater}; by the driver, not the engine.
     */
    record HighWater(long queuedBytes) implements Event {}

    /** It has caught up: no more wait than {@link SendOptions.Marks#low} says. */
    record LowWater(long queuedBytes) implements Event {}

    /** Something went wrong; the connection lives. */
    record ProblemEvent(Problem problem) implements Event {}

    /**
     * The connection is over, and its session waits for another one: what is sent meanwhile is
     * kept. {@link Resumed} or {@link SessionLost} follows.
     */
    record Suspended(CloseReason reason) implements Event {}

    /** Another connection carries the session on: everything kept is on its way. */
    record Resumed(PeerInfo peer) implements Event {}

    /**
     * The session has ended. {@link Closed} follows, or {@link Opened} if the connection goes on
     * with a new session.
     */
    record SessionLost(SessionLoss loss) implements Event {}

    /** The connection is over; the last event. What was put out before it is still to be sent. */
    record Closed(CloseReason reason) implements Event {}
}
