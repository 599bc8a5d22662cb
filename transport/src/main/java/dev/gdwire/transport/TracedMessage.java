package dev.gdwire.transport;

import dev.gdwire.protocol.Message;
import dev.gdwire.protocol.Protocol;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A message that a {@link Tracer} is told of.
 *
 * @param peer address and port of the peer
 * @param direction which way it went
 * @param kind what it is for
 * @param id of the request that it is, answers or ends; 0 if it has none, or that is not known
 * @param tag its type's; {@code json} of an object for a plain peer, {@code error} of an error
 * @param content the message, the object, or what the error says
 * @param nanos of one that goes out, how long sending took, with the wait for room; of the end of a
 *     request, how long after it was sent; else 0
 * @param protocol the message's; null if it is none of a protocol
 */
public record TracedMessage(
        String peer,
        Direction direction,
        Kind kind,
        long id,
        String tag,
        Object content,
        long nanos,
        @Nullable Protocol<?> protocol) {
    /** Which way a message went. */
    public enum Direction {
        /** It came from the peer. */
        IN,
        /** It was sent to the peer, or waits to be. */
        OUT
    }

    /** What a message is for. */
    public enum Kind {
        /** It asks for no answer. */
        MESSAGE,
        /** It asks for an answer. */
        REQUEST,
        /** It answers a request. */
        REPLY,
        /** It ends a request without an answer. */
        ERROR
    }

    /**
     * The message as JSON, without the transport's own members and blobs. It is written anew for
     * each call.
     */
    public String json() {
        return protocol == null
                ? content.toString()
                : new String(encoded(protocol), StandardCharsets.UTF_8);
    }

    /** How many bytes {@link #json} has in UTF-8, found in the same way. */
    public int bytes() {
        return protocol == null
                ? content.toString().getBytes(StandardCharsets.UTF_8).length
                : encoded(protocol).length;
    }

    private <M extends Message> byte[] encoded(Protocol<M> its) {
        return its.encode(its.root().cast(content));
    }
}
