package dev.gdwire.gen.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gdwire.gen.ir.Source;
import dev.gdwire.gen.problem.Place;
import java.util.List;

/**
 * A schema and where it stands.
 *
 * @param path keys and indexes from the file's root
 * @param node the schema as it was written
 * @param keywords the same in draft 2020-12, without what has no effect; the schemas inside are the
 *     same nodes
 * @param place of the key that holds it, for people
 * @param base the URI that its references are seen from
 * @param dialect the draft that it is written in
 */
public record Location(
        SchemaFile file,
        List<String> path,
        ObjectNode node,
        ObjectNode keywords,
        Place place,
        String base,
        Dialect dialect) {
    public Location {
        path = List.copyOf(path);
    }

    /** Place of one of the schema's keywords. */
    public Place key(String keyword) {
        return file.key(node, keyword);
    }

    /** Place of the value of one of the schema's keywords. */
    public Place value(String keyword) {
        return file.value(node, keyword);
    }

    /** JSON pointer (RFC 6901) inside the file. */
    public String pointer() {
        StringBuilder pointer = new StringBuilder();
        for (String segment : path) {
            pointer.append('/').append(segment.replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }

    /** Whether this is the root of its file. */
    public boolean isRoot() {
        return path.isEmpty();
    }

    /**
     * Whether the schema says anything of values; the root of a file that only holds others does
     * not.
     */
    public boolean describesValues() {
        return !isRoot()
                || keywords.propertyStream().anyMatch(m -> Keywords.isValidating(m.getKey()))
                || !keywords.has("$defs") && !keywords.has("definitions");
    }

    /** For the IR. */
    public Source source() {
        return new Source(file.path(), pointer(), place.line(), place.column());
    }
}
