package dev.gdwire.gen.problem;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Prints problems as a compiler does: place, severity, code and message, the line of the source
 * with a mark under the place, and what to do about it. Each is one line whatever a schema holds:
 * control characters of names and texts are printed as escapes.
 */
public final class ProblemPrinter {
    private final Map<String, String> texts;
    private final Map<String, List<String>> lines = new HashMap<>();

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
        out.append(ShownLine.escaped(problem.toString())).append('\n');
        printLine(problem.place(), out);
        problem.hint()
                .map(ShownLine::escaped)
                .ifPresent(hint -> out.append("  hint: ").append(hint).append('\n'));
    }

    private void printLine(Place place, StringBuilder out) {
        String text = texts.get(place.file());
        if (text == null || !place.hasLine()) {
            return;
        }
        // Once a file: a set in one big file may have a problem on each of its lines.
        List<String> all = lines.computeIfAbsent(place.file(), file -> text.lines().toList());
        if (place.line() <= all.size()) {
            ShownLine.of(all.get(place.line() - 1), place.column()).print(out);
        }
    }
}
