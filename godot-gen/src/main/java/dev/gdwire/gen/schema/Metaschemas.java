package dev.gdwire.gen.schema;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The schemas of schemas, of the drafts that have theirs in one file. They ship with the generator,
 * so a reference to one needs no network. Each is read as a file of the set when one refers to it.
 */
final class Metaschemas {
    private static final String RESOURCES = "/dev/gdwire/gen/metaschemas/";
    private static final List<String> DRAFTS = List.of("draft-04", "draft-06", "draft-07");

    private Metaschemas() {}

    /** The paths of those that the texts refer to and do not hold themselves. */
    static List<String> wanted(Collection<String> texts) {
        List<String> wanted = new ArrayList<>();
        for (String draft : DRAFTS) {
            String uri = "\"\\s*:\\s*\"http://json-schema\\.org/" + draft + "/schema#?";
            Pattern used = Pattern.compile("\"\\$ref" + uri + "[\"/]");
            Pattern held = Pattern.compile("\"\\$?id" + uri + "\"");
            if (isIn(used, texts) && !isIn(held, texts)) {
                wanted.add("json-schema.org/" + draft + ".json");
            }
        }
        return wanted;
    }

    private static boolean isIn(Pattern pattern, Collection<String> texts) {
        return texts.stream().anyMatch(text -> pattern.matcher(text).find());
    }

    /** The bytes of the one at a path. */
    static byte[] read(String path) throws IOException {
        String resource = RESOURCES + path.substring(path.indexOf('/') + 1);
        try (InputStream in = Metaschemas.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException(resource + " is not on the class path");
            }
            return in.readAllBytes();
        }
    }
}
