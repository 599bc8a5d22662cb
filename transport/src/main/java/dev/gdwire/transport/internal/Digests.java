package dev.gdwire.transport.internal;

import dev.gdwire.protocol.MessageType;
import dev.gdwire.protocol.Protocol;
import dev.gdwire.protocol.core.Fingerprints;
import dev.gdwire.transport.Problem;
import dev.gdwire.transport.ProblemKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Finds out which messages differ when the digests of a whole protocol do. */
final class Digests {
    private Digests() {}

    static Fingerprints of(Protocol<?> protocol) {
        return new Fingerprints(protocol.name(), messages(protocol));
    }

    private static Map<String, String> messages(Protocol<?> protocol) {
        Map<String, String> digests = new LinkedHashMap<>();
        for (MessageType<?> type : protocol.messages()) {
            digests.put(type.tag(), type.fingerprint());
        }
        return digests;
    }

    /** What differs, as a problem; empty when nothing does. */
    static Optional<Problem> compare(Protocol<?> protocol, Map<String, String> theirs) {
        Map<String, String> ours = messages(protocol);
        List<String> differ = new ArrayList<>();
        List<String> onlyOurs = new ArrayList<>();
        ours.forEach(
                (tag, digest) -> {
                    if (!theirs.containsKey(tag)) {
                        onlyOurs.add(tag);
                    } else if (!digest.equals(theirs.get(tag))) {
                        differ.add(tag);
                    }
                });
        TreeSet<String> onlyTheirs = new TreeSet<>(theirs.keySet());
        onlyTheirs.removeAll(ours.keySet());
        List<String> parts = new ArrayList<>();
        add(parts, "different", differ);
        add(parts, "unknown to the peer", onlyOurs);
        add(parts, "known to the peer only", onlyTheirs);
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                Problem.of(
                        ProblemKind.DIFFERENT_SCHEMAS,
                        "the peers' schemas of %s differ: %s; generate both from the same schemas"
                                .formatted(protocol.name(), String.join("; ", parts))));
    }

    private static void add(List<String> parts, String what, Iterable<String> tags) {
        String list = String.join(", ", tags);
        if (!list.isEmpty()) {
            parts.add(what + ": " + list);
        }
    }
}
