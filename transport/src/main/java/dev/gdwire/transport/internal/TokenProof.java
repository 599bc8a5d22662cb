package dev.gdwire.transport.internal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * What one side of one handshake can say of a token without saying the token: an HMAC-SHA-256 (RFC
 * 2104) over the nonces of both peers and the role of the one who proves. It is for one thread.
 */
public final class TokenProof {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int NONCE_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Nothing else may come between the lines that the HMAC is over. */
    private static final Pattern NONCE = Pattern.compile("[A-Za-z0-9+/=]{16,128}");

    private final SecretKeySpec key;
    private final Supplier<String> nonces;
    private @Nullable String helloNonce;
    private @Nullable String challengeNonce;

    /**
     * A proof of one handshake.
     *
     * @param key the token's bytes
     * @param nonces where this side's nonces come from; each is used once
     */
    public TokenProof(byte[] key, Supplier<String> nonces) {
        this.key = new SecretKeySpec(key, ALGORITHM);
        this.nonces = nonces;
    }

    /** A nonce that nobody can foresee: 32 random bytes in base64. */
    public static String randomNonce() {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        return Base64.getEncoder().encodeToString(nonce);
    }

    /** Whether a text can be a nonce. */
    static boolean isNonce(@Nullable String text) {
        return text != null && NONCE.matcher(text).matches();
    }

    /** The nonce for this side's hello. */
    String forHello() {
        String nonce = nonces.get();
        helloNonce = nonce;
        return nonce;
    }

    /** The nonce for this side's challenge, which answers a hello. */
    String forChallenge(String nonceOfHello) {
        helloNonce = nonceOfHello;
        String nonce = nonces.get();
        challengeNonce = nonce;
        return nonce;
    }

    /** The peer's challenge. */
    void challenged(String nonceOfChallenge) {
        challengeNonce = nonceOfChallenge;
    }

    /** What the initiator proves with. */
    String ofInitiator() {
        return mac("initiator");
    }

    /** What the acceptor proves with. */
    String ofAcceptor() {
        return mac("acceptor");
    }

    /**
     * Whether a proof is the right one. How long that takes says nothing of where they differ. The
     * texts are compared, not the bytes that they stand for: base64 has several texts for the same.
     */
    static boolean fits(String right, @Nullable String given) {
        return given != null
                && MessageDigest.isEqual(
                        right.getBytes(StandardCharsets.UTF_8),
                        given.getBytes(StandardCharsets.UTF_8));
    }

    private String mac(String role) {
        if (helloNonce == null || challengeNonce == null) {
            throw new IllegalStateException("there is no proof without both nonces");
        }
        String lines = String.join("\n", "gdwire 1", role, helloNonce, challengeNonce);
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] proof = mac.doFinal(lines.getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(proof);
        } catch (GeneralSecurityException e) {
            // Every Java has HMAC-SHA-256, and takes any key that is not empty.
            throw new IllegalStateException("This Java has no " + ALGORITHM + ".", e);
        }
    }
}
