package dev.gdwire.transport.internal;

import dev.gdwire.protocol.core.CoreProtocol;
import dev.gdwire.protocol.core.Reject;
import dev.gdwire.protocol.core.RejectCode;
import java.nio.ByteBuffer;
import javax.net.ssl.SSLException;

/** The peer of a connection with TLS speaks without it. */
public final class NoTlsException extends SSLException {
    private static final long serialVersionUID = 1;

    /** The first and the last type of a record of TLS. */
    private static final int LOWEST = 20;

    private static final int HIGHEST = 24;

    private static final String WHAT_TO_DO =
            "one side uses TLS, the other does not; give TLS to both, or to none";

    /** Why a side without TLS refuses a peer that speaks it. */
    public static final String PEER_HAS_TLS = "the peer speaks TLS here: " + WHAT_TO_DO;

    private NoTlsException(String message) {
        super(message);
    }

    /** Throws it unless a peer's first byte is that of a record. */
    static void unlessRecord(byte first) throws NoTlsException {
        if (!isRecord(first)) {
            throw new NoTlsException("the peer speaks without TLS: " + WHAT_TO_DO);
        }
    }

    /** Whether a peer's first byte is that of a record; no line in UTF-8 begins so. */
    public static boolean isRecord(byte first) {
        return first >= LOWEST && first <= HIGHEST;
    }

    /** What such a peer is told, as a line of the wire without TLS. */
    ByteBuffer answer() {
        byte[] reject =
                CoreProtocol.INSTANCE.encode(
                        new Reject(
                                RejectCode.NOT_A_HELLO,
                                "the first line is not in TLS: " + WHAT_TO_DO));
        return ByteBuffer.allocate(reject.length + 1).put(reject).put((byte) '\n').flip();
    }
}
