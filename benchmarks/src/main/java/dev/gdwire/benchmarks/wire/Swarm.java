package dev.gdwire.benchmarks.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;

/**
 * Many peers in one thread, each with one request on its way. What they say is prepared, so that
 * most of the time is the server's.
 */
final class Swarm {
    private final Selector selector = Selector.open();
    private final List<SwarmPeer> peers = new ArrayList<>();
    private final LatencyLog latencies;
    private long until;
    private int waiting;

    /** Connects so many peers. */
    Swarm(int size, int port, Dialect dialect, Tallies tallies, LatencyLog latencies)
            throws IOException {
        this.latencies = latencies;
        for (int i = 0; i < size; i++) {
            SwarmPeer peer = new SwarmPeer(port, dialect, tallies.fresh());
            peer.register(selector);
            peers.add(peer);
        }
    }

    /** Asks and waits for answers for so long, and then for the last ones. */
    void runFor(long nanos) throws IOException {
        latencies.clear();
        until = System.nanoTime() + nanos;
        for (SwarmPeer peer : peers) {
            peer.ask(System.nanoTime());
            waiting++;
        }
        while (waiting > 0) {
            selector.select(this::ready);
        }
    }

    private void ready(SelectionKey key) {
        SwarmPeer peer = (SwarmPeer) key.attachment();
        try {
            if (peer.isAnswered()) {
                answered(peer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answered(SwarmPeer peer) throws IOException {
        long now = System.nanoTime();
        latencies.add(now - peer.askedAt());
        waiting--;
        if (now < until) {
            peer.ask(now);
            waiting++;
        }
    }
}
