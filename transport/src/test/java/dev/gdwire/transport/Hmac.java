package dev.gdwire.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The proof of a token, from the words of docs/wire.md and of RFC 2104 alone. */
final class Hmac {
    private static final int BLOCK = 64;
    private static final Pattern CHALLENGE =
            Pattern.compile("\\{\"gdwire\":\"challenge\",\"nonce\":\"([^\"]*)\"}\n");

    private Hmac() {}

    static String nonceOf(String challenge) {
        Matcher matcher = CHALLENGE.matcher(challenge);
        assertThat(matcher.matches()).as(challenge).isTrue();
        return matcher.group(1);
    }

    static String of(String token, String role, String helloNonce, String challengeNonce) {
        byte[] key = token.getBytes(StandardCharsets.UTF_8);
        byte[] block = Arrays.copyOf(key.length > BLOCK ? sha256(key) : key, BLOCK);
        String lines = "gdwire 1\n" + role + "\n" + helloNonce + "\n" + challengeNonce;
        byte[] inner = sha256(padded(block, 0x36), lines.getBytes(StandardCharsets.US_ASCII));
        return Base64.getEncoder().encodeToString(sha256(padded(block, 0x5c), inner));
    }

    private static byte[] padded(byte[] block, int pad) {
        byte[] result = block.clone();
        for (int i = 0; i < result.length; i++) {
            result[i] ^= (byte) pad;
        }
        return result;
    }

    private static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
