package dev.gdwire.gen.merge;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gdwire.gen.ir.Rule;
import dev.gdwire.gen.schema.Location;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** A schema set in the words that jsonschema2pojo's rules know. */
public final class PlainSet {
    private static final Comparator<Location> BY_PLACE =
            Comparator.comparing((Location location) -> location.file().path())
                    .thenComparing(Location::place);

    private final Map<String, PlainType> types = new LinkedHashMap<>();
    private final Map<JsonNode, PlainSchema> schemas = new IdentityHashMap<>();
    private final Map<JsonNode, String> messages = new IdentityHashMap<>();
    private final Map<JsonNode, Location> untyped = new IdentityHashMap<>();
    private final Map<JsonNode, ImpossibleProperty> impossible = new IdentityHashMap<>();
    private final List<Location> noMessages = new ArrayList<>();
    private SortedMap<String, Rule> rules;

    PlainSet() {}

    /** Every type that gets a name, in an order that depends on the schemas alone. */
    public List<PlainType> types() {
        return List.copyOf(types.values());
    }

    /** The type that a {@code $ref} means; empty for one of Godot's own. */
    public Optional<PlainType> type(String reference) {
        return Optional.ofNullable(types.get(reference));
    }

    /** What is known of a plain schema. */
    public PlainSchema schema(JsonNode node) {
        PlainSchema schema = schemas.get(node);
        if (schema == null) {
            throw new IllegalStateException("no plain schema of the set: " + node);
        }
        return schema;
    }

    /** The rules that others refer to, by name. */
    public SortedMap<String, Rule> rules() {
        return rules;
    }

    /** The type of the message that a schema describes, if it does. */
    public Optional<PlainType> message(Location location) {
        return Optional.ofNullable(messages.get(location.node())).map(types::get);
    }

    /** Files directly in the folder that allow objects, but not only. */
    public List<Location> noMessages() {
        return List.copyOf(noMessages);
    }

    /** Schemas with properties that allow other values than objects, most often by mistake. */
    public List<Location> untyped() {
        return untyped.values().stream().sorted(BY_PLACE).toList();
    }

    /** Properties that can have no value, most often by mistake. */
    public List<ImpossibleProperty> impossible() {
        return impossible.values().stream()
                .sorted(
                        Comparator.comparing(ImpossibleProperty::schema, BY_PLACE)
                                .thenComparing(ImpossibleProperty::name))
                .toList();
    }

    void addUntyped(Location location) {
        untyped.put(location.node(), location);
    }

    void add(ImpossibleProperty property) {
        impossible.merge(
                property.schema().node(), property, (old, now) -> old.required() ? old : now);
    }

    void addNoMessage(Location location) {
        noMessages.add(location);
    }

    void add(PlainType type) {
        types.put(type.reference(), type);
    }

    void add(PlainSchema schema) {
        schemas.put(schema.node(), schema);
    }

    void addMessage(Location location, String reference) {
        messages.put(location.node(), reference);
    }

    void finish(SortedMap<String, Rule> named) {
        this.rules = named;
    }
}
