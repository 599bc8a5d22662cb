package dev.gdwire.benchmarks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A Markdown table of figures, below a line that says when and where they were measured. */
public final class MarkdownReport {
    private final List<List<String>> rows = new ArrayList<>();

    /** A table without rows as yet. */
    public MarkdownReport(String... headings) {
        rows.add(List.of(headings));
        rows.add(List.of(headings).stream().map(heading -> "---").toList());
    }

    /** Adds a row. */
    public void row(String... cells) {
        rows.add(List.of(cells));
    }

    @Override
    public String toString() {
        return circumstances() + "\n\n" + table();
    }

    /** The table alone. */
    public String table() {
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            text.append("| ").append(String.join(" | ", row)).append(" |\n");
        }
        return text.toString();
    }

    /** When and where, in a sentence: the date, the JDK and the machine. */
    public static String circumstances() {
        return "Measured "
                + LocalDate.now()
                + ", Java "
                + Runtime.version()
                + " ("
                + System.getProperty("java.vm.name")
                + "), "
                + System.getProperty("os.name")
                + " "
                + System.getProperty("os.arch")
                + ", "
                + Runtime.getRuntime().availableProcessors()
                + " cores"
                + Processor.name().map(name -> " (" + name + ").").orElse(".");
    }
}
