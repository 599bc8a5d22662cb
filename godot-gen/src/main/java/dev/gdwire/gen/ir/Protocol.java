package dev.gdwire.gen.ir;

import java.util.List;
import java.util.Optional;

/**
 * One schema set.
 *
 * @param name name of the set in lower_snake_case, such as {@code arena}
 * @param version {@code MAJOR.MINOR}
 * @param discriminator name of the property that holds a message's tag
 * @param javaPackage package that {@code protocol.json} asks for
 * @param godotClassName global class name that {@code protocol.json} asks for
 * @param fingerprint digest of the fingerprints of all messages
 * @param messages sorted by tag
 * @param types every named type that is no message itself, sorted by name
 */
public record Protocol(
        String name,
        String version,
        String discriminator,
        Optional<String> javaPackage,
        Optional<String> godotClassName,
        String fingerprint,
        List<MessageDef> messages,
        List<TypeDef> types) {
    public Protocol {
        messages = List.copyOf(messages);
        types = List.copyOf(types);
    }
}
