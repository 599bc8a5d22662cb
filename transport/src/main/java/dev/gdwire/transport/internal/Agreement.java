package dev.gdwire.transport.internal;

import dev.gdwire.protocol.Protocol;
import dev.gdwire.protocol.core.Offer;
import dev.gdwire.protocol.core.Reject;
import dev.gdwire.protocol.core.RejectCode;
import dev.gdwire.transport.EngineOptions;
import dev.gdwire.transport.PeerInfo;
import dev.gdwire.transport.SchemaPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Compares what both peers offer: the rules of the handshake, the same for both roles. */
final class Agreement {
    /** The wire version that this library speaks. */
    static final long WIRE = 1;

    private final EngineOptions options;

    Agreement(EngineOptions options) {
        this.options = options;
    }

    /** Why the peer's wire version is refused; empty when it fits. */
    Optional<Reject> refuseWire(long wire) {
        return wire == WIRE
                ? Optional.empty()
                : Optional.of(
                        new Reject(
                                RejectCode.WIRE_VERSION,
                                "one side speaks wire version %d, the other %d: use the same version of Gdwire on both"
                                        .formatted(WIRE, wire)));
    }

    /** Why the peer's protocols are refused; empty when they fit. */
    Optional<Reject> refuseProtocols(List<Offer> offers) {
        Map<String, Offer> theirs = byName(offers);
        List<Protocol<?>> common = common(offers);
        if (common.isEmpty()) {
            return Optional.of(
                    new Reject(
                            RejectCode.NO_COMMON_PROTOCOL,
                            "one side speaks %s, the other %s: generate both from the same schemas"
                                    .formatted(list(offers()), list(offers))));
        }
        return common.stream()
                .map(protocol -> refuse(protocol, theirs.get(protocol.name())))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Reject> refuse(Protocol<?> ours, Offer theirs) {
        if (!major(ours.version()).equals(major(theirs.version()))) {
            return Optional.of(
                    new Reject(
                            RejectCode.PROTOCOL_VERSION,
                            "%s has version %s on one side and %s on the other: generate both from the same schemas"
                                    .formatted(ours.name(), ours.version(), theirs.version())));
        }
        boolean differs = !ours.fingerprint().equals(theirs.fingerprint());
        if (differs && options.schemas() == SchemaPolicy.STRICT) {
            return Optional.of(
                    new Reject(
                            RejectCode.FINGERPRINT,
                            "the schemas of %s differ, and one side is strict: generate both from the same schemas"
                                    .formatted(ours.name())));
        }
        return Optional.empty();
    }

    /** What is known of a peer that was not refused. */
    PeerInfo peer(String library, List<Offer> offers, List<String> features, long maxFrame) {
        Map<String, Offer> theirs = byName(offers);
        List<Protocol<?>> common = common(offers);
        List<String> differing = new ArrayList<>();
        for (Protocol<?> protocol : common) {
            if (!protocol.fingerprint().equals(theirs.get(protocol.name()).fingerprint())) {
                differing.add(protocol.name());
            }
        }
        List<String> shared =
                options.offeredFeatures().stream().filter(features::contains).toList();
        return new PeerInfo(library, common, shared, maxFrame, differing);
    }

    /** What this side offers. */
    List<Offer> offers() {
        return offers(options.protocols());
    }

    static List<Offer> offers(List<Protocol<?>> protocols) {
        List<Offer> offers = new ArrayList<>();
        for (Protocol<?> protocol : protocols) {
            offers.add(new Offer(protocol.name(), protocol.version(), protocol.fingerprint()));
        }
        return offers;
    }

    private List<Protocol<?>> common(List<Offer> offers) {
        Map<String, Offer> theirs = byName(offers);
        return options.protocols().stream()
                .filter(protocol -> theirs.containsKey(protocol.name()))
                .toList();
    }

    private static Map<String, Offer> byName(List<Offer> offers) {
        return offers.stream()
                .collect(Collectors.toMap(Offer::name, Function.identity(), (a, b) -> a));
    }

    private static String list(List<Offer> offers) {
        return offers.isEmpty()
                ? "nothing"
                : offers.stream()
                        .map(offer -> offer.name() + " " + offer.version())
                        .collect(Collectors.joining(", "));
    }

    private static String major(String version) {
        int dot = version.indexOf('.');
        return dot < 0 ? version : version.substring(0, dot);
    }
}
