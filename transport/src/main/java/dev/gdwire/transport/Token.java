package dev.gdwire.transport;

import dev.gdwire.transport.internal.TokenProof;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.Supplier;

/**
 * A secret that both peers were given; each proves to the other that it has it, and it never
 * travels ({@code docs/wire.md}). It is immutable, and shows itself to nobody.
 */
public final class Token {
    private static final int FEWEST_BYTES = 16;
    private static final int RANDOM_BYTES = 32;

    private final byte[] bytes;

    private Token(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * A token that a user has.
     *
     * @throws IllegalArgumentException if it is shorter than 16 bytes in UTF-8: such are guessed
     */
    public static Token of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length < FEWEST_BYTES) {
            throw new IllegalArgumentException(
                    "A token has at least 16 bytes, this one has %d: make one with ./gdwire token"
                            .formatted(bytes.length));
        }
        return new Token(bytes);
    }

    /** The text of a new token: 32 random bytes in base64. */
    public static String random() {
        byte[] random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        return Base64.getEncoder().encodeToString(random);
    }

    /** What proves in one handshake that a peer has it, with nonces of that one alone. */
    TokenProof proof(Supplier<String> nonces) {
        return new TokenProof(bytes, nonces);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Token token && MessageDigest.isEqual(bytes, token.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Says nothing of the secret. */
    @Override
    public String toString() {
        return "a token";
    }
}
