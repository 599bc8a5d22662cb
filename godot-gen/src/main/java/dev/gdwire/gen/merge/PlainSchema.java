package dev.gdwire.gen.merge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gdwire.gen.ir.Rule;
import dev.gdwire.gen.schema.Location;
import java.util.List;

/**
 * A schema in the words that jsonschema2pojo's rules know: one type, no conjunctions, references to
 * types with names only.
 *
 * @param rule what it says beyond its type
 * @param sources the schemas that people wrote for it, the most special one last; empty when nobody
 *     wrote any
 */
public record PlainSchema(ObjectNode node, Rule rule, List<Location> sources) {
    public PlainSchema {
        sources = List.copyOf(sources);
    }
}
