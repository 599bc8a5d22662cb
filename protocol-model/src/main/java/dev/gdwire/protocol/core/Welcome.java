package dev.gdwire.protocol.core;

import java.util.List;

/** A handshake message. */
public record Welcome(
        long wire, String library, List<Offer> protocols, List<String> features, long maxFrame)
        implements CoreFromJava, CoreFromGodot {
    public Welcome {
        protocols = List.copyOf(protocols);
        features = List.copyOf(features);
    }
}
