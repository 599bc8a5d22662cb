package dev.gdwire.transport;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The naive reference: splits the whole stream at once, with no thought of memory. */
final class LineModel {
    private LineModel() {}

    static List<String> split(byte[] stream, int limit) {
        String text = new String(stream, StandardCharsets.ISO_8859_1);
        List<String> found = new ArrayList<>();
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
            String line = text.substring(start, end);
            String bare = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
            if (bare.length() > limit) {
                found.add("too long");
            } else if (!bare.isEmpty()) {
                found.add("line " + bare);
            }
            start = end + 1;
        }
        String rest = text.substring(start);
        String bareRest = rest.endsWith("\r") ? rest.substring(0, rest.length() - 1) : rest;
        if (bareRest.length() > limit) {
            found.add("too long");
        } else if (!rest.isEmpty()) {
            found.add("truncated " + rest);
        }
        return found;
    }
}
