package dev.gdwire.transport;

import dev.gdwire.transport.internal.Outbox;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Counts what goes over a connection. Guarded by the connection's lock. */
final class Meter {
    private long bytesIn;
    private long problems;
    private long pings;
    private long pinged;
    private OptionalLong roundTrip = OptionalLong.empty();
    private @Nullable Instant openSince;

    /** What went over the connections that carried the session before. */
    private ConnectionStats before = ConnectionStats.NONE;

    /** So many bytes came in. */
    void in(int bytes) {
        bytesIn += bytes;
    }

    /** Looks at what is told but {@link Event.Pong}. */
    void event(Event event) {
        if (event instanceof Event.ProblemEvent || event instanceof Event.Unknown) {
            problems++;
        } else if (event instanceof Event.Opened || event instanceof Event.PlainOpened) {
            openSince = Instant.now();
        }
    }

    /** The nonce of a ping that is sent now. */
    long ping(long now) {
        pings++;
        pinged = now;
        return pings;
    }

    /** A ping was answered; those before the latest count no more. */
    void pong(long nonce, long now) {
        if (nonce == pings) {
            roundTrip = OptionalLong.of(now - pinged);
        }
    }

    /** Goes on after another connection. */
    void takeOver(ConnectionStats earlier) {
        before = earlier;
        roundTrip = roundTrip.isPresent() ? roundTrip : earlier.roundTrip();
    }

    /** What went over this connection and those before, for the next one. */
    ConnectionStats passOn(Engine engine, SocketOutput output, Outbox outbox) {
        return new ConnectionStats(
                before.bytesIn() + bytesIn,
                before.bytesOut() + outbox.written(),
                before.messagesIn() + engine.linesIn(),
                before.messagesOut() + output.lineCount(),
                0,
                0,
                0,
                0,
                0,
                before.problems() + problems,
                roundTrip,
                before.reconnects() + 1,
                before.openSince().or(() -> Optional.ofNullable(openSince)));
    }

    ConnectionStats stats(
            Engine engine, SocketOutput output, Outbox outbox, Deliveries deliveries) {
        return new ConnectionStats(
                before.bytesIn() + bytesIn,
                before.bytesOut() + outbox.written(),
                before.messagesIn() + engine.linesIn(),
                before.messagesOut() + output.lineCount(),
                outbox.queued(),
                deliveries.waiting(),
                deliveries.dropped(),
                engine.waitingRequests(),
                engine.openRequests(),
                before.problems() + problems,
                roundTrip,
                before.reconnects(),
                before.openSince().or(() -> Optional.ofNullable(openSince)));
    }
}
