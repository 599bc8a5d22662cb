package dev.gdwire.gen.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gdwire.gen.ir.Literal;
import dev.gdwire.gen.ir.NativeType;
import dev.gdwire.gen.schema.Location;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What holds for a value for which all schemas of a conjunction hold. */
final class Facts {
    /**
     * An {@code anyOf} or {@code oneOf}.
     *
     * @param keyword which of the two
     */
    record Group(Location owner, String keyword, List<Location> branches) {}

    /** Of the 255 that a constructor can have, some are for what is not declared. */
    private static final int MOST_SLOTS = 250;

    private static final int NUMBER_SLOTS = 2;

    private final Schemas schemas;
    private final Conjunction conjunction;
    private Set<Kind> kinds;
    private Set<String> fieldNames;
    private boolean busy;

    Facts(Schemas schemas, Conjunction conjunction) {
        this.schemas = schemas;
        this.conjunction = conjunction;
    }

    List<Location> atoms() {
        return conjunction.atoms();
    }

    List<Integer> key() {
        return conjunction.key();
    }

    /** Kinds that a value can have, perhaps some that it cannot have. */
    Set<Kind> kinds() {
        if (busy) {
            return Kind.all();
        }
        if (kinds == null) {
            busy = true;
            Set<Kind> found = Kind.all();
            for (Location atom : atoms()) {
                found = Kind.meet(found, kindsOf(atom));
            }
            kinds = found;
            busy = false;
        }
        Set<Kind> copy = EnumSet.noneOf(Kind.class);
        copy.addAll(kinds);
        return copy;
    }

    private Set<Kind> kindsOf(Location atom) {
        if (Schemas.isFalse(atom)) {
            return EnumSet.noneOf(Kind.class);
        }
        ObjectNode keywords = atom.keywords();
        Set<Kind> found = Kind.of(keywords.path("type"));
        Optional<NativeType> nativeType = schemas.nativeType(atom);
        if (nativeType.isPresent()) {
            found = Kind.meet(found, EnumSet.of(NativeRules.kind(nativeType.get())));
        }
        Optional<List<Literal>> listed = listed(atom);
        if (listed.isPresent()) {
            Set<Kind> ofValues =
                    listed.get().stream()
                            .map(Kind::of)
                            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Kind.class)));
            found = Kind.meet(found, Kind.join(List.of(ofValues)));
        }
        for (Group group : groups(atom)) {
            List<Set<Kind>> ofBranches =
                    group.branches().stream().map(b -> schemas.facts(b).kinds()).toList();
            found = Kind.meet(found, Kind.join(ofBranches));
        }
        return found;
    }

    /** The values that {@code const} or {@code enum} lists. */
    static Optional<List<Literal>> listed(Location atom) {
        JsonNode constant = atom.keywords().get("const");
        if (constant != null) {
            return Optional.of(List.of(JsonLiterals.of(constant)));
        }
        JsonNode values = atom.keywords().get("enum");
        return values == null
                ? Optional.empty()
                : Optional.of(values.valueStream().map(JsonLiterals::of).toList());
    }

    /** Every {@code anyOf} and {@code oneOf}. */
    List<Group> groups() {
        return atoms().stream().flatMap(atom -> groups(atom).stream()).toList();
    }

    private List<Group> groups(Location atom) {
        List<Group> groups = new ArrayList<>();
        for (String keyword : List.of("anyOf", "oneOf")) {
            if (atom.keywords().has(keyword)) {
                groups.add(new Group(atom, keyword, schemas.branches(atom, keyword)));
            }
        }
        return groups;
    }

    /** Names of the properties that are declared or required, in the order of the schemas. */
    Set<String> propertyNames() {
        Set<String> names = new LinkedHashSet<>();
        for (Location atom : atoms()) {
            atom.keywords().path("properties").fieldNames().forEachRemaining(names::add);
        }
        names.addAll(required());
        return names;
    }

    Set<String> required() {
        Set<String> names = new LinkedHashSet<>();
        for (Location atom : atoms()) {
            atom.keywords().path("required").forEach(name -> names.add(name.textValue()));
        }
        return names;
    }

    /**
     * The declared properties that are fields. A Java record has room for about 250; of wider
     * objects the required ones come first, then the others in their order, and the rest are
     * members like those that nobody declares.
     */
    Set<String> fieldNames() {
        if (fieldNames == null) {
            fieldNames = findFieldNames();
        }
        return fieldNames;
    }

    /** Whether some declared properties are no fields. */
    boolean isWide() {
        return fieldNames().size() < propertyNames().size();
    }

    private Set<String> findFieldNames() {
        Set<String> all = propertyNames();
        if (all.size() * NUMBER_SLOTS <= MOST_SLOTS) {
            return all;
        }
        Set<String> required = required();
        Set<String> taken = new HashSet<>();
        int slots = 0;
        for (boolean first : new boolean[] {true, false}) {
            for (String name : all) {
                int size = required.contains(name) || hasDefault(name) ? NUMBER_SLOTS : 1;
                if (required.contains(name) == first && slots + size <= MOST_SLOTS) {
                    slots += size;
                    taken.add(name);
                }
            }
        }
        Set<String> inOrder = new LinkedHashSet<>(all);
        inOrder.retainAll(taken);
        return inOrder;
    }

    private boolean hasDefault(String name) {
        return property(name).stream().anyMatch(schema -> schema.node().has("default"));
    }

    /** The schemas that must all hold for a property. */
    List<Location> property(String name) {
        List<Location> all = new ArrayList<>();
        for (Location atom : atoms()) {
            all.addAll(property(atom, name));
        }
        return all;
    }

    private List<Location> property(Location atom, String name) {
        ObjectNode keywords = atom.keywords();
        List<Location> all = new ArrayList<>();
        JsonNode declared = keywords.path("properties").get(name);
        if (declared != null) {
            all.add(schemas.location(declared));
        }
        for (Map.Entry<String, JsonNode> member : keywords.path("patternProperties").properties()) {
            if (PatternSearch.finds(member.getKey(), name)) {
                all.add(schemas.location(member.getValue()));
            }
        }
        if (all.isEmpty() && keywords.has("additionalProperties")) {
            all.add(schemas.location(keywords.get("additionalProperties")));
        }
        return all;
    }

    /** Whether a schema declares the property only to say that it must not be there. */
    boolean forbids(String name) {
        return atoms().stream()
                .map(atom -> atom.keywords().path("properties").get(name))
                .anyMatch(
                        declared ->
                                declared != null && Schemas.isFalse(schemas.location(declared)));
    }

    /** The schemas that must all hold for a property that is not declared and fits no pattern. */
    List<Location> others() {
        return inAtoms("additionalProperties");
    }

    /** Whether names of properties are told by patterns. */
    boolean hasPatterns() {
        return atoms().stream().anyMatch(atom -> atom.keywords().has("patternProperties"));
    }

    /** How many items have schemas of their own. */
    int prefixSize() {
        return atoms().stream()
                .mapToInt(atom -> atom.keywords().path("prefixItems").size())
                .max()
                .orElse(0);
    }

    /** The schemas that must all hold for an item of the prefix. */
    List<Location> prefixItem(int index) {
        List<Location> all = new ArrayList<>();
        for (Location atom : atoms()) {
            JsonNode prefix = atom.keywords().path("prefixItems");
            if (index < prefix.size()) {
                all.add(schemas.location(prefix.get(index)));
            } else if (atom.keywords().has("items")) {
                all.add(schemas.location(atom.keywords().get("items")));
            }
        }
        return all;
    }

    /** The schemas that must all hold for an item after the prefix. */
    List<Location> items() {
        return inAtoms("items");
    }

    private List<Location> inAtoms(String keyword) {
        List<Location> all = new ArrayList<>();
        for (Location atom : atoms()) {
            if (atom.keywords().has(keyword)) {
                all.add(schemas.location(atom.keywords().get(keyword)));
            }
        }
        return all;
    }

    /** Whether no value can be where these schemas must all hold. */
    boolean isNever(List<Location> all) {
        return schemas.facts(all).kinds().isEmpty();
    }

    /** The values of a keyword in the order of the schemas. */
    Map<Location, JsonNode> values(String keyword) {
        Map<Location, JsonNode> values = new LinkedHashMap<>();
        for (Location atom : atoms()) {
            if (atom.keywords().has(keyword)) {
                values.put(atom, atom.keywords().get(keyword));
            }
        }
        return values;
    }
}
