package dev.gdwire.gen.gdscript;

import dev.gdwire.gen.ir.Literal;
import java.util.List;

/** Writes the lines of a script: tabs for blocks, two empty lines between functions. */
final class GdWriter {
    private static final int WIDTH = 100;
    private static final int TAB = 4;

    private final StringBuilder text = new StringBuilder();
    private int depth;

    /** A line at the present depth, broken after a bracket when it is too long. */
    GdWriter line(String line) {
        int cut =
                fits(depth, line) || line.startsWith("#")
                        ? -1
                        : LineBreaks.find(line, WIDTH - TAB * (depth + 2));
        if (cut > 0) {
            return raw(depth, line.substring(0, cut)).raw(depth + 2, line.substring(cut));
        }
        return raw(depth, line);
    }

    /** A line as it is. */
    GdWriter whole(String line) {
        return raw(depth, line);
    }

    private GdWriter raw(int tabs, String line) {
        if (!line.isEmpty()) {
            text.append("\t".repeat(tabs)).append(line);
        }
        text.append('\n');
        return this;
    }

    /** Whether a line is short enough at the present depth. */
    boolean fits(String line) {
        return fits(depth, line);
    }

    private static boolean fits(int tabs, String line) {
        return TAB * tabs + line.length() <= WIDTH;
    }

    GdWriter lines(List<String> lines) {
        lines.forEach(this::line);
        return this;
    }

    GdWriter blank() {
        return line("");
    }

    /** A line that opens a block. */
    GdWriter open(String line) {
        line(line);
        depth++;
        return this;
    }

    /** The end of a block. */
    GdWriter close() {
        depth--;
        return this;
    }

    /** Two empty lines, the doc, and a line that opens a function. */
    GdWriter function(List<String> docs, String signature) {
        blank().blank().lines(docs).raw(depth, signature);
        depth++;
        return this;
    }

    /** {@code start + items + end}, each item on a line of its own when one line is too short. */
    GdWriter list(String start, List<String> items, String end) {
        String whole = start + String.join(", ", items) + end;
        if (items.isEmpty() || fits(whole)) {
            return raw(depth, whole);
        }
        raw(depth, start);
        depth++;
        items.forEach(item -> line(item + ","));
        depth--;
        return line(end);
    }

    /** {@code start + value + end}, on as many lines as it takes. */
    GdWriter literal(String start, Literal value, String end) {
        String whole = start + GdText.expression(value) + end;
        if (fits(whole)) {
            return whole(whole);
        } else if (value instanceof Literal.ObjectLiteral object && !object.members().isEmpty()) {
            open(start + "{");
            object.members()
                    .forEach((name, member) -> literal(GdText.quoted(name) + ": ", member, ","));
            return close().whole("}" + end);
        } else if (value instanceof Literal.ListLiteral list && !list.items().isEmpty()) {
            open(start + "[");
            list.items().forEach(item -> literal("", item, ","));
            return close().whole("]" + end);
        }
        return whole(whole);
    }

    /**
     * A function's opening line: parameters on a line of their own, doubly indented, when one line
     * is too short. Without parameters there is nothing to break.
     */
    GdWriter signature(List<String> docs, String start, List<String> parameters, String end) {
        String whole = start + String.join(", ", parameters) + end;
        if (parameters.isEmpty() || whole.length() <= WIDTH) {
            return function(docs, whole);
        }
        blank().blank().lines(docs).line(start);
        depth += 2;
        for (int i = 0; i < parameters.size(); i++) {
            line(parameters.get(i) + (i + 1 < parameters.size() ? "," : end));
        }
        depth--;
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
