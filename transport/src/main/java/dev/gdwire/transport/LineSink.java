package dev.gdwire.transport;

/** Takes what a {@link LineDecoder} finds, in the order of the stream. */
public interface LineSink {
    /**
     * A whole line that is not empty, without its newline. The bytes are only lent: they may change
     * when this method has returned.
     */
    void line(byte[] bytes, int offset, int length);

    /**
     * A line is over the limit; the rest of it, up to its newline, is skipped. Called once a line,
     * as soon as it is known.
     *
     * @param lengthSoFar bytes of the line that were seen until now, more than the limit
     * @param limit the most bytes that a line may have
     */
    void tooLong(long lengthSoFar, int limit);

    /**
     * The stream ended in the middle of a line. The bytes are only lent, as those of a line are.
     */
    void truncated(byte[] bytes, int offset, int length);
}
