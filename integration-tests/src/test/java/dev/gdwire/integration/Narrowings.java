package dev.gdwire.integration;

import java.util.List;
import java.util.Optional;

/**
 * What Gdwire asks for beyond JSON Schema, as docs/wire.md lists it, by the words of its faults.
 */
final class Narrowings {
    private static final List<String> WORDS =
            List.of(
                    "a known tag",
                    "integer within +-(2^53-1)",
                    "integer within 32 bits",
                    "64-bit integer in decimal digits",
                    "number within 32-bit float",
                    "number within 64-bit float",
                    "text of the format int64",
                    "base64",
                    "node path",
                    "at most 64 levels");

    private Narrowings() {}

    /** The narrowing that a verdict speaks of. */
    static Optional<String> of(String verdict) {
        return WORDS.stream().filter(verdict::contains).findFirst();
    }
}
