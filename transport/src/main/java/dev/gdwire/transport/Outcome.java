package dev.gdwire.transport;

import dev.gdwire.protocol.Message;
import dev.gdwire.protocol.core.ErrorCode;
import org.jspecify.annotations.Nullable;

/** How a request ended; each ends exactly once. */
public sealed interface Outcome {
    /** The peer answered with the reply that the schema names. */
    record Reply(Message message) implements Outcome {}

    /** The peer answered with an error. */
    record RemoteError(ErrorCode code, String text, @Nullable String path) implements Outcome {}

    /** The peer answered with a line that is no valid reply. */
    record BadReply(Problem problem) implements Outcome {}

    /** No answer came in time. */
    record TimedOut() implements Outcome {}

    /** This side gave it up. */
    record Cancelled() implements Outcome {}

    /** The connection ended first. */
    record Ended(CloseReason reason) implements Outcome {}
}
