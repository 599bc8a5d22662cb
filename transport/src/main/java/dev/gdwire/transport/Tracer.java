package dev.gdwire.transport;

import org.jspecify.annotations.Nullable;

/**
 * Is told what goes over connections, for people who look for a fault: whole messages, as programs
 * send and receive them, without the handshake and what else the libraries say to each other; so no
 * token and no proof is among them. Its methods are called by the threads of connections, several
 * at a time, and some under a connection's lock: they must not wait, nor use the connection.
 * Exceptions that they throw are logged and passed over.
 */
public interface Tracer {
    /**
     * A handshake is done.
     *
     * @param info what the peer said of itself; null of a plain one
     */
    default void opened(String peer, @Nullable PeerInfo info) {}

    /** A message was sent, or came in and is about to be handled. */
    default void message(TracedMessage message) {}

    /**
     * A handler of the user's has returned, or thrown.
     *
     * @param what it handled, such as a message's class
     * @param nanos how long it took
     */
    default void handled(String peer, String what, long nanos) {}

    /** Something went wrong. */
    default void problem(String peer, Problem problem) {}

    /** A connection broke, and its session waits for another. */
    default void suspended(String peer, CloseReason reason) {}

    /** A session goes on over another connection. */
    default void resumed(String peer) {}

    /** A connection is over. */
    default void closed(String peer, CloseReason reason) {}

    /**
     * One that writes a line for each to the logger {@code dev.gdwire.trace}, at the level {@code
     * DEBUG}: the types of messages, their sizes and times, and nothing of what is in them.
     */
    static Tracer logging() {
        return LoggingTracer.ofHeads();
    }

    /** The same with the messages themselves, cut at 1000 characters. */
    static Tracer loggingPayloads() {
        return LoggingTracer.ofPayloads();
    }
}
