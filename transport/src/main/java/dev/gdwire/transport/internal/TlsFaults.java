package dev.gdwire.transport.internal;

import java.nio.ByteBuffer;
import java.security.cert.CertificateException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

/** Says what failed in TLS in words that help. */
public final class TlsFaults {
    private static final String ALERT = "Received fatal alert: ";
    private static final byte ALERT_RECORD = 21;
    private static final int LENGTH_AT = 3;
    private static final int HEADER_BYTES = 5;
    private static final int ALERT_BYTES = HEADER_BYTES + 2;

    private TlsFaults() {}

    /** A peer's certificate that is not the one that was pinned. */
    public static final class WrongPinException extends CertificateException {
        private static final long serialVersionUID = 1;

        /** Says which was expected and which was seen. */
        public WrongPinException(String expected, String seen) {
            super(
                    ("the peer shows another certificate than the one that is pinned: expected %s,"
                         + " got %s; if the peer has a new certificate, pin that one, else somebody"
                         + " is between you and the peer")
                            .formatted(expected, seen));
        }
    }

    /**
     * The alert that a peer sent without protection, where protection was due: the library in Godot
     * tells so that it does not accept a certificate. Empty if a record is none.
     *
     * @param start where in the buffer the record begins
     * @param failure what the engine says of it
     */
    static Optional<SSLException> alertIn(ByteBuffer buffer, int start, SSLException failure) {
        if (buffer.limit() < start + ALERT_BYTES
                || buffer.get(start) != ALERT_RECORD
                || buffer.getShort(start + LENGTH_AT) != ALERT_BYTES - HEADER_BYTES) {
            return Optional.empty();
        }
        int number = buffer.get(start + ALERT_BYTES - 1) & 0xff;
        return Optional.of(new SSLException(ALERT + "number " + number, failure));
    }

    /** The same exception in better words; those that are ours stay. */
    static SSLException explained(SSLException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof WrongPinException pin) {
                return because(pin.getMessage(), e);
            }
        }
        String text = String.valueOf(e.getMessage());
        if (text.contains(ALERT)) {
            return because(
                    "the peer ended TLS with the alert "
                            + text.substring(text.indexOf(ALERT) + ALERT.length())
                            + ": does it have this side's certificate or pin, and TLS 1.3?",
                    e);
        }
        if (e instanceof SSLHandshakeException) {
            return because("the handshake of TLS failed: " + text, e);
        }
        return e.getClass() == SSLException.class && e.getCause() != null
                ? because("TLS failed: " + text, e)
                : e;
    }

    private static SSLException because(String text, SSLException cause) {
        return new SSLException(text, cause);
    }
}
