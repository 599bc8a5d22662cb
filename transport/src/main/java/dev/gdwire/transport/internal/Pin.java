package dev.gdwire.transport.internal;

import dev.gdwire.transport.TlsException;
import java.net.Socket;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/** Trusts the one certificate that has a digest, and looks at nothing else of it. Immutable. */
public final class Pin extends X509ExtendedTrustManager {
    private static final String PREFIX = "sha256:";
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

    private final byte[] digest;

    private Pin(byte[] digest) {
        this.digest = digest;
    }

    /** The pin of a certificate. */
    public static Pin of(X509Certificate certificate) {
        try {
            return new Pin(digest(certificate));
        } catch (CertificateEncodingException e) {
            throw new TlsException("the certificate has no bytes to be pinned", e);
        }
    }

    /**
     * A pin in words: {@code sha256:} and 64 digits, perhaps with colons between, as OpenSSL has
     * them.
     *
     * @throws TlsException if it is none
     */
    public static Pin of(String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        String digits = lower.startsWith(PREFIX) ? lower.substring(PREFIX.length()) : "";
        digits = digits.replace(":", "");
        if (!HEX.matcher(digits).matches()) {
            throw new TlsException(
                    "a pin is sha256: and 64 hexadecimal digits, this is none: %s; ./gdwire certificate tells the pin of what it makes"
                            .formatted(text));
        }
        return new Pin(HexFormat.of().parseHex(digits));
    }

    private static byte[] digest(X509Certificate certificate) throws CertificateEncodingException {
        try {
            return MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // Every Java platform has it.
        }
    }

    private void check(X509Certificate[] chain) throws CertificateException {
        byte[] seen = digest(chain[0]);
        if (!MessageDigest.isEqual(digest, seen)) {
            throw new TlsFaults.WrongPinException(toString(), new Pin(seen).toString());
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type)
            throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
            throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
            throws CertificateException {
        check(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type)
            throws CertificateException {
        check(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
            throws CertificateException {
        check(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
            throws CertificateException {
        check(chain);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }

    @Override
    public String toString() {
        return PREFIX + HexFormat.of().formatHex(digest);
    }
}
