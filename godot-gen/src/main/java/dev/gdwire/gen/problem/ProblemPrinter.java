package dev.gdwire.gen.problem;

import java.util.List;
import java.util.Map;

/**
 * Prints problems as a compiler does: place, severity, code and message, the line of the source
 * with a mark under the place, and what to do about it.
 */
public final class ProblemPrinter {
    private static final int LONGEST_LINE = 120;

    private final Map<String, String> texts;

    /**
     * A printer that shows lines of these files.
     *
     * @param texts the text of each file, by the name that places use
     */
    public ProblemPrinter(Map<String, String> texts) {
        this.texts = Map.copyOf(texts);
    }

    /** All problems, each followed by its line and hint; every line ends with a newline. */
    public String print(List<Problem> problems) {
        StringBuilder out = new StringBuilder();
        problems.forEach(problem -> print(problem, out));
        return out.toString();
    }

    private void print(Problem problem, StringBuilder out) {
        out.append(problem).append('\n');
        printLine(problem.place(), out);
        problem.hint().ifPresent(hint -> out.append("  hint: ").append(hint).append('\n'));
    }

    private void printLine(Place place, StringBuilder out) {
        String text = texts.get(place.file());
        if (text == null || !place.hasLine()) {
            return;
        }
        List<String> lines = text.lines().toList();
        if (place.line() > lines.size()) {
            return;
        }
        String line = lines.get(place.line() - 1);
        int start = Math.max(0, Math.min(place.column() - 1, line.length()) - LONGEST_LINE / 2);
        String shown = line.substring(start, Math.min(line.length(), start + LONGEST_LINE));
        String indent = shown.isBlank() ? "" : " ".repeat(4);
        String clean = shown.replaceAll("\\p{Cntrl}", " ");
        int mark = Math.min(place.column() - 1, line.length()) - start;
        int margin = margin(clean, mark);
        out.append(indent).append(clean.substring(margin)).append('\n');
        out.append(indent).append(" ".repeat(mark - margin)).append("^\n");
    }

    /** Leading blanks that need not be shown. */
    private static int margin(String line, int mark) {
        int margin = 0;
        while (margin < mark && margin < line.length() && line.charAt(margin) == ' ') {
            margin++;
        }
        return margin;
    }
}
