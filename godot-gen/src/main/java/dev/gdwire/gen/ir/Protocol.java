package dev.gdwire.gen.ir;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

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
 * @param rules the rules that others refer to, by the name in their {@code $ref}
 */
public record Protocol(
        String name,
        String version,
        String discriminator,
        Optional<String> javaPackage,
        Optional<String> godotClassName,
        String fingerprint,
        List<MessageDef> messages,
        List<TypeDef> types,
        SortedMap<String, Rule> rules) {
    public Protocol {
        messages = List.copyOf(messages);
        types = List.copyOf(types);
        rules = Collections.unmodifiableSortedMap(new TreeMap<>(rules));
    }

    /** A protocol without rules that others refer to. */
    public Protocol(
            String name,
            String version,
            String discriminator,
            Optional<String> javaPackage,
            Optional<String> godotClassName,
            String fingerprint,
            List<MessageDef> messages,
            List<TypeDef> types) {
        this(
                name,
                version,
                discriminator,
                javaPackage,
                godotClassName,
                fingerprint,
                messages,
                types,
                Collections.emptySortedMap());
    }
}
