package dev.gdwire.gen.link;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.gdwire.gen.schema.Location;
import dev.gdwire.gen.schema.ReferenceException;
import dev.gdwire.gen.schema.References;
import dev.gdwire.gen.schema.SchemaSet;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jsonschema2pojo.NoopRuleLogger;
import org.jsonschema2pojo.Schema;
import org.jsonschema2pojo.SchemaStore;

/** Serves jsonschema2pojo with the trees that the loader read, and with nothing else. */
final class SetSchemaStore extends SchemaStore {
    private static final String NATIVE_SCHEME = "gdwire";

    private final References references;
    private final SchemaSet set;
    private final Map<JsonNode, Schema> schemas = new IdentityHashMap<>();

    SetSchemaStore(SchemaSet set) {
        super(new SetContentResolver(set), new NoopRuleLogger());
        this.set = set;
        this.references = new References(set);
    }

    static boolean isNative(Schema schema) {
        return schema.getId().getScheme().equals(NATIVE_SCHEME);
    }

    /** The schema at a place of the set. */
    Schema schema(Location location) {
        return schemas.computeIfAbsent(
                location.node(),
                node -> new Schema(uri(location.file().path(), location.pointer()), node, null));
    }

    /** Whole files, by jsonschema2pojo's own way through the content resolver. */
    @Override
    public synchronized Schema create(URI id, String delimiters) {
        return super.create(id, delimiters);
    }

    /**
     * The schema that a reference points at. jsonschema2pojo's own resolution loses empty and
     * escaped parts of pointers.
     */
    @Override
    public Schema create(Schema parent, String reference, String delimiters) {
        String path = parent.getId().getPath().substring(1);
        try {
            References.Target target = references.resolve(set.file(path).orElseThrow(), reference);
            if (target instanceof References.ToPlace place) {
                return schema(set.location(place.node()).orElseThrow());
            }
            return new Schema(URI.create(reference), JsonNodeFactory.instance.objectNode(), null);
        } catch (ReferenceException e) {
            throw new IllegalStateException("the loader follows every reference before", e);
        }
    }

    private static URI uri(String path, String pointer) {
        try {
            return new URI(SetContentResolver.SCHEME, null, "/" + path, pointer);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("every path can be quoted", e);
        }
    }
}
