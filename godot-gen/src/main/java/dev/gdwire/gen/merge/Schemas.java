package dev.gdwire.gen.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gdwire.gen.ir.NativeType;
import dev.gdwire.gen.schema.BooleanSchemas;
import dev.gdwire.gen.schema.Keywords;
import dev.gdwire.gen.schema.Location;
import dev.gdwire.gen.schema.ReferenceException;
import dev.gdwire.gen.schema.References;
import dev.gdwire.gen.schema.SchemaSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A schema set with its references followed. */
final class Schemas {
    private final SchemaSet set;
    private final References references;
    private final Map<JsonNode, Integer> numbers = new IdentityHashMap<>();
    private final Map<JsonNode, References.Target> targets = new IdentityHashMap<>();
    private final Map<List<Integer>, Facts> facts = new HashMap<>();
    private final Map<JsonNode, Map<String, Location>> rests = new IdentityHashMap<>();

    Schemas(SchemaSet set) {
        this.set = set;
        this.references = new References(set);
        for (Location location : set.locations()) {
            numbers.put(location.node(), numbers.size());
        }
    }

    SchemaSet set() {
        return set;
    }

    /** The place of a schema of the set. */
    Location location(JsonNode schema) {
        return set.location(schema)
                .orElseThrow(() -> new IllegalStateException("no schema of the set: " + schema));
    }

    /** The schemas in a keyword's array. */
    List<Location> branches(Location schema, String keyword) {
        List<Location> branches = new ArrayList<>();
        schema.keywords().path(keyword).forEach(branch -> branches.add(location(branch)));
        return branches;
    }

    /** The schema that a reference points at; empty without a reference to the set. */
    Optional<Location> target(Location schema) {
        return target(schema, References.ToPlace.class).map(place -> location(place.node()));
    }

    /** The native type that a reference points at. */
    Optional<NativeType> nativeType(Location schema) {
        return target(schema, References.ToNative.class).map(References.ToNative::type);
    }

    private <T extends References.Target> Optional<T> target(Location schema, Class<T> type) {
        if (!schema.keywords().path("$ref").isTextual()) {
            return Optional.empty();
        }
        return Optional.of(targets.computeIfAbsent(schema.node(), unused -> resolve(schema)))
                .filter(type::isInstance)
                .map(type::cast);
    }

    private References.Target resolve(Location schema) {
        try {
            return references.resolve(schema);
        } catch (ReferenceException e) {
            throw new IllegalStateException("the loader follows every reference before", e);
        }
    }

    /** What holds when all these schemas do. */
    Facts facts(List<Location> schemas) {
        Conjunction conjunction = conjunction(schemas);
        return facts.computeIfAbsent(conjunction.key(), unused -> new Facts(this, conjunction));
    }

    Facts facts(Location schema) {
        return facts(List.of(schema));
    }

    /** The schemas with all that they refer to and that stands in their {@code allOf}. */
    Conjunction conjunction(List<Location> schemas) {
        List<Location> atoms = new ArrayList<>();
        Set<JsonNode> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        schemas.forEach(schema -> expand(schema, atoms, seen));
        List<Location> left = TypeOnly.without(atoms);
        return new Conjunction(left, left.stream().map(atom -> numbers.get(atom.node())).toList());
    }

    private void expand(Location schema, List<Location> atoms, Set<JsonNode> seen) {
        if (!seen.add(schema.node())) {
            return;
        }
        target(schema).ifPresent(target -> expand(target, atoms, seen));
        branches(schema, "allOf").forEach(branch -> expand(branch, atoms, seen));
        if (nativeType(schema).isPresent() || saysSomething(schema)) {
            atoms.add(schema);
        }
    }

    /** A schema of a conjunction, without its references and parts if they bring another back. */
    Location apart(Location schema, Location other) {
        boolean brings =
                conjunction(List.of(schema)).atoms().stream()
                        .anyMatch(atom -> atom.node() == other.node());
        return brings ? without(schema, "allOf") : schema;
    }

    /** What a schema says itself, without one of its keywords. */
    Location without(Location schema, String keyword) {
        return rests.computeIfAbsent(schema.node(), unused -> new HashMap<>())
                .computeIfAbsent(keyword, unused -> rest(schema, keyword));
    }

    private Location rest(Location schema, String keyword) {
        ObjectNode keywords = schema.keywords().objectNode();
        schema.keywords()
                .properties()
                .forEach(member -> keywords.set(member.getKey(), member.getValue()));
        keywords.remove(List.of(keyword, "$ref", "allOf"));
        numbers.put(keywords, numbers.size());
        return new Location(
                schema.file(),
                schema.path(),
                keywords,
                keywords,
                schema.place(),
                schema.base(),
                schema.dialect());
    }

    /** Whether a schema has keywords of its own beside {@code $ref} and {@code allOf}. */
    static boolean saysSomething(Location schema) {
        ObjectNode keywords = schema.keywords();
        for (Map.Entry<String, JsonNode> member : keywords.properties()) {
            String keyword = member.getKey();
            boolean link = keyword.equals("$ref") || keyword.equals("allOf");
            if (Keywords.isValidating(keyword) && !link) {
                return true;
            }
        }
        return false;
    }

    /** Whether a schema is nothing but a reference to another, with words for people. */
    Optional<Location> alias(Location schema) {
        if (saysSomething(schema)) {
            return Optional.empty();
        }
        List<Location> parts = new ArrayList<>(branches(schema, "allOf"));
        target(schema).ifPresent(parts::add);
        boolean one = parts.size() == 1 && nativeType(schema).isEmpty();
        return one ? Optional.of(parts.get(0)) : Optional.empty();
    }

    /** The schema that an alias of an alias ... stands for; the schema itself when it is none. */
    Location origin(Location schema) {
        Location current = schema;
        for (Optional<Location> next = alias(current); next.isPresent(); next = alias(current)) {
            current = next.get();
        }
        return current;
    }

    static boolean isFalse(Location schema) {
        return BooleanSchemas.isFalse(schema.keywords());
    }
}
