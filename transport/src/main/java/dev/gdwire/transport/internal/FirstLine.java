package dev.gdwire.transport.internal;

import dev.gdwire.protocol.core.Reject;
import dev.gdwire.protocol.core.RejectCode;
import dev.gdwire.transport.EngineOptions;
import dev.gdwire.transport.PlainMode;
import dev.gdwire.transport.Role;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the first line of a peer that may be plain must not be. It is waited for until the peer has
 * said something, also beyond the deadline after which it counts as plain.
 */
public final class FirstLine {
    private final long timeoutMillis;
    private boolean awaited;

    /** A first line that has not come. */
    public FirstLine(EngineOptions options) {
        timeoutMillis = options.limits().handshake().toMillis();
        awaited = options.role() == Role.ACCEPTOR && options.plain() == PlainMode.ALLOWED;
    }

    /** Whether a plain peer is allowed here, and has said nothing yet. */
    public boolean isAwaited() {
        return awaited;
    }

    /** It has come. */
    public void came() {
        awaited = false;
    }

    /** Why a line ends the connection before it is read; null if it does not. */
    public @Nullable Reject refuse(byte[] bytes, int offset, int length) {
        String stranger = awaited ? Strangers.nameOf(bytes, offset, length) : null;
        return stranger == null
                ? null
                : new Reject(
                        RejectCode.NOT_A_HELLO,
                        "the first line is "
                                + stranger
                                + ", perhaps of a web page in a browser, and nothing of it is read:"
                                + " a program without Gdwire sends one JSON object a line");
    }

    /** Why a line that is over the limit ends the connection: it could hide what it is. */
    public static Reject tooLong(int limit) {
        return new Reject(
                RejectCode.NOT_A_HELLO,
                "the first line has more than %d bytes, the most that it may have here: check what connects to this port"
                        .formatted(limit));
    }

    /** Why an object of a peer that counts as plain by its silence ends the connection. */
    public @Nullable Reject late(ObjectNode object) {
        return awaited && Handshake.isHello(object)
                ? new Reject(
                        RejectCode.TOO_LATE,
                        "the hello came after more than %d ms, when the peer counted as plain already: say hello at once"
                                .formatted(timeoutMillis))
                : null;
    }
}
