package dev.gdwire.gen.fingerprint;

import dev.gdwire.gen.ir.Literal;
import dev.gdwire.gen.ir.Rule;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Digests rules with all that they refer to. Names of rules are in a digest only where rules refer
 * to each other in a circle.
 */
final class RuleDigests {
    private final Map<String, Rule> rules;
    private final Map<String, SortedSet<String>> edges = new TreeMap<>();
    private final Map<String, SortedSet<String>> circles;
    private final Map<String, String> digests = new HashMap<>();

    RuleDigests(Map<String, Rule> rules) {
        this.rules = rules;
        rules.forEach((name, rule) -> edges.put(name, references(rule.schema())));
        this.circles = Circles.of(edges);
    }

    /** The rule as text, its references as digests of what they refer to. */
    String canonical(Rule rule) {
        references(rule.schema()).forEach(this::digest);
        return CanonicalForm.literal(replaced(rule.schema(), Set.of()));
    }

    /** Without recursion: chains of references may be longer than the stack is deep. */
    private void digest(String start) {
        Deque<String> waiting = new ArrayDeque<>();
        waiting.push(start);
        while (!waiting.isEmpty()) {
            String next = waiting.peek();
            if (digests.containsKey(next)) {
                waiting.pop();
            } else if (!pushMissing(next, waiting)) {
                digests.put(next, Digest.of(text(next)));
                waiting.pop();
            }
        }
    }

    private Set<String> circle(String name) {
        return circles.containsKey(name) ? circles.get(name) : Set.of(name);
    }

    private boolean pushMissing(String name, Deque<String> waiting) {
        boolean missing = false;
        for (String member : circle(name)) {
            for (String target : edges.get(member)) {
                if (!circle(name).contains(target) && !digests.containsKey(target)) {
                    waiting.push(target);
                    missing = true;
                }
            }
        }
        return missing;
    }

    private String text(String name) {
        Set<String> circle = circle(name);
        Set<String> named = circles.containsKey(name) ? circle : Set.of();
        String all =
                circle.stream()
                        .map(
                                member ->
                                        (named.isEmpty() ? "" : member + "=")
                                                + CanonicalForm.literal(
                                                        replaced(
                                                                rules.get(member).schema(), named)))
                        .collect(Collectors.joining(";"));
        return named.isEmpty() ? all : name + ";" + all;
    }

    /** A rule whose references to others than these are digests. */
    private Literal replaced(Literal rule, Set<String> kept) {
        if (rule instanceof Literal.ListLiteral list) {
            List<Literal> items = list.items().stream().map(i -> replaced(i, kept)).toList();
            return new Literal.ListLiteral(items);
        }
        if (!(rule instanceof Literal.ObjectLiteral object)) {
            return rule;
        }
        Map<String, Literal> members = new LinkedHashMap<>();
        object.members()
                .forEach(
                        (keyword, value) -> {
                            boolean named =
                                    isReference(keyword, value) && !kept.contains(text(value));
                            members.put(
                                    keyword,
                                    named
                                            ? new Literal.StringLiteral(digests.get(text(value)))
                                            : replaced(value, kept));
                        });
        return new Literal.ObjectLiteral(members);
    }

    private SortedSet<String> references(Literal rule) {
        SortedSet<String> names = new TreeSet<>();
        collect(rule, names);
        return names;
    }

    private void collect(Literal rule, Set<String> names) {
        if (rule instanceof Literal.ListLiteral list) {
            list.items().forEach(item -> collect(item, names));
        } else if (rule instanceof Literal.ObjectLiteral object) {
            object.members()
                    .forEach(
                            (keyword, value) -> {
                                if (isReference(keyword, value)) {
                                    names.add(text(value));
                                } else {
                                    collect(value, names);
                                }
                            });
        }
    }

    /** A constant may have a member of that name, but none with the name of a rule. */
    private boolean isReference(String keyword, Literal value) {
        return keyword.equals("$ref")
                && value instanceof Literal.StringLiteral name
                && rules.containsKey(name.value());
    }

    private static String text(Literal value) {
        return ((Literal.StringLiteral) value).value();
    }
}
