package dev.gdwire.gen.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A folder of schemas, read and checked file by file. */
public final class SchemaSet {
    private final SetConfig config;
    private final SortedMap<String, SchemaFile> files;
    private final Map<JsonNode, Location> locations = new IdentityHashMap<>();
    private final List<Location> inOrder = new ArrayList<>();
    private final SchemaUris uris = new SchemaUris();

    SchemaSet(SetConfig config, SortedMap<String, SchemaFile> files) {
        this.config = config;
        this.files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /** What {@code protocol.json} says, or what holds without one. */
    public SetConfig config() {
        return config;
    }

    /** All schema files, sorted by path. */
    public Collection<SchemaFile> files() {
        return files.values();
    }

    /** The schema file of a path inside the set. */
    public Optional<SchemaFile> file(String path) {
        return Optional.ofNullable(files.get(path));
    }

    /** Every schema of every file, in the order of the files and of the text. */
    public List<Location> locations() {
        return Collections.unmodifiableList(inOrder);
    }

    /** Where a schema stands; the node is known by identity. */
    public Optional<Location> location(JsonNode schema) {
        return Optional.ofNullable(locations.get(schema));
    }

    /** The names of schemas. */
    SchemaUris uris() {
        return uris;
    }

    /** Notes a schema. */
    void add(Location location) {
        locations.put(location.node(), location);
        inOrder.add(location);
    }
}
