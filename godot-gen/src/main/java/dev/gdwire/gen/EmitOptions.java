package dev.gdwire.gen;

import java.util.Optional;

/**
 * What a back end may be told.
 *
 * @param javaPackage package of the generated Java, over the one of {@code protocol.json}
 */
public record EmitOptions(Optional<String> javaPackage) {
    /** Nothing is told. */
    public static final EmitOptions NONE = new EmitOptions(Optional.empty());
}
