package dev.gdwire.gen.gdscript;

import dev.gdwire.gen.ir.Doc;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Documentation comments: {@code ##} lines, which the editor shows. */
final class GdDocs {
    private GdDocs() {}

    /** The lines of a doc; none when there are no words. */
    static List<String> lines(Doc doc) {
        return lines(doc, Optional.empty());
    }

    /** The lines of a doc, and one more. */
    static List<String> lines(Doc doc, Optional<String> more) {
        List<String> lines = new ArrayList<>();
        doc.description().or(doc::title).ifPresent(text -> lines.addAll(comment(text)));
        more.ifPresent(line -> lines.add("## " + line));
        if (doc.deprecated()) {
            lines.add("## @deprecated");
        }
        return lines;
    }

    /** Text as comment lines. */
    static List<String> comment(String text) {
        return DocText.lines(text);
    }
}
