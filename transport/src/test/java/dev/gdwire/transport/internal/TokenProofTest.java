package dev.gdwire.transport.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TokenProofTest {
    private static final String HELLO = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    private static final String CHALLENGE = "ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8=";

    /** The example of docs/wire.md, computed by openssl. */
    @Test
    void theExampleOfTheWire() {
        TokenProof acceptor = proof(CHALLENGE);
        assertThat(acceptor.forChallenge(HELLO)).isEqualTo(CHALLENGE);
        TokenProof initiator = proof(HELLO);
        assertThat(initiator.forHello()).isEqualTo(HELLO);
        initiator.challenged(CHALLENGE);
        String mac = "BL32hLaajYCdG/9AsedplMcctu6Ji/S/+x2t7tNhtzE=";
        String proof = "E+i/vGF7caRGE+CtbAzBb4xVVr52O1WhoZcCSvarjnA=";
        assertThat(initiator.ofInitiator()).isEqualTo(acceptor.ofInitiator()).isEqualTo(mac);
        assertThat(initiator.ofAcceptor()).isEqualTo(acceptor.ofAcceptor()).isEqualTo(proof);
    }

    @Test
    void onlyTheVeryTextFits() {
        assertThat(TokenProof.fits("abc=", "abc=")).isTrue();
        assertThat(TokenProof.fits("abc=", "abd=")).isFalse();
        assertThat(TokenProof.fits("abc=", "abc")).isFalse();
        assertThat(TokenProof.fits("abc=", "")).isFalse();
        assertThat(TokenProof.fits("abc=", null)).isFalse();
    }

    @Test
    void thereIsNoProofWithoutBothNonces() {
        TokenProof proof = proof(HELLO);
        proof.forHello();
        assertThatThrownBy(proof::ofInitiator).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void randomNoncesAreNoncesAndNeverTheSame() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            String nonce = TokenProof.randomNonce();
            assertThat(TokenProof.isNonce(nonce)).isTrue();
            assertThat(nonce).hasSize(44);
            assertThat(seen.add(nonce)).isTrue();
        }
    }

    private static TokenProof proof(String nonce) {
        return new TokenProof("0123456789abcdef".getBytes(StandardCharsets.UTF_8), () -> nonce);
    }
}
