package dev.gdwire.gen.gdscript;

import dev.gdwire.gen.ir.Doc;
import dev.gdwire.gen.ir.TypeName;
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

    /** The lines of a doc; the Markdown given stands for words that are missing. */
    static List<String> lines(Doc doc, String otherwise) {
        Optional<String> words = doc.description().or(doc::title).filter(text -> !text.isBlank());
        return lines(
                new Doc(
                        Optional.empty(),
                        words.or(() -> Optional.of(otherwise)),
                        doc.deprecated()));
    }

    /** What is said of a type of which the schema says nothing. */
    static String ofType(TypeName name) {
        return "The type `" + name.snakeCase() + "`.";
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
