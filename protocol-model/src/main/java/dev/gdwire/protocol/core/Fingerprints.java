package dev.gdwire.protocol.core;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Digests of a protocol's messages. */
public record Fingerprints(String protocol, Map<String, String> messages)
        implements CoreFromJava, CoreFromGodot {
    public Fingerprints {
        messages = Collections.unmodifiableMap(new LinkedHashMap<>(messages));
    }
}
