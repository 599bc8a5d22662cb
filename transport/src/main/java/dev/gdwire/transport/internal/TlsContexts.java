package dev.gdwire.transport.internal;

import dev.gdwire.transport.TlsException;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Makes what TLS runs with, of files. */
public final class TlsContexts {
    private static final String ALIAS = "gdwire";

    /** Seconds: above seven days (RFC 8446, section 4.6.1) the JDK sends none. */
    private static final int MORE_THAN_A_TICKET_MAY_LAST = 8 * 24 * 60 * 60;

    /** Whatever is signed to see whether two keys are a pair. */
    private static final byte[] SAMPLE = {1, 2, 3};

    /** Nothing is stored: the store lives in memory only. */
    private static final char[] PASSWORD = ALIAS.toCharArray();

    private TlsContexts() {}

    /** That of a side which shows a certificate. */
    public static SSLContext showing(Path certificatePem, Path keyPem) {
        List<X509Certificate> chain = Pem.certificates(certificatePem);
        PrivateKey key = Pem.key(keyPem);
        try {
            if (!belongs(key, chain.get(0).getPublicKey())) {
                throw new TlsException(
                        "%s is not the key of the first certificate in %s: take both from one pair"
                                .formatted(keyPem, certificatePem));
            }
            KeyStore store = emptyStore();
            store.setKeyEntry(ALIAS, key, PASSWORD, chain.toArray(Certificate[]::new));
            KeyManagerFactory keys =
                    KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, PASSWORD);
            return withoutTickets(context(keys.getKeyManagers(), null));
        } catch (GeneralSecurityException | IOException e) {
            throw new TlsException(
                    "%s and %s cannot be used: %s".formatted(certificatePem, keyPem, e), e);
        }
    }

    /**
     * A peer that comes again shakes hands again, which takes one or two milliseconds: some
     * versions of the library in Godot take a ticket for resumption as the end of the connection.
     */
    private static SSLContext withoutTickets(SSLContext context) {
        context.getServerSessionContext().setSessionTimeout(MORE_THAN_A_TICKET_MAY_LAST);
        context.getServerSessionContext().setSessionCacheSize(1);
        return context;
    }

    private static boolean belongs(PrivateKey key, PublicKey publicKey)
            throws GeneralSecurityException {
        if (!key.getAlgorithm().equals(publicKey.getAlgorithm())) {
            return false;
        }
        Signature signature =
                Signature.getInstance(
                        key.getAlgorithm().equals("EC") ? "SHA256withECDSA" : "SHA256withRSA");
        try {
            signature.initSign(key);
            signature.update(SAMPLE);
            byte[] signed = signature.sign();
            signature.initVerify(publicKey);
            signature.update(SAMPLE);
            return signature.verify(signed);
        } catch (InvalidKeyException | SignatureException e) {
            return false;
        }
    }

    /** That of a side which trusts one certificate. */
    public static SSLContext trusting(Pin pin) {
        try {
            return context(null, new TrustManager[] {pin});
        } catch (GeneralSecurityException e) {
            throw new TlsException("this Java has no TLS 1.3: " + e.getMessage(), e);
        }
    }

    /** That of a side which trusts what these authorities have signed. */
    public static SSLContext trusting(Path caPem) {
        try {
            KeyStore store = emptyStore();
            for (X509Certificate authority : Pem.certificates(caPem)) {
                store.setCertificateEntry(ALIAS + store.size(), authority);
            }
            TrustManagerFactory trust =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            return context(null, trust.getTrustManagers());
        } catch (GeneralSecurityException | IOException e) {
            throw new TlsException("%s cannot be used: %s".formatted(caPem, e), e);
        }
    }

    private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static SSLContext context(KeyManager @Nullable [] keys, TrustManager @Nullable [] trust)
            throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLSv1.3");
        context.init(keys, trust, null);
        return context;
    }
}
