package dev.gdwire.client.internal;

import dev.gdwire.protocol.GdwireException;
import dev.gdwire.protocol.Message;
import dev.gdwire.transport.BadReplyException;
import dev.gdwire.transport.ConnectionClosedException;
import dev.gdwire.transport.Outcome;
import dev.gdwire.transport.RemoteException;
import dev.gdwire.transport.RequestTimeoutException;
import java.time.Duration;
import java.util.Locale;

/** Ends of requests as values and exceptions. */
final class Outcomes {
    private Outcomes() {}

    /** The reply, or the exception that says why there is none. */
    static Message reply(Outcome outcome, Message request, Duration timeout, String peer) {
        if (outcome instanceof Outcome.Reply reply) {
            return reply.message();
        }
        throw failure(outcome, request.getClass().getSimpleName(), timeout, peer + ": ");
    }

    private static GdwireException failure(
            Outcome outcome, String name, Duration timeout, String at) {
        if (outcome instanceof Outcome.RemoteError error) {
            String code = error.code().name().toLowerCase(Locale.ROOT);
            String text = "the peer could not answer %s: %s: %s";
            return new RemoteException(at + text.formatted(name, code, error.text()), error.code());
        }
        if (outcome instanceof Outcome.BadReply bad) {
            return new BadReplyException(
                    at
                            + "the answer to %s is no valid reply: %s"
                                    .formatted(name, bad.problem().text()));
        }
        if (outcome instanceof Outcome.TimedOut) {
            return new RequestTimeoutException(
                    at + "no answer to %s within %d ms".formatted(name, timeout.toMillis()));
        }
        if (outcome instanceof Outcome.Ended ended) {
            return new ConnectionClosedException(
                    at
                            + "the connection ended before %s was answered: %s"
                                    .formatted(name, ended.reason().text()));
        }
        return new GdwireException(at + name + " was given up");
    }
}
