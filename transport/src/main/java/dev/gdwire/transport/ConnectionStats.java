package dev.gdwire.transport;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What went over a connection so far, and how it stands; of several connections, their sum.
 *
 * @param bytesIn bytes that came in
 * @param bytesOut bytes that were handed to the system to be sent
 * @param messagesIn lines that came in: messages, and what the libraries say to each other, such as
 *     the handshake
 * @param messagesOut lines that were written, sent or still queued
 * @param queuedBytes bytes of lines that wait to be taken by the peer
 * @param waitingMessages messages that may be dropped and wait to be written
 * @param droppedMessages messages that were dropped, by the policies of {@link Delivery}
 * @param waitingRequests requests of this side that wait for their answer
 * @param openRequests requests of the peer's that wait to be answered
 * @param problems problems that were reported
 * @param roundTrip nanoseconds from the latest ping that was answered to its answer; of several
 *     connections the longest. How long the peer takes to look at its connection counts too: a game
 *     does so once a frame
 * @param reconnects how often the connection was replaced after a break
 * @param openSince when the handshake was done; of several connections the first
 */
public record ConnectionStats(
        long bytesIn,
        long bytesOut,
        long messagesIn,
        long messagesOut,
        long queuedBytes,
        long waitingMessages,
        long droppedMessages,
        long waitingRequests,
        long openRequests,
        long problems,
        OptionalLong roundTrip,
        long reconnects,
        Optional<Instant> openSince) {
    /** Those of no connection. */
    public static final ConnectionStats NONE =
            new ConnectionStats(
                    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, OptionalLong.empty(), 0, Optional.empty());

    /** The sum of these and others. */
    public ConnectionStats plus(ConnectionStats other) {
        return new ConnectionStats(
                bytesIn + other.bytesIn,
                bytesOut + other.bytesOut,
                messagesIn + other.messagesIn,
                messagesOut + other.messagesOut,
                queuedBytes + other.queuedBytes,
                waitingMessages + other.waitingMessages,
                droppedMessages + other.droppedMessages,
                waitingRequests + other.waitingRequests,
                openRequests + other.openRequests,
                problems + other.problems,
                longer(roundTrip, other.roundTrip),
                reconnects + other.reconnects,
                earlier(openSince, other.openSince));
    }

    /** The same with another number of problems. */
    public ConnectionStats withProblems(long count) {
        return new ConnectionStats(
                bytesIn,
                bytesOut,
                messagesIn,
                messagesOut,
                queuedBytes,
                waitingMessages,
                droppedMessages,
                waitingRequests,
                openRequests,
                count,
                roundTrip,
                reconnects,
                openSince);
    }

    private static OptionalLong longer(OptionalLong one, OptionalLong other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isEmpty() ? other : one;
        }
        return one.getAsLong() >= other.getAsLong() ? one : other;
    }

    private static Optional<Instant> earlier(Optional<Instant> one, Optional<Instant> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.or(() -> other);
        }
        return one.get().isAfter(other.get()) ? other : one;
    }
}
