package dev.gdwire.benchmarks.wire;

import dev.gdwire.benchmarks.MarkdownReport;
import dev.gdwire.benchmarks.report.Rounds;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** What was measured as Markdown: a table for each way in which messages travel. */
final class WireTable {
    private static final String NONE = "-";

    private final Rounds<Contest, Contestant, Figures> rounds;

    WireTable(Rounds<Contest, Contestant, Figures> rounds) {
        this.rounds = rounds;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        Arrays.stream(Kind.values())
                .filter(kind -> rounds.has(new Contest(kind, Shape.SMALL)))
                .forEach(kind -> text.append(section(kind)));
        return text.toString();
    }

    private String section(Kind kind) {
        MarkdownReport table =
                new MarkdownReport(
                        "Message",
                        "Contestant",
                        "A second",
                        "p50 us",
                        "p99 us",
                        "Ratio of " + kind.measure(),
                        "CPU us each",
                        "Bytes allocated each");
        for (Shape shape : kind.shapes()) {
            for (Contestant contestant : kind.contestants()) {
                table.row(row(new Contest(kind, shape), contestant));
            }
        }
        return "\n%s; the ratio says how many times as fast as %s:\n\n%s"
                .formatted(kind.label(), kind.base().label(), table.table());
    }

    private String[] row(Contest contest, Contestant contestant) {
        Kind kind = contest.kind();
        return new String[] {
            contest.shape().label(),
            contestant.label(),
            median("%,.0f", contest, contestant, Figures::perSecond),
            kind == Kind.ONE_WAY ? NONE : median("%.1f", contest, contestant, Figures::p50Micros),
            kind == Kind.ONE_WAY ? NONE : median("%.1f", contest, contestant, Figures::p99Micros),
            text("%.2f", rounds.ratio(contest, contestant, kind.base(), kind::speedup)),
            median("%.2f", contest, contestant, Figures::cpuMicros),
            median("%.0f", contest, contestant, Figures::bytes)
        };
    }

    private String median(
            String format,
            Contest contest,
            Contestant contestant,
            ToDoubleFunction<Figures> figure) {
        return text(format, rounds.median(contest, contestant, figure));
    }

    private static String text(String format, OptionalDouble figure) {
        return figure.isEmpty() ? NONE : String.format(Locale.ROOT, format, figure.getAsDouble());
    }
}
