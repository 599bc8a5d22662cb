package dev.gdwire.gen.link;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import org.jsonschema2pojo.ContentResolver;

/** Opens nothing: neither the network nor any file is within reach of jsonschema2pojo. */
final class ClosedContentResolver extends ContentResolver {
    @Override
    public JsonNode resolve(URI uri) {
        throw new IllegalArgumentException("only the schemas of the set are read, not " + uri);
    }
}
