package dev.gdwire.gen.fingerprint;

import dev.gdwire.gen.ir.MessageDef;
import dev.gdwire.gen.ir.RecordDef;
import dev.gdwire.gen.ir.Rule;
import dev.gdwire.gen.ir.Sender;
import dev.gdwire.gen.ir.TypeDef;
import dev.gdwire.gen.ir.TypeName;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Digests messages with all that they refer to. They do not depend on the order of files and
 * members, on layout, on words for people, nor on names and places of types; only types that refer
 * to themselves in a circle have their names in the digest.
 */
public final class Fingerprints {
    private final Map<TypeName, TypeDef> definitions = new TreeMap<>();
    private final Map<TypeName, String> digests = new HashMap<>();
    private final RuleDigests rules;
    private final TypeGraph graph;

    /**
     * For a protocol's types.
     *
     * @param types all types with names, those of messages too
     * @param rules what the rules of types refer to
     */
    public Fingerprints(Collection<TypeDef> types, Map<String, Rule> rules) {
        this.rules = new RuleDigests(rules);
        types.forEach(type -> definitions.put(type.name(), type));
        this.graph = new TypeGraph(definitions.values());
    }

    /** Digest of a message, in 32 hexadecimal digits. */
    public String message(RecordDef record, Sender sender, Optional<String> replyTag) {
        return Digest.of(
                "message("
                        + digest(record.name())
                        + ";"
                        + sender
                        + ";"
                        + replyTag.orElse("")
                        + ")");
    }

    /** Digest of a protocol, in 32 hexadecimal digits. */
    public static String protocol(
            String name, String discriminator, Collection<MessageDef> messages) {
        return Digest.of(
                messages.stream()
                        .sorted(Comparator.comparing(MessageDef::tag))
                        .map(message -> message.tag() + ":" + message.fingerprint())
                        .collect(Collectors.joining("\n", name + "\n" + discriminator + "\n", "")));
    }

    /** Without recursion: chains of references may be longer than the stack is deep. */
    private String digest(TypeName name) {
        Deque<TypeName> waiting = new ArrayDeque<>();
        waiting.push(name);
        while (!waiting.isEmpty()) {
            TypeName next = waiting.peek();
            if (digests.containsKey(next)) {
                waiting.pop();
            } else if (!pushMissing(next, waiting)) {
                digests.put(next, Digest.of(canonical(next)));
                waiting.pop();
            }
        }
        return digests.get(name);
    }

    /** Whether something that this type needs has no digest yet. */
    private boolean pushMissing(TypeName name, Deque<TypeName> waiting) {
        SortedSet<TypeName> circle = graph.circle(name);
        boolean missing = false;
        for (TypeName member : circle.isEmpty() ? Set.of(name) : circle) {
            for (TypeName target : graph.targets(member)) {
                if (!circle.contains(target) && !digests.containsKey(target)) {
                    waiting.push(target);
                    missing = true;
                }
            }
        }
        return missing;
    }

    private String canonical(TypeName name) {
        SortedSet<TypeName> circle = graph.circle(name);
        CanonicalForm form =
                new CanonicalForm(
                        target ->
                                circle.contains(target)
                                        ? "named(" + target + ")"
                                        : digests.get(target),
                        rules);
        if (circle.isEmpty()) {
            return form.of(definitions.get(name));
        }
        return circle.stream()
                .map(member -> member + "=" + form.of(definitions.get(member)))
                .collect(Collectors.joining(";", "circle(" + name + ";", ")"));
    }
}
