package dev.gdwire.benchmarks.codecs;

import java.io.IOException;
import java.nio.file.Files;
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
            run(CodecArguments.parse(List.of(arguments), target));
        } catch (CommandLineOptionException | RunnerException | IllegalArgumentException e) {
            System.err.println("benchmarks: " + e.getMessage());
            System.exit(1);
        }
    }

    private static void run(CodecArguments arguments)
            throws CommandLineOptionException, RunnerException, IOException {
        Tournament tournament =
                new Tournament(new CommandLineOptions(arguments.jmh().toArray(String[]::new)));
        Scores scores = tournament.play(arguments.rounds());
        String table = new ScoreTable(scores).toString();
        System.out.print(table);
        Files.writeString(arguments.table(), table);
        System.err.println("benchmarks: written " + arguments.table());
        new ScoreChart(scores).write(arguments.chart());
        System.err.println("benchmarks: written " + arguments.chart());
    }
}
