package dev.gdwire.transport.internal;

import dev.gdwire.protocol.core.CoreProtocol;
import dev.gdwire.protocol.core.Error;
import dev.gdwire.protocol.core.ErrorCode;
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
            byte[] line = JsonLines.line(encode(code, text, path, LONG_TEXT));
            wire.line(
                    wire.fits(line) ? line : JsonLines.line(encode(code, text, null, SHORT_TEXT)));
        }
    }

    void answer(long id, ErrorCode code, String text, @Nullable String path) {
        byte[] line = JsonLines.line(encode(code, text, path, LONG_TEXT), "$re", id);
        wire.line(
                wire.fits(line)
                        ? line
                        : JsonLines.line(encode(code, text, null, SHORT_TEXT), "$re", id));
    }

    private static byte[] encode(ErrorCode code, String text, @Nullable String path, int length) {
        return CoreProtocol.INSTANCE.encode(new Error(code, Excerpt.cut(text, length), path));
    }
}
