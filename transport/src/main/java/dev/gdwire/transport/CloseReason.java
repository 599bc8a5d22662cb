package dev.gdwire.transport;

import dev.gdwire.protocol.core.RejectCode;
import org.jspecify.annotations.Nullable;

/**
 * Why a connection ended.
 *
 * @param kind who ended it
 * @param text the reason in words
 * @param code the reason's code when a handshake was refused
 */
public record CloseReason(Kind kind, String text, @Nullable RejectCode code) {
    /** Who ended a connection. */
    public enum Kind {
        /** This side closed it. */
        LOCAL,
        /** The peer closed it. */
        REMOTE,
        /** The peer refused the handshake. */
        REJECTED,
        /** This side refused the peer's handshake. */
        REFUSED,
        /** It broke: an error of the network, or a peer that does not read. */
        BROKEN,
        /** The peer resumed an earlier session with it, which goes on there. */
        MOVED
    }

    /** A reason without a code. */
    public static CloseReason of(Kind kind, String text) {
        return new CloseReason(kind, text, null);
    }
}
