package dev.gdwire.gen.schema;

import java.util.Map;
import java.util.Optional;

/**
 * What came of reading a schema set.
 *
 * @param set the set; empty when a file could not be read, so that nothing can be said of the rest
 * @param texts the text of every file that is text, by its path
 */
public record LoadedSet(Optional<SchemaSet> set, Map<String, String> texts) {
    public LoadedSet {
        texts = Map.copyOf(texts);
    }
}
