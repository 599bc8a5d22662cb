package dev.gdwire.gen.merge;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gdwire.gen.ir.Literal;
import dev.gdwire.gen.ir.Rule;
import dev.gdwire.gen.schema.Location;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Makes rules of schemas. What a {@code $ref} in a rule points at becomes a rule with a name. */
final class Rules {
    private static final Literal TRUE = new Literal.BooleanLiteral(true);
    private static final Literal FALSE = new Literal.BooleanLiteral(false);

    private final Schemas schemas;
    private final RuleKeywords keywords;
    private final Map<JsonNode, String> names;
    private final SortedMap<String, Rule> named = new TreeMap<>();
    private final Map<List<Integer>, Literal> wholes = new HashMap<>();
    private final Deque<Location> waiting = new ArrayDeque<>();

    Rules(Schemas schemas) {
        this.schemas = schemas;
        this.keywords = new RuleKeywords(schemas, this::inside);
        this.names = RuleNames.of(schemas);
    }

    /** The rules that others refer to, by name. */
    SortedMap<String, Rule> named() {
        return named;
    }

    /** All that a conjunction says. */
    Literal whole(Facts facts) {
        return wholes.computeIfAbsent(
                facts.key(),
                unused -> all(facts.atoms().stream().map(atom -> own(atom, Set.of())).toList()));
    }

    /** All that some schemas say, with the references that they have. */
    Literal asWritten(List<Location> schemas) {
        Literal rule = all(schemas.stream().map(this::inside).toList());
        finishNamed();
        return rule;
    }

    /** What an atom says itself, but for some keywords. */
    Literal own(Location atom, Set<String> unwanted) {
        Literal rule =
                Schemas.isFalse(atom)
                        ? FALSE
                        : object(new LinkedHashMap<>(ownMembers(atom, unwanted)));
        finishNamed();
        return rule;
    }

    /** What stands beside the reference to a native type. */
    Literal beside(Location atom, Set<String> unwanted) {
        Map<String, Literal> members = new LinkedHashMap<>(keywords.of(atom, unwanted));
        members.remove("allOf");
        finishNamed();
        return object(members);
    }

    private Map<String, Literal> ownMembers(Location atom, Set<String> unwanted) {
        Map<String, Literal> members = new LinkedHashMap<>();
        schemas.nativeType(atom)
                .map(NativeRules::schema)
                .map(JsonLiterals::of)
                .ifPresent(rule -> members.putAll(((Literal.ObjectLiteral) rule).members()));
        Map<String, Literal> own = new LinkedHashMap<>(keywords.of(atom, unwanted));
        own.remove("allOf");
        if (members.isEmpty()) {
            return own;
        }
        return own.isEmpty()
                ? members
                : Map.of("allOf", new Literal.ListLiteral(List.of(object(members), object(own))));
    }

    /** A schema inside of a rule, which keeps its references. */
    private Literal inside(Location schema) {
        if (Schemas.isFalse(schema)) {
            return FALSE;
        }
        Map<String, Literal> members = new LinkedHashMap<>();
        schemas.nativeType(schema)
                .map(NativeRules::schema)
                .map(JsonLiterals::of)
                .ifPresent(rule -> members.putAll(((Literal.ObjectLiteral) rule).members()));
        schemas.target(schema)
                .ifPresent(target -> members.put("$ref", new Literal.StringLiteral(name(target))));
        members.putAll(keywords.of(schema, Set.of()));
        return object(members);
    }

    private String name(Location target) {
        String name = names.get(target.node());
        if (!named.containsKey(name)) {
            named.put(name, Rule.ANYTHING);
            waiting.add(target);
        }
        return name;
    }

    private void finishNamed() {
        while (!waiting.isEmpty()) {
            Location target = waiting.remove();
            named.put(names.get(target.node()), new Rule(inside(target)));
        }
    }

    /** A rule that holds when all of some do. */
    static Literal all(List<Literal> rules) {
        List<Literal> parts = rules.stream().filter(rule -> !rule.equals(TRUE)).toList();
        if (parts.contains(FALSE)) {
            return FALSE;
        }
        if (parts.isEmpty()) {
            return TRUE;
        }
        return parts.size() == 1
                ? parts.get(0)
                : new Literal.ObjectLiteral(Map.of("allOf", new Literal.ListLiteral(parts)));
    }

    static Literal object(Map<String, Literal> members) {
        return members.isEmpty() ? TRUE : new Literal.ObjectLiteral(members);
    }
}
