package dev.gdwire.client.internal;

/**
 * How many connections a listening side takes.
 *
 * @param peers the most whose handshake is done
 * @param perAddress the most of those from one address
 * @param handshakes the most whose handshake is not done, or who were refused and are still there
 */
public record PeerLimits(int peers, int perAddress, int handshakes) {
    /** 64 peers, from wherever they are, and 64 handshakes. */
    public static final PeerLimits DEFAULT = new PeerLimits(64, Integer.MAX_VALUE, 64);

    public PeerLimits {
        if (peers < 1 || perAddress < 1 || handshakes < 1) {
            throw new IllegalArgumentException(
                    "Limits are at least 1: peers %d, per address %d, handshakes %d"
                            .formatted(peers, perAddress, handshakes));
        }
    }

    /** The same with another limit of peers. */
    public PeerLimits withPeers(int most) {
        return new PeerLimits(most, perAddress, handshakes);
    }

    /** The same with another limit of peers from one address. */
    public PeerLimits withPerAddress(int most) {
        return new PeerLimits(peers, most, handshakes);
    }

    /** The same with another limit of handshakes. */
    public PeerLimits withHandshakes(int most) {
        return new PeerLimits(peers, perAddress, most);
    }
}
