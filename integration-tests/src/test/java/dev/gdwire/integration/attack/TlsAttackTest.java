package dev.gdwire.integration.attack;

import dev.gdwire.integration.TlsPair;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;

/** A server whose peers share its threads and talk under TLS: attacks on what comes before that. */
class TlsAttackTest extends AttackContract {
    @TempDir static Path folder;

    TlsAttackTest() {
        super("TLS");
    }

    @Override
    Target start() throws IOException {
        try {
            TlsPair pair = TlsPair.in(Files.createTempDirectory(folder, "pair"));
            return new JavaTarget("selector", MOST_PEERS, pair);
        } catch (InterruptedException | GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    Set<Attack> attacks() {
        Set<Attack> attacks =
                EnumSet.of(
                        Attack.TLS_SHAKES,
                        Attack.TLS_STALLS,
                        Attack.HALF_OPEN,
                        Attack.CHURN,
                        Attack.RANDOM_GREETING);
        attacks.retainAll(super.attacks());
        return attacks;
    }

    /** As without TLS: what a handshake takes is small, and there are few at once. */
    @Override
    long heapBound() {
        return 160L << 20;
    }

    @Override
    Force force() {
        return Force.FULL;
    }

    @Override
    long threadBound() {
        return 40;
    }
}
