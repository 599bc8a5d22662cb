package dev.gdwire.gen.gdscript;

import java.util.List;

/** Writes the lines of a script: tabs for blocks, two empty lines between functions. */
final class GdWriter {
    private static final int WIDTH = 100;
    private static final int TAB = 4;

    private final StringBuilder text = new StringBuilder();
    private int depth;

    /** A line at the present depth. */
    GdWriter line(String line) {
        if (!line.isEmpty()) {
            text.append("\t".repeat(depth)).append(line);
        }
        text.append('\n');
        return this;
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
        blank().blank().lines(docs);
        return open(signature);
    }

    /** {@code start + items + end}, each item on a line of its own when one line is too short. */
    GdWriter list(String start, List<String> items, String end) {
        String whole = start + String.join(", ", items) + end;
        if (items.isEmpty() || TAB * depth + whole.length() <= WIDTH) {
            return line(whole);
        }
        line(start);
        depth++;
        items.forEach(item -> line(item + ","));
        depth--;
        return line(end);
    }

    /**
     * A function's opening line: parameters on a line of their own, doubly indented, when one line
     * is too short.
     */
    GdWriter signature(List<String> docs, String start, List<String> parameters, String end) {
        String whole = start + String.join(", ", parameters) + end;
        if (whole.length() <= WIDTH) {
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
