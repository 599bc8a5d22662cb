package dev.gdwire.benchmarks.codecs;

import dev.gdwire.benchmarks.MarkdownReport;
import dev.gdwire.benchmarks.report.BarChart;
import dev.gdwire.benchmarks.report.Report;
import dev.gdwire.benchmarks.report.RunArguments;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;

/** Compares the codecs, and writes a table and a chart of it. */
public final class CodecRun {
    private CodecRun() {}

    /** Exits 1 when the arguments are wrong or a benchmark fails. */
    public static void main(String[] arguments) throws IOException {
        System.setProperty("java.awt.headless", "true");
        try {
            Path target = Path.of(System.getProperty("gdwire.home", ""), "benchmarks", "target");
            run(RunArguments.parse(List.of(arguments), target, "codecs"));
        } catch (CommandLineOptionException | RunnerException | IllegalArgumentException e) {
            System.err.println("benchmarks: " + e.getMessage());
            System.exit(1);
        }
    }

    private static void run(RunArguments arguments)
            throws CommandLineOptionException, RunnerException, IOException {
        Tournament tournament =
                new Tournament(new CommandLineOptions(arguments.rest().toArray(String[]::new)));
        Scores scores = tournament.play(arguments.rounds());
        new Report(new ScoreTable(scores).toString(), chart(scores)).write(arguments);
    }

    private static BarChart chart(Scores scores) {
        return new BarChart(
                "JSON codecs beside each other",
                "How many times as fast as Jackson 2 databind; longer bars are faster.",
                Library.charted(),
                SpeedPanels.all(scores),
                List.of(
                        Library.WITHOUT_FIGURES,
                        MarkdownReport.circumstances(),
                        Library.releases()));
    }
}
