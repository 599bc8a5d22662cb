package dev.gdwire.transport.internal;

import dev.gdwire.protocol.core.Error;
import dev.gdwire.protocol.core.ErrorCode;
import dev.gdwire.transport.SendException;
import org.jspecify.annotations.Nullable;

/** Sends errors to the peer: those that answer a request always, the others at a limited rate. */
final class Errors {
    private static final int LONG_TEXT = 500;
    private static final int SHORT_TEXT = 100;

    private final Wire wire;
    private final ErrorLimiter limiter;

    Errors(Wire wire, long now) {
        this.wire = wire;
        limiter = new ErrorLimiter(now);
    }

    void send(ErrorCode code, String text, @Nullable String path, long now) {
        if (limiter.pass(now)) {
            answer(0, code, text, path);
        }
    }

    /** Answers a request, or none if its id is 0; in fewer words if the peer accepts no more. */
    void answer(long id, ErrorCode code, String text, @Nullable String path) {
        if (!wire.coreIfItFits(error(code, text, path, LONG_TEXT), id)
                && !wire.coreIfItFits(error(code, text, null, SHORT_TEXT), id)) {
            throw new SendException("The peer accepts not even a short error.");
        }
    }

    private static Error error(ErrorCode code, String text, @Nullable String path, int length) {
        String place = path == null ? null : Excerpt.cut(path, length);
        return new Error(code, Excerpt.cut(text, length), place);
    }
}
