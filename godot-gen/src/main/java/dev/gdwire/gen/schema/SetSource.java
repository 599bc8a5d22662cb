package dev.gdwire.gen.schema;

import java.io.IOException;
import java.util.List;

/** Where the files of a schema set come from. */
public interface SetSource {
    /** What people call the place, such as the folder's path. */
    String label();

    /** Name of a set that has no {@code protocol.json}, any text. */
    String defaultName();

    /**
     * Paths of all JSON files inside the set, with forward slashes, in any order.
     *
     * @throws IOException if the set cannot be listed
     */
    List<String> paths() throws IOException;

    /**
     * Paths of what looks like a JSON file of the set and is none, in any order: hidden schemas,
     * files whose ending is spelt in capitals, and folders named as files, with a slash behind.
     *
     * @throws IOException if the set cannot be listed
     */
    default List<String> leftOut() throws IOException {
        return List.of();
    }

    /**
     * The bytes of one file.
     *
     * @throws IOException if the file cannot be read
     */
    byte[] read(String path) throws IOException;
}
