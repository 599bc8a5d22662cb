package dev.gdwire.gen.gdscript;

import dev.gdwire.gen.ir.Doc;
import java.util.ArrayList;
import java.util.List;

/** Documentation comments: {@code ##} lines, in which brackets are BBCode. */
final class GdDocs {
    private static final int WIDTH = 92;

    private GdDocs() {}

    /** The lines of a doc; none when there are no words. */
    static List<String> lines(Doc doc) {
        List<String> lines = new ArrayList<>();
        doc.description().or(doc::title).ifPresent(text -> lines.addAll(comment(text)));
        if (doc.deprecated()) {
            lines.add("## @deprecated");
        }
        return lines;
    }

    /** Text as comment lines. */
    static List<String> comment(String text) {
        List<String> lines = new ArrayList<>();
        for (String line : text.strip().split("\\R", -1)) {
            wrap(bracketsEscaped(line.replaceAll("\\p{Cntrl}+", " ").strip()), lines);
        }
        return lines;
    }

    private static void wrap(String line, List<String> lines) {
        String rest = line;
        while (rest.length() > WIDTH) {
            int space = rest.lastIndexOf(' ', WIDTH);
            if (space <= 0) {
                break;
            }
            lines.add("## " + rest.substring(0, space).stripTrailing());
            rest = rest.substring(space + 1).stripLeading();
        }
        lines.add(rest.isEmpty() ? "##" : "## " + rest);
    }

    private static String bracketsEscaped(String text) {
        StringBuilder result = new StringBuilder();
        for (char c : text.toCharArray()) {
            switch (c) {
                case '[' -> result.append("[lb]");
                case ']' -> result.append("[rb]");
                default -> result.append(c);
            }
        }
        return result.toString();
    }
}
