package dev.gdwire.transport;

import dev.gdwire.transport.internal.ByteLink;
import dev.gdwire.transport.internal.Pem;
import dev.gdwire.transport.internal.Pin;
import dev.gdwire.transport.internal.TlsContexts;
import dev.gdwire.transport.internal.TlsLink;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/**
 * TLS 1.3 (RFC 8446) under a connection, and no older version: nobody between the peers can read or
 * change what travels, and the side that connects knows whom it talks to. The side that listens
 * shows a certificate ({@link #server}); the side that connects says which it takes ({@link
 * #pinned}, {@link #trusting}). Who may connect is the business of a {@link Token}.
 *
 * <p>{@code ./gdwire certificate} makes a self-signed pair for one's own programs. Immutable, and
 * safe for use by many threads; files are read when one of these is made.
 */
public final class Tls {
    private static final String VERSION = "TLSv1.3";

    private final SSLContext context;

    /** The role that it is for; null: either. */
    private final @Nullable Role role;

    private final boolean checksName;
    private final String words;

    private Tls(SSLContext context, @Nullable Role role, boolean checksName, String words) {
        this.context = context;
        this.role = role;
        this.checksName = checksName;
        this.words = words;
    }

    /**
     * For the side that listens.
     *
     * @param certificatePem its certificate (X.509), and those up to its authority's if there is
     *     one, in PEM
     * @param keyPem the private key of the first of them, in PEM (PKCS#8; EC or RSA)
     * @throws TlsException if one of the files is not there or is something else, or the two are no
     *     pair
     */
    public static Tls server(Path certificatePem, Path keyPem) {
        return new Tls(
                TlsContexts.showing(certificatePem, keyPem),
                Role.ACCEPTOR,
                false,
                "TLS with the certificate " + pin(certificatePem));
    }

    /**
     * For the side that connects: takes the peer that has the key of one certificate, and no other.
     * The certificate's SHA-256 decides; the names and dates in it are not looked at, nor who
     * signed it.
     *
     * @param certificatePem the peer's certificate, in PEM; the first if there are several
     * @throws TlsException if the file is not there or is something else
     */
    public static Tls pinned(Path certificatePem) {
        return pinned(Pin.of(Pem.certificates(certificatePem).get(0)));
    }

    /**
     * The same, where the certificate is not at hand.
     *
     * @param pin {@code sha256:} and the 64 hexadecimal digits of the certificate's digest, such as
     *     {@link #pin} gives
     * @throws TlsException if it is none
     */
    public static Tls pinned(String pin) {
        return pinned(Pin.of(pin));
    }

    private static Tls pinned(Pin pin) {
        return new Tls(TlsContexts.trusting(pin), Role.INITIATOR, false, "TLS pinned to " + pin);
    }

    /**
     * For the side that connects: takes peers whose certificate one of these authorities has signed
     * for the host name or address that is connected to, and whose dates fit.
     *
     * @param caPem the authorities' certificates, in PEM
     * @throws TlsException if the file is not there or is something else
     */
    public static Tls trusting(Path caPem) {
        return new Tls(TlsContexts.trusting(caPem), Role.INITIATOR, true, "TLS trusting " + caPem);
    }

    /**
     * TLS 1.3 with a context of the user's, for either side. On the side that connects the host
     * name must fit too, unless the context has an {@code X509ExtendedTrustManager} that does not
     * look at it.
     *
     * @throws TlsException if it has no TLS 1.3
     */
    public static Tls of(SSLContext context) {
        if (!List.of(context.getSupportedSSLParameters().getProtocols()).contains(VERSION)) {
            throw new TlsException("this SSLContext has no TLS 1.3: make it of another provider");
        }
        return new Tls(context, null, true, "TLS of an SSLContext");
    }

    /**
     * The pin of a certificate: {@code sha256:} and the digest's digits, for {@link
     * #pinned(String)}.
     *
     * @param certificatePem the certificate, in PEM; the first if there are several
     * @throws TlsException if the file is not there or is something else
     */
    public static String pin(Path certificatePem) {
        return Pin.of(Pem.certificates(certificatePem).get(0)).toString();
    }

    /**
     * Makes sure that it is for a role.
     *
     * @throws IllegalArgumentException if it is for the other
     */
    public void check(Role wanted) {
        if (role != null && role != wanted) {
            throw new IllegalArgumentException(
                    role == Role.ACCEPTOR
                            ? "The side that connects shows no certificate: use Tls.pinned or"
                                    + " Tls.trusting there, and Tls.server where you listen."
                            : "The side that listens shows a certificate: use Tls.server there,"
                                    + " and Tls.pinned or Tls.trusting where you connect.");
        }
    }

    /** The bytes of a socket under it. */
    ByteLink link(SocketChannel channel, Role wanted, InetSocketAddress peer) {
        check(wanted);
        // The name as the user gave it: looking one up would ask those who may lie.
        SSLEngine engine = context.createSSLEngine(peer.getHostString(), peer.getPort());
        engine.setUseClientMode(wanted == Role.INITIATOR);
        SSLParameters parameters = engine.getSSLParameters();
        parameters.setProtocols(new String[] {VERSION});
        if (checksName && wanted == Role.INITIATOR) {
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
        }
        engine.setSSLParameters(parameters);
        return new TlsLink(channel, engine);
    }

    /** Says nothing of a key. */
    @Override
    public String toString() {
        return words;
    }
}
