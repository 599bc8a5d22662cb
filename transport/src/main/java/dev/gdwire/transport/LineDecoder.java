package dev.gdwire.transport;

import dev.gdwire.protocol.json.Blobs;
import dev.gdwire.transport.internal.BlobScanner;
import dev.gdwire.transport.internal.Newlines;
import java.util.Arrays;

/**
 * Cuts a stream of bytes into lines, wherever the reads happen to cut it. {@code \n} ends a line,
 * {@code \r\n} is accepted, empty lines are dropped. A line over the limit is skipped to its
 * newline and reported; the line after it is good again.
 *
 * <p>Once it is told to {@link #acceptBlobs}, a line and the blobs before it are one unit, for
 * which the limit is too. The bytes of a blob are passed over, not searched.
 *
 * <p>It keeps at most {@code limit + 1} bytes (the one is for a {@code \r} that may turn out to
 * belong to the newline), whatever comes in; lines that lie whole in the bytes handed in are not
 * copied. Not safe for use by several threads at once.
 */
public final class LineDecoder {
    private static final int FIRST_CAPACITY = 256;

    private final int widest;
    private final LineSink sink;
    private int limit;
    private byte[] kept = new byte[0];
    private int keptLength;
    private boolean skipping;
    private boolean acceptsBlobs;
    private final BlobScanner scanner;

    /**
     * A decoder at the beginning of a stream.
     *
     * @param limit the most bytes that a line may have, without its newline; at least 1
     */
    public LineDecoder(int limit, LineSink sink) {
        if (limit < 1 || limit == Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "A line's limit must be from 1 to 2^31-2 bytes: " + limit);
        }
        widest = limit;
        this.limit = limit;
        this.sink = sink;
        scanner = new BlobScanner(limit, new BlobFaults());
    }

    /** Until it is told to {@link #widen}, lines may have at most so many bytes, if not less. */
    void narrow(int most) {
        limit = Math.min(widest, most);
    }

    /** From the next line on, lines may be as long as the decoder was made for. */
    void widen() {
        limit = widest;
    }

    /** The most bytes that a line may have now. */
    int limit() {
        return limit;
    }

    /** From the next line on, lines that start with {@code #} are blobs. */
    public void acceptBlobs() {
        acceptsBlobs = true;
    }

    /** Takes the next bytes of the stream and hands on each line that they complete. */
    public void feed(byte[] bytes, int offset, int length) {
        int end = offset + length;
        int start = offset;
        while (start < end) {
            if (acceptsBlobs && mayBeBlob(bytes[start])) {
                start = feedUnit(bytes, start, end);
                continue;
            }
            int newline = Newlines.first(bytes, start, end);
            if (newline < 0) {
                keep(bytes, start, end - start);
                return;
            }
            finish(bytes, start, newline - start);
            start = newline + 1;
        }
    }

    private boolean mayBeBlob(byte first) {
        return scanner.isInside() || first == '#' && keptLength == 0 && !skipping;
    }

    /** Takes bytes of a line with blobs before it; returns where those behind it start. */
    private int feedUnit(byte[] bytes, int start, int end) {
        int newline = Newlines.first(bytes, scanner.scan(bytes, start, end), end);
        if (newline < 0) {
            keep(bytes, start, end - start);
            return end;
        }
        try {
            finish(bytes, start, newline - start);
        } finally {
            scanner.reset();
        }
        return newline + 1;
    }

    /** The stream has ended: reports what is left of an unfinished line. */
    public void end() {
        int length = keptLength;
        keptLength = 0;
        skipping = false;
        scanner.reset();
        if (length > 0) {
            sink.truncated(kept, 0, length);
        }
    }

    /** Whether some of a line has come, and not its newline. */
    boolean isInsideLine() {
        return keptLength > 0 || skipping;
    }

    /** Bytes of memory in use for an unfinished line; at most the limit and one. */
    int capacity() {
        return kept.length;
    }

    private void finish(byte[] bytes, int start, int length) {
        if (skipping) {
            skipping = false;
        } else if (keptLength == 0) {
            hand(bytes, start, length);
        } else {
            keep(bytes, start, length);
            int whole = keptLength;
            keptLength = 0;
            if (skipping) {
                skipping = false;
            } else {
                hand(kept, 0, whole);
            }
        }
    }

    private void hand(byte[] bytes, int start, int length) {
        if (scanner.isInside()) {
            handUnit(bytes, start, length);
            return;
        }
        boolean returned = length > 0 && bytes[start + length - 1] == '\r';
        int bare = returned ? length - 1 : length;
        if (bare > limit) {
            sink.tooLong(length, limit);
        } else if (bare > 0) {
            sink.line(bytes, start, bare);
        }
    }

    private void handUnit(byte[] bytes, int start, int length) {
        int before = scanner.lineStart();
        boolean returned = length > before && bytes[start + length - 1] == '\r';
        int bare = returned ? length - 1 : length;
        if (bare > limit) {
            sink.tooLong(length, limit);
        } else if (bare == before) {
            sink.malformed("no line follows its blobs");
        } else {
            Blobs blobs = scanner.blobs();
            blobs.startAt(start);
            sink.lineWithBlobs(bytes, start + before, bare - before, blobs);
        }
    }

    private void keep(byte[] bytes, int start, int length) {
        if (skipping || length == 0) {
            return;
        }
        long total = (long) keptLength + length;
        boolean mayBeReturn = total == limit + 1L && bytes[start + length - 1] == '\r';
        if (total > limit && !mayBeReturn) {
            keptLength = 0;
            skipping = true;
            sink.tooLong(total, limit);
            return;
        }
        reserve((int) total);
        System.arraycopy(bytes, start, kept, keptLength, length);
        keptLength = (int) total;
    }

    private void reserve(int needed) {
        if (needed > kept.length) {
            long doubled = Math.max(FIRST_CAPACITY, 2L * kept.length);
            long capacity = Math.min(limit + 1L, Math.max(doubled, needed));
            kept = Arrays.copyOf(kept, (int) capacity);
        }
    }

    /** What is wrong with a unit is told at once; the rest of it is skipped. */
    private final class BlobFaults implements BlobScanner.Faults {
        @Override
        public void tooLong(long length) {
            skip();
            sink.tooLong(length, limit);
        }

        @Override
        public void malformed(String reason) {
            skip();
            sink.malformed(reason);
        }

        private void skip() {
            keptLength = 0;
            skipping = true;
        }
    }
}
