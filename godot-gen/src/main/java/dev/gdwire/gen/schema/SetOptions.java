package dev.gdwire.gen.schema;

import java.util.Optional;

/**
 * What is said of a schema set from outside, over its {@code protocol.json}.
 *
 * @param name name of the set
 * @param messages where its messages stand
 * @param discriminator property that holds a message's tag
 */
public record SetOptions(
        Optional<String> name, Optional<MessageLayout> messages, Optional<String> discriminator) {
    /** Nothing is said. */
    public static final SetOptions NONE =
            new SetOptions(Optional.empty(), Optional.empty(), Optional.empty());
}
