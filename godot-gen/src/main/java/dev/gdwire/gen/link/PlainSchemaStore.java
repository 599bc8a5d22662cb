package dev.gdwire.gen.link;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.gdwire.gen.merge.PlainSet;
import dev.gdwire.gen.merge.PlainType;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.jsonschema2pojo.NoopRuleLogger;
import org.jsonschema2pojo.Schema;
import org.jsonschema2pojo.SchemaStore;

/** Serves jsonschema2pojo with the plain schemas of one set, and with nothing else. */
final class PlainSchemaStore extends SchemaStore {
    private static final String NATIVE_SCHEME = "gdwire";
    private static final String SCHEME = "gdwire-set:/";

    private final PlainSet set;
    private final Map<String, Schema> schemas = new HashMap<>();

    PlainSchemaStore(PlainSet set) {
        super(new ClosedContentResolver(), new NoopRuleLogger());
        this.set = set;
    }

    static boolean isNative(Schema schema) {
        return schema.getId().getScheme().equals(NATIVE_SCHEME);
    }

    /** The schema of a type. */
    Schema schema(PlainType type) {
        return schemas.computeIfAbsent(
                type.reference(),
                reference -> new Schema(URI.create(SCHEME + reference), type.node(), null));
    }

    @Override
    public Schema create(Schema parent, String reference, String delimiters) {
        return set.type(reference)
                .map(this::schema)
                .orElseGet(
                        () ->
                                new Schema(
                                        URI.create(reference),
                                        JsonNodeFactory.instance.objectNode(),
                                        null));
    }
}
