package dev.gdwire.gen.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The URIs of schemas: that of each file, those that {@code $id} gives, and anchors. They are names
 * only: nothing is ever fetched.
 */
final class SchemaUris {
    private static final String SCHEME = "gdwire-set";

    private final Map<String, Location> resources = new HashMap<>();
    private final Map<String, Location> anchors = new HashMap<>();

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

    static String withoutFragment(String reference) {
        int hash = reference.indexOf('#');
        return hash < 0 ? reference : reference.substring(0, hash);
    }

    /** Notes the names of a schema. */
    void add(Location location, String outerBase, String id) {
        boolean isResource = location.isRoot() || !withoutFragment(id).isEmpty();
        if (isResource) {
            resources.putIfAbsent(location.base(), location);
        }
        if (location.isRoot()) {
            resources.putIfAbsent(ofFile(location.file().path()), location);
        }
        String anchor = location.node().path("$anchor").asText("");
        if (!anchor.isEmpty()) {
            anchors.putIfAbsent(location.base() + "#" + anchor, location);
        }
        // Before draft 2019-09 anchors are written so.
        if (id.startsWith("#")) {
            anchors.putIfAbsent(outerBase + id, location);
        }
    }

    /** The schema that a URI without fragment names. */
    Optional<Location> resource(String uri) {
        return Optional.ofNullable(resources.get(uri));
    }

    /** The schema that an anchor names. */
    Optional<Location> anchor(String uri, String anchor) {
        return Optional.ofNullable(anchors.get(uri + "#" + anchor));
    }
}
