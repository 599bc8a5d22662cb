package dev.gdwire.integration.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two thousand peers of one server: the short form of {@code benchmarks/run many}. */
@Tag("attack")
@Timeout(180)
class ManyConnectionsTest {
    private static final int CONNECTIONS = 2_000;

    /** About twice what was measured; the socket's own objects are in it. */
    private static final long MOST_BYTES_EACH = 12_000;

    private static final int MOST_THREADS = 40;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

    @Test
    void eachIsServedAndCostsLittle() throws Exception {
        try (JavaTarget server = new JavaTarget("selector", CONNECTIONS + 1)) {
            // What is there once, such as classes, is there before.
            HonestPeers.tryOnce(Dial.plain(server.port()));
            Footprint before = server.footprint();
            List<HonestPeer> peers = new ArrayList<>();
            try {
                for (int i = 0; i < CONNECTIONS; i++) {
                    peers.add(new HonestPeer(Dial.plain(server.port())));
                }
                for (int round = 1; round <= 2; round++) {
                    for (HonestPeer peer : peers) {
                        peer.ask(round);
                    }
                }
                Footprint open = server.footprint();
                assertThat((open.heap() - before.heap()) / CONNECTIONS)
                        .as("bytes of the heap for a connection")
                        .isLessThan(MOST_BYTES_EACH);
                assertThat((open.direct() - before.direct()) / CONNECTIONS)
                        .as("bytes outside of the heap for a connection")
                        .isLessThan(MOST_BYTES_EACH / 10);
                assertThat(open.threads()).isLessThan(MOST_THREADS);
            } finally {
                for (HonestPeer peer : peers) {
                    peer.close();
                }
            }
            awaitRest(server, before);
        }
    }

    private static void awaitRest(JavaTarget server, Footprint before) throws Exception {
        long until = System.nanoTime() + PATIENCE_NANOS;
        long most = before.heap() + CONNECTIONS * MOST_BYTES_EACH / 10;
        // The next peer finds those that are over, and makes room.
        HonestPeers.tryOnce(Dial.plain(server.port()));
        Footprint after = server.footprint();
        while (after.heap() > most && System.nanoTime() < until) {
            Thread.sleep(50);
            HonestPeers.tryOnce(Dial.plain(server.port()));
            after = server.footprint();
        }
        assertThat(after.heap()).as("before: %s, afterwards: %s", before, after).isLessThan(most);
    }
}
