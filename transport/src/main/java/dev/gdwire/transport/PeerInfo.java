package dev.gdwire.transport;

import dev.gdwire.protocol.Protocol;
import java.util.List;

/**
 * What is known of the peer when the connection opens.
 *
 * @param library name and version of its library
 * @param protocols the protocols of this side that the connection carries
 * @param features the optional parts of the wire format in force
 * @param maxFrame the longest line that it accepts, in bytes without the newline
 * @param differing names of the carried protocols whose schemas differ
 */
public record PeerInfo(
        String library,
        List<Protocol<?>> protocols,
        List<String> features,
        long maxFrame,
        List<String> differing) {
    public PeerInfo {
        protocols = List.copyOf(protocols);
        features = List.copyOf(features);
        differing = List.copyOf(differing);
    }
}
