package dev.gdwire.gen.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The URIs of schemas: that of each file, those that {@code $id} gives, and anchors. They are names
 * only: nothing is ever fetched.
 */
final class SchemaUris {
    private static final String SCHEME = "gdwire-set";

    private final Map<String, Set<Location>> resources = new HashMap<>();
    private final Map<String, Set<Location>> anchors = new HashMap<>();

    /** The URI of a file of the set. */
    static String ofFile(String path) {
        try {
            return new URI(SCHEME, null, "/" + path, null).toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("every path can be quoted", e);
        }
    }

    /** The path of a file of the set; empty for the URI of something else. */
    static Optional<String> path(String uri) {
        try {
            URI parsed = new URI(uri);
            return SCHEME.equals(parsed.getScheme())
                    ? Optional.of(parsed.getPath().substring(1))
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** What a schema says of its own URI, in its draft's word; empty text when it says nothing. */
    static String id(ObjectNode schema, Dialect dialect) {
        boolean ignored =
                schema.path("$ref").isTextual() && dialect.draft().ignoresSiblingsOfReferences();
        String id = ignored ? "" : schema.path("$id").asText("");
        boolean old = !dialect.declared() || dialect.draft() == Draft.DRAFT_04;
        return id.isEmpty() && old && !ignored ? schema.path("id").asText("") : id;
    }

    /** A reference without its fragment, seen from a base; empty when it is no URI. */
    static Optional<String> resolve(String base, String reference) {
        String plain = withoutFragment(reference);
        if (plain.isEmpty()) {
            return Optional.of(base);
        }
        try {
            URI relative = new URI(plain);
            if (relative.isAbsolute()) {
                return Optional.of(relative.normalize().toString());
            }
            URI from = new URI(base);
            return from.isOpaque()
                    ? Optional.empty()
                    : Optional.of(from.resolve(relative).toString());
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Whether a text is a URI or a relative reference. */
    static boolean isUri(String text) {
        try {
            new URI(text.endsWith("#") ? withoutFragment(text) : text);
            return true;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    static String withoutFragment(String reference) {
        int hash = reference.indexOf('#');
        return hash < 0 ? reference : reference.substring(0, hash);
    }

    /** Notes the names of a schema. */
    void add(Location location, String outerBase, String id) {
        boolean isResource = location.isRoot() || !withoutFragment(id).isEmpty();
        if (isResource) {
            add(resources, location.base(), location);
        }
        if (location.isRoot()) {
            add(resources, ofFile(location.file().path()), location);
        }
        String anchor = location.node().path("$anchor").asText("");
        if (!anchor.isEmpty()) {
            add(anchors, location.base() + "#" + anchor, location);
        }
        // Before draft 2019-09 anchors are written so.
        if (id.startsWith("#")) {
            add(anchors, outerBase + id, location);
        }
    }

    private static void add(Map<String, Set<Location>> names, String name, Location location) {
        names.computeIfAbsent(name, unused -> Collections.newSetFromMap(new IdentityHashMap<>()))
                .add(location);
    }

    /** The schemas that a URI without fragment names, by place; one, unless the set is careless. */
    List<Location> resources(String uri) {
        return sorted(resources.getOrDefault(uri, Set.of()));
    }

    /** The schemas in a resource that an anchor names, by place. */
    List<Location> anchors(Location resource, String anchor) {
        Set<Location> all = anchors.getOrDefault(resource.base() + "#" + anchor, Set.of());
        return sorted(all).stream()
                .filter(one -> all.size() == 1 || one.file() == resource.file())
                .toList();
    }

    private static List<Location> sorted(Set<Location> locations) {
        return locations.stream().sorted(Comparator.comparing(Location::place)).toList();
    }
}
