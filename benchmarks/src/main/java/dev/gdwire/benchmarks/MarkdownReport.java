package dev.gdwire.benchmarks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A Markdown table of figures, below a line that says when and where they were measured. */
final class MarkdownReport {
    private final List<List<String>> rows = new ArrayList<>();

    MarkdownReport(String... headings) {
        rows.add(List.of(headings));
        rows.add(List.of(headings).stream().map(heading -> "---").toList());
    }

    void row(String... cells) {
        rows.add(List.of(cells));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(circumstances()).append("\n\n");
        for (List<String> row : rows) {
            text.append("| ").append(String.join(" | ", row)).append(" |\n");
        }
        return text.toString();
    }

    private static String circumstances() {
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
                + " cores.";
    }
}
