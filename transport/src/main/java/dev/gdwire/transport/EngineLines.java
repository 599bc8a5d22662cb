package dev.gdwire.transport;

import dev.gdwire.protocol.DecodeException;
import dev.gdwire.protocol.codec.JsonLimits;
import dev.gdwire.protocol.json.Blobs;
import dev.gdwire.transport.internal.Excerpt;
import dev.gdwire.transport.internal.JsonLines;
import dev.gdwire.transport.internal.MalformedLineException;
import dev.gdwire.transport.internal.ParsedLine;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Makes objects of the lines that a decoder finds, where they are not taken as they are. */
final class EngineLines implements LineSink {
    private final Taker taker;
    private long count;
    private final JsonLimits limits;

    /** Of the line that is being taken, with its blobs; 0 between lines. */
    private int lineBytes;

    /** What an engine does with lines. */
    interface Taker {
        /** Whether nothing counts any more. */
        boolean isOver();

        /** Takes a line with nothing unusual about it; false if it is to be parsed. */
        boolean usual(byte[] bytes, int offset, int length, @Nullable Blobs blobs);

        /** Takes a line that was parsed. */
        void object(ParsedLine line);

        /** Takes a line that holds no object. */
        void unusable(ProblemKind kind, String text, @Nullable String excerpt);

        /** Takes a problem that is not the peer's to know. */
        void problem(Problem problem);
    }

    EngineLines(Limits limits, Taker taker) {
        this.taker = taker;
        this.limits = new JsonLimits(limits.text(), limits.items());
    }

    /** How many lines came, whatever became of them. */
    long count() {
        return count;
    }

    int lineBytes() {
        return lineBytes;
    }

    @Override
    public void line(byte[] bytes, int offset, int length) {
        take(bytes, offset, length, null, length);
    }

    @Override
    public void lineWithBlobs(byte[] bytes, int offset, int length, Blobs blobs) {
        take(bytes, offset, length, blobs, offset + length - blobs.start(0));
    }

    private void take(byte[] bytes, int offset, int length, @Nullable Blobs blobs, int size) {
        lineBytes = size;
        try {
            take(bytes, offset, length, blobs);
        } finally {
            lineBytes = 0;
        }
    }

    private void take(byte[] bytes, int offset, int length, @Nullable Blobs blobs) {
        count++;
        if (taker.isOver()) {
            return;
        }
        boolean fits = limits.surelyHold(bytes, offset, offset + length);
        if (fits && taker.usual(bytes, offset, length, blobs)) {
            return;
        }
        Supplier<String> excerpt = () -> Excerpt.of(bytes, offset, length);
        ObjectNode object;
        DecodeException overLimit;
        try {
            object = JsonLines.parse(bytes, offset, length);
            // Before the blobs are filled in: they are limited with the frame.
            overLimit = fits ? null : limits.fault(object);
            JsonLines.fill(object, bytes, blobs);
        } catch (MalformedLineException e) {
            String text = String.valueOf(e.getMessage());
            taker.unusable(ProblemKind.MALFORMED, text, excerpt.get());
            return;
        }
        taker.object(new ParsedLine(object, length, overLimit, excerpt));
    }

    @Override
    public void malformed(String reason) {
        count++;
        if (!taker.isOver()) {
            taker.unusable(ProblemKind.MALFORMED, reason, null);
        }
    }

    @Override
    public void tooLong(long lengthSoFar, int limit) {
        count++;
        if (!taker.isOver()) {
            String text =
                    "a line has at least %d bytes, over the limit of %d: send less at once, or raise the limit"
                            .formatted(lengthSoFar, limit);
            String excerpt = "a line of more than " + limit + " bytes";
            taker.unusable(ProblemKind.TOO_LONG, text, excerpt);
        }
    }

    @Override
    public void truncated(byte[] bytes, int offset, int length) {
        if (taker.isOver()) {
            return;
        }
        String excerpt = Excerpt.of(bytes, offset, length);
        String text =
                "the connection ended in the middle of a line, after %d bytes of it: each line"
                        + " needs a newline at its end";
        taker.problem(Problem.of(ProblemKind.TRUNCATED, text.formatted(length)).withLine(excerpt));
    }
}
