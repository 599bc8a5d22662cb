package dev.gdwire.gen.link;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gdwire.gen.schema.SchemaFile;
import dev.gdwire.gen.schema.SchemaSet;
import java.net.URI;
import org.jsonschema2pojo.ContentResolver;

/** Serves the files of one set. The network and all other files are out of reach. */
final class SetContentResolver extends ContentResolver {
    static final String SCHEME = "gdwire-set";

    private final SchemaSet set;

    SetContentResolver(SchemaSet set) {
        this.set = set;
    }

    @Override
    public JsonNode resolve(URI uri) {
        if (!SCHEME.equals(uri.getScheme())) {
            throw new IllegalArgumentException("only files of the schema set are read, not " + uri);
        }
        return set.file(uri.getPath().substring(1))
                .map(SchemaFile::root)
                .orElseThrow(() -> new IllegalArgumentException("no such schema: " + uri));
    }
}
