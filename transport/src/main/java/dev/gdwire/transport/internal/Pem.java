package dev.gdwire.transport.internal;

import dev.gdwire.transport.TlsException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads certificates (X.509) and private keys (PKCS#8, of EC and RSA) in PEM, RFC 7468. Errors name
 * the file, never what a key has in it.
 */
public final class Pem {
    /** More than any chain of certificates has. */
    private static final long LARGEST = 1024 * 1024;

    private static final String CERTIFICATE = "CERTIFICATE";
    private static final String KEY = "PRIVATE KEY";
    private static final List<String> ALGORITHMS = List.of("EC", "RSA");
    private static final Pattern BLOCK =
            Pattern.compile(
                    "-----BEGIN ([A-Z0-9 ]{1,40})-----([A-Za-z0-9+/=\\s]*+)-----END \\1-----");

    private record Block(String label, byte[] bytes) {}

    private Pem() {}

    /**
     * The certificates of a file, in their order; there is one at least.
     *
     * @throws TlsException if there is none, or one cannot be read
     */
    public static List<X509Certificate> certificates(Path file) {
        List<X509Certificate> found = new ArrayList<>();
        for (Block block : blocks(file)) {
            if (block.label().equals(CERTIFICATE)) {
                found.add(certificate(file, block));
            }
        }
        if (found.isEmpty()) {
            throw missing(file, CERTIFICATE, "certificate");
        }
        return found;
    }

    private static X509Certificate certificate(Path file, Block block) {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(block.bytes()));
        } catch (CertificateException e) {
            throw new TlsException(file + ": a certificate in it is damaged", e);
        }
    }

    /**
     * The private key of a file.
     *
     * @throws TlsException if there is none, or it cannot be read
     */
    public static PrivateKey key(Path file) {
        List<Block> blocks = blocks(file);
        for (Block block : blocks) {
            if (block.label().equals(KEY)) {
                return key(file, block);
            }
        }
        for (Block block : blocks) {
            if (block.label().equals("ENCRYPTED PRIVATE KEY")) {
                throw new TlsException(
                        file
                                + ": the key is encrypted: decrypt it with openssl pkcs8 -in OLD"
                                + " -out NEW, and let only its owner read it");
            }
            if (block.label().endsWith(KEY)) {
                throw new TlsException(
                        "%s: it has a key as %s, not in PKCS#8: convert it with openssl pkcs8 -topk8 -nocrypt -in OLD -out NEW, and let only its owner read it"
                                .formatted(file, block.label()));
            }
        }
        throw missing(file, KEY, "private key");
    }

    private static PrivateKey key(Path file, Block block) {
        PKCS8EncodedKeySpec encoded = new PKCS8EncodedKeySpec(block.bytes());
        GeneralSecurityException last = null;
        for (String algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(encoded);
            } catch (InvalidKeySpecException e) {
                last = e;
            } catch (GeneralSecurityException e) {
                throw new TlsException("this Java has no " + algorithm + " keys", e);
            }
        }
        throw new TlsException(
                file + ": the key is damaged, or is neither of EC nor of RSA: use one that is",
                last == null ? new InvalidKeySpecException() : last);
    }

    private static List<Block> blocks(Path file) {
        Matcher matcher = BLOCK.matcher(text(file));
        List<Block> blocks = new ArrayList<>();
        while (matcher.find()) {
            String label = matcher.group(1);
            try {
                byte[] bytes = Base64.getMimeDecoder().decode(matcher.group(2));
                blocks.add(new Block(label, bytes));
            } catch (IllegalArgumentException e) {
                throw new TlsException(file + ": the base64 of its " + label + " is damaged", e);
            }
        }
        return blocks;
    }

    private static String text(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw new TlsException(file + " is too large for a file in PEM: is it another?");
            }
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException e) {
            throw new TlsException(
                    file + " is not there: ./gdwire certificate --out FOLDER makes a pair", e);
        } catch (IOException e) {
            throw new TlsException(file + " cannot be read: " + e, e);
        }
    }

    private static TlsException missing(Path file, String label, String what) {
        return new TlsException(
                "%s has no %s in PEM: a line in it must be -----BEGIN %s-----, and one -----END %s-----"
                        .formatted(file, what, label, label));
    }
}
