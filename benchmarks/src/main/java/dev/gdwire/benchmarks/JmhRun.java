package dev.gdwire.benchmarks;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;

/**
 * Runs the JMH benchmarks with JMH's own arguments, and prints a Markdown table at the end. The
 * best iteration is there beside the mean: on a machine that others use it is the steadier one.
 */
public final class JmhRun {
    private JmhRun() {}

    /** Exits 1 when the arguments are wrong or a benchmark fails. */
    public static void main(String[] arguments) throws Exception {
        try {
            CommandLineOptions options = new CommandLineOptions(arguments);
            if (options.shouldHelp()) {
                options.showHelp();
            } else if (options.shouldList()) {
                new Runner(options).list();
            } else {
                System.out.print("\n" + report(new Runner(options).run()));
            }
        } catch (CommandLineOptionException | RunnerException e) {
            System.err.println("benchmarks: " + e.getMessage());
            System.exit(1);
        }
    }

    private static MarkdownReport report(Collection<RunResult> results) {
        MarkdownReport report =
                new MarkdownReport("Benchmark", "Parameters", "Best", "Mean", "+-", "Unit");
        for (RunResult run : results) {
            BenchmarkParams parameters = run.getParams();
            Result<?> result = run.getPrimaryResult();
            report.row(
                    shortName(parameters.getBenchmark()),
                    parameters.getParamsKeys().stream()
                            .map(key -> key + "=" + parameters.getParam(key))
                            .collect(Collectors.joining(", ")),
                    decimal(result.getStatistics().getMin()),
                    decimal(result.getScore()),
                    decimal(result.getScoreError()),
                    result.getScoreUnit());
        }
        return report;
    }

    private static String shortName(String benchmark) {
        int method = benchmark.lastIndexOf('.');
        return benchmark.substring(benchmark.lastIndexOf('.', method - 1) + 1);
    }

    /** The error is not a number when there were too few iterations to tell. */
    private static String decimal(double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.1f", value);
    }
}
