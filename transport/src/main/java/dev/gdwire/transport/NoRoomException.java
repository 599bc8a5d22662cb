package dev.gdwire.transport;

import dev.gdwire.protocol.GdwireException;

/** A message was not sent because the peer reads too slowly, or is away; the connection lives. */
public final class NoRoomException extends GdwireException {
    private static final long serialVersionUID = 1;

    private final long waitingBytes;
    private final long limit;

    /** An exception that says what was not sent, to whom, and why. */
    NoRoomException(String message, long waitingBytes, long limit) {
        super(message);
        this.waitingBytes = waitingBytes;
        this.limit = limit;
    }

    /** How many bytes waited to be taken by the peer, or to be acknowledged by it. */
    public long waitingBytes() {
        return waitingBytes;
    }

    /** How many may: {@link LinkOptions#outboundBytes}, or {@link SessionOptions#keptBytes}. */
    public long limit() {
        return limit;
    }
}
