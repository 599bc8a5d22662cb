package dev.gdwire.gen.schema;

import java.util.Optional;

/**
 * What {@code protocol.json} says of a schema set.
 *
 * @param name in lower_snake_case
 * @param version {@code MAJOR.MINOR}
 * @param discriminator property that holds a message's tag
 * @param javaPackage package of the generated Java
 * @param godotClassName global class name of the generated protocol in Godot
 * @param messages where the messages stand
 */
public record SetConfig(
        String name,
        String version,
        String discriminator,
        Optional<String> javaPackage,
        Optional<String> godotClassName,
        MessageLayout messages) {
    /** Name of the file. */
    public static final String FILE = "protocol.json";

    /** Version of a set that does not say. */
    public static final String DEFAULT_VERSION = "1.0";

    /** Discriminator of a set that does not say. */
    public static final String DEFAULT_DISCRIMINATOR = "type";
}
