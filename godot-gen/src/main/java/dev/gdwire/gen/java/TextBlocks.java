package dev.gdwire.gen.java;

import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.List;

/** Java expressions for long texts. */
final class TextBlocks {
    /** A constant of a class file holds 65,535 bytes. */
    private static final int LONGEST = 60_000;

    /** What a {@code char} takes there at most. */
    private static final int MOST_BYTES = 3;

    private TextBlocks() {}

    /** A JSON text of several lines, which are shown; it is no constant if too long for one. */
    static CodeBlock of(String text) {
        List<CodeBlock> parts = parts(text);
        return parts.size() == 1 ? parts.get(0) : joined(parts);
    }

    /** Whether a text can be a constant of a class file. */
    static boolean isConstant(String text) {
        return bytes(text) <= LONGEST;
    }

    /** The text of several parts, put together at run time. */
    static CodeBlock joined(List<CodeBlock> parts) {
        return CodeBlock.of(
                "$T.join(\"\", $L)", String.class, parts.stream().collect(CodeBlock.joining(", ")));
    }

    private static CodeBlock block(String lines) {
        String escaped = lines.replace("\\", "\\\\").replace("\"\"\"", "\\\"\\\"\\\"");
        String closed =
                escaped.endsWith("\"")
                        ? escaped.substring(0, escaped.length() - 1) + "\\\""
                        : escaped;
        return CodeBlock.of(
                "$L", "\"\"\"\n        " + closed.replace("\n", "\n        ") + "\"\"\"");
    }

    /** Blocks of whole lines, and strings of the parts of lines that are too long themselves. */
    private static List<CodeBlock> parts(String text) {
        List<CodeBlock> parts = new ArrayList<>();
        StringBuilder lines = new StringBuilder();
        int bytes = 0;
        for (String line : text.split("(?<=\n)")) {
            int more = bytes(line);
            if (bytes > 0 && bytes + more > LONGEST) {
                parts.add(block(lines.toString()));
                lines.setLength(0);
                bytes = 0;
            }
            if (more > LONGEST) {
                parts.addAll(strings(line));
            } else {
                lines.append(line);
                bytes += more;
            }
        }
        if (bytes > 0) {
            parts.add(block(lines.toString()));
        }
        return parts;
    }

    /** A text as strings that are each a constant. */
    static List<CodeBlock> strings(String line) {
        List<CodeBlock> strings = new ArrayList<>();
        for (int start = 0; start < line.length(); ) {
            int end = Math.min(line.length(), start + LONGEST / MOST_BYTES);
            strings.add(Literals.text(line.substring(start, end)));
            start = end;
        }
        return strings;
    }

    private static int bytes(String text) {
        return text.chars().map(c -> c > 0x7ff ? MOST_BYTES : c > 0x7f || c == 0 ? 2 : 1).sum();
    }
}
