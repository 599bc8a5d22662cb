package dev.gdwire.transport;

import dev.gdwire.protocol.json.Blobs;

/** Takes what a {@link LineDecoder} finds, in the order of the stream. */
public interface LineSink {
    /**
     * A whole line that is not empty, without its newline. The bytes are only lent: they may change
     * when this method has returned.
     */
    void line(byte[] bytes, int offset, int length);

    /**
     * A whole line with the blobs before it. The bytes and the blobs are only lent, as those of a
     * line are.
     *
     * <p>A decoder that accepts no blobs calls neither this nor {@link #malformed}.
     *
     * @param blobs at least one; they stand in the same array
     */
    default void lineWithBlobs(byte[] bytes, int offset, int length, Blobs blobs) {
        throw new UnsupportedOperationException("this takes no blobs");
    }

    /** Something that stands where a blob should, or a blob with no line behind it. */
    default void malformed(String reason) {
        throw new UnsupportedOperationException("this takes no blobs");
    }

    /**
     * A line, or one with its blobs, is over the limit; the rest of it, up to its newline, is
     * skipped. Called once a line, as soon as it is known.
     *
     * @param lengthSoFar bytes that it has at least, more than the limit
     * @param limit the most bytes that a line may have
     */
    void tooLong(long lengthSoFar, int limit);

    /**
     * The stream ended in the middle of a line. The bytes are only lent, as those of a line are.
     */
    void truncated(byte[] bytes, int offset, int length);
}
