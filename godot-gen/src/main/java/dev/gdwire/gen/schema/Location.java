package dev.gdwire.gen.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gdwire.gen.ir.Source;
import dev.gdwire.gen.problem.Place;
import java.util.List;

/**
 * A schema and where it stands.
 *
 * @param path keys and indexes from the file's root
 * @param place of the key that holds it, for people
 */
public record Location(SchemaFile file, List<String> path, ObjectNode node, Place place) {
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
     * Whether the schema says anything of values; a file that only holds {@code $defs} does not.
     */
    public boolean describesValues() {
        return SchemaShape.of(node).isPresent();
    }

    /** For the IR. */
    public Source source() {
        return new Source(file.path(), pointer(), place.line(), place.column());
    }
}
