package dev.gdwire.benchmarks.codecs;

import dev.gdwire.benchmarks.MarkdownReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Scores as Markdown: the circumstances, a table of speeds and one of allocated bytes. */
final class ScoreTable {
    private static final List<Library> LIBRARIES = List.of(Library.values());
    private static final String NONE = "-";

    private final Scores scores;

    ScoreTable(Scores scores) {
        this.scores = scores;
    }

    @Override
    public String toString() {
        return MarkdownReport.circumstances()
                + " "
                + Library.releases()
                + "\n\n"
                + "Times as fast as Jackson 2 databind, which took so many nanoseconds a"
                + " message:\n\n"
                + table(ScoreTable::speedHeading, this::speed)
                + "\nBytes allocated a message:\n\n"
                + table(Library::label, this::bytes)
                + "\n"
                + Library.WITHOUT_FIGURES
                + "\n";
    }

    private String table(
            Function<Library, String> heading, BiFunction<Contest, Library, String> cell) {
        MarkdownReport table = new MarkdownReport(row("Message", "Direction", "Keys", heading));
        for (Contest contest : Contest.all()) {
            if (scores.has(contest)) {
                table.row(
                        row(
                                contest.sample().label(),
                                contest.direction().label(),
                                keys(contest),
                                library -> cell.apply(contest, library)));
            }
        }
        return table.table();
    }

    private static String[] row(
            String sample, String direction, String keys, Function<Library, String> cell) {
        List<String> cells = new ArrayList<>(List.of(sample, direction, keys));
        LIBRARIES.forEach(library -> cells.add(cell.apply(library)));
        return cells.toArray(String[]::new);
    }

    private static String keys(Contest contest) {
        return contest.direction() == Direction.ENCODE ? "" : contest.keys().label();
    }

    private static String speedHeading(Library library) {
        return library == Library.JACKSON2 ? library.label() + ", ns" : library.label();
    }

    private String speed(Contest contest, Library library) {
        return library == Library.JACKSON2
                ? text("%.0f", scores.nanos(contest, library))
                : text("%.2f", scores.speed(contest, library));
    }

    private String bytes(Contest contest, Library library) {
        return text("%.0f", scores.bytes(contest, library));
    }

    private static String text(String format, OptionalDouble figure) {
        return figure.isEmpty() ? NONE : String.format(Locale.ROOT, format, figure.getAsDouble());
    }
}
