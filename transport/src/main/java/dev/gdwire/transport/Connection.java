package dev.gdwire.transport;

import dev.gdwire.protocol.Message;
import dev.gdwire.protocol.core.ErrorCode;
import dev.gdwire.protocol.core.RejectCode;
import java.time.Duration;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/**
 * A connection over a socket, whichever driver moves its bytes. Safe for use by many threads.
 *
 * <p>A command that sends waits while more than {@link LinkOptions#outboundBytes} wait to be taken
 * by the peer, and throws {@link dev.gdwire.protocol.GdwireException} if its thread is interrupted
 * meanwhile. Within an event of a listener it does not wait: there, a peer that is that far behind
 * loses the connection. Messages can be sent by other policies: see {@link Delivery}.
 */
public interface Connection extends AutoCloseable {
    /** Begins to talk; a listener is told nothing before. To be called once. */
    void start();

    /**
     * Sends a message by the connection's policy, {@link SendOptions#delivery}; the exceptions are
     * those of {@link #send(Message, Delivery)}.
     */
    void send(Message message);

    /**
     * Sends a message; the exceptions are those of {@link Engine#send}, and one more. What is wrong
     * with a message that had to wait (it is too long for the peer, say) is told as a problem.
     *
     * @throws NoRoomException if there is no room, in time, and the policy is to fail then
     */
    void send(Message message, Delivery delivery);

    /**
     * Sends a request; the exceptions are those of {@link Engine#request}.
     *
     * @param timeout how long to wait for room to send it and then for the answer
     * @param completion called exactly once, under the connection's lock: it must not wait
     * @return the request's id; 0 if there was no room in time, and nothing was sent
     */
    long request(Message message, Duration timeout, Consumer<? super Outcome> completion);

    /**
     * Sends a request and waits for its end; the exceptions are those of {@link Engine#request}.
     *
     * @param timeout how long to wait for room to send it and then for the answer
     * @throws InterruptedException if the thread was interrupted: the request is given up, and the
     *     connection lives
     * @throws IllegalStateException if called by the listener within an event
     */
    Outcome call(Message message, Duration timeout) throws InterruptedException;

    /** Gives up a request; false when it has ended already. */
    boolean cancel(long id);

    /** Answers a request of the peer's; the exceptions are those of {@link Engine#reply}. */
    void reply(long id, Message reply);

    /** Answers a request with an error; the exceptions are those of {@link Engine#fail}. */
    void fail(long id, ErrorCode code, String text);

    /**
     * Sends an object to a plain peer by the connection's policy; the exceptions are those of
     * {@link Engine#sendPlain} and {@link NoRoomException}.
     */
    void sendPlain(ObjectNode object);

    /** The same by another policy; without a key of the user's, all objects are of one kind. */
    void sendPlain(ObjectNode object, Delivery delivery);

    /**
     * Asks the peer for a sign of life: the round trip of {@link #stats} is that of the latest that
     * was answered, and a listener is told {@link Event.Pong}. While no connection carries the
     * session nothing is asked. The exceptions are those of {@link Engine#send}.
     */
    void ping();

    /** What went over the connection so far, and how it stands. */
    ConnectionStats stats();

    /** Refuses the peer before its handshake. */
    void refuse(RejectCode code, String text);

    /** How many requests of this side wait for an answer. */
    int waitingRequests();

    /** Whether this side connected to the other. */
    boolean isInitiator();

    /** Address and port of the peer. */
    String peer();

    /** Ends the connection as {@link #close} does, and waits for nothing. */
    void shutdown();

    /**
     * Ends the connection at once: what is queued is not sent, and the peer is told nothing. Waits
     * for nothing.
     *
     * @param why the text of the reason, for this side
     */
    void abort(String why);

    /**
     * Ends the connection: sends what is queued, says so to the peer, and waits until the socket is
     * closed, at most {@link LinkOptions#closeTimeout}. Called by the listener, it does not wait.
     */
    @Override
    void close();
}
