package dev.gdwire.client.internal;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides who may stay, of those that connect to a listening side. Whoever connects has a handshake
 * in progress until it has said who it is; then it is a peer, or is refused. Peers and handshakes
 * are counted apart: those that say nothing take no peer's place. And when there are too many
 * handshakes, the address that has the most of them loses its oldest, so that one address cannot
 * keep out the others. Safe for use by many threads.
 */
final class PeerAdmission {
    private static final int BLOCK_BYTES = 8;

    private enum State {
        OUTSIDE,
        SHAKING,
        REFUSED,
        PEER,
        GONE
    }

    private final PeerLimits limits;

    /** In the order in which they came. */
    private final Set<Guest> waiting = new LinkedHashSet<>();

    private final Map<Object, Integer> waitingFrom = new HashMap<>();
    private final Map<Object, Integer> peersFrom = new HashMap<>();
    private int peers;
    private long dropped;

    /** Nobody is there. */
    PeerAdmission(PeerLimits limits) {
        this.limits = limits;
    }

    /**
     * Who counts as one: an address. With version 6 the addresses of a block of 64 bits do, as many
     * machines have one to themselves; but those that reach no further than a link or a machine.
     */
    static Object origin(InetAddress address) {
        boolean hasBlock =
                address instanceof Inet6Address
                        && !address.isLinkLocalAddress()
                        && !address.isLoopbackAddress();
        byte[] bytes = address.getAddress();
        return hasBlock
                ? "block " + Arrays.toString(Arrays.copyOf(bytes, BLOCK_BYTES))
                : Arrays.toString(bytes);
    }

    /** A place for one that has connected, which does not count yet. */
    Guest guest(InetAddress address) {
        return new Guest(address, origin(address));
    }

    /**
     * Lets its handshake begin.
     *
     * @return whose handshake is to be dropped for it, and counts no more
     */
    synchronized Optional<Guest> arrive(Guest guest) {
        guest.state = State.SHAKING;
        waiting.add(guest);
        waitingFrom.merge(guest.origin, 1, Integer::sum);
        if (waiting.size() <= limits.handshakes()) {
            return Optional.empty();
        }
        int most = Collections.max(waitingFrom.values());
        Guest oldest =
                waiting.stream()
                        .filter(one -> waitingFrom.getOrDefault(one.origin, 0) == most)
                        .findFirst()
                        .orElseThrow();
        remove(oldest);
        dropped++;
        return Optional.of(oldest);
    }

    /** How many handshakes were dropped so far. */
    synchronized long dropped() {
        return dropped;
    }

    /** How many peers there are. */
    synchronized int peers() {
        return peers;
    }

    /** How many handshakes are in progress, with those that were refused and are still there. */
    synchronized int handshakes() {
        return waiting.size();
    }

    /** The one place where it is decided. */
    private synchronized @Nullable String decide(Guest guest) {
        if (guest.state != State.SHAKING) {
            return "its handshake was given up: " + tooManyHandshakes();
        }
        String refusal = refusal(guest);
        if (refusal != null) {
            // It counts as it did until it has gone: who is refused may take its time.
            guest.state = State.REFUSED;
            return refusal;
        }
        remove(guest);
        guest.state = State.PEER;
        peers++;
        peersFrom.merge(guest.origin, 1, Integer::sum);
        return null;
    }

    private @Nullable String refusal(Guest guest) {
        if (peers >= limits.peers()) {
            return "there are %d peers already, the most (maxPeers): end one, or raise the limit"
                    .formatted(peers);
        }
        if (peersFrom.getOrDefault(guest.origin, 0) >= limits.perAddress()) {
            return "there are %d peers from %s already, the most from one address (maxPeersPerAddress): end one, or raise the limit"
                    .formatted(limits.perAddress(), guest.address.getHostAddress());
        }
        return null;
    }

    String tooManyHandshakes() {
        return "more than %d were in progress at once, the most (maxHandshakes)"
                .formatted(limits.handshakes());
    }

    private synchronized void remove(Guest guest) {
        if (guest.state == State.PEER) {
            peers--;
            countDown(peersFrom, guest.origin);
        } else if (waiting.remove(guest)) {
            countDown(waitingFrom, guest.origin);
        }
        guest.state = State.GONE;
    }

    private synchronized void removePeer(Guest guest) {
        if (guest.state == State.PEER) {
            remove(guest);
        }
    }

    private static void countDown(Map<Object, Integer> counts, Object origin) {
        counts.computeIfPresent(origin, (key, count) -> count == 1 ? null : count - 1);
    }

    /** One that has connected. */
    final class Guest implements Place {
        private final InetAddress address;
        private final Object origin;
        private State state = State.OUTSIDE;
        private volatile Runnable drop = () -> {};

        private Guest(InetAddress address, Object origin) {
            this.address = address;
            this.origin = origin;
        }

        InetAddress address() {
            return address;
        }

        /** Says what ends its connection at once. */
        void onDrop(Runnable action) {
            drop = action;
        }

        /** Ends its connection at once; it has lost its place. */
        void drop() {
            drop.run();
        }

        @Override
        public @Nullable String refusal() {
            return decide(this);
        }

        @Override
        public void over() {
            removePeer(this);
        }

        @Override
        public void leave() {
            remove(this);
        }
    }
}
