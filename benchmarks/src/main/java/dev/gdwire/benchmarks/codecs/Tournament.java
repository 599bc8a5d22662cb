package dev.gdwire.benchmarks.codecs;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Measures the libraries in turn, one fork each, and all of that in several rounds: what else goes
 * on in the machine hits all alike.
 */
final class Tournament {
    private static final double MEDIAN = 50;
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    private final CommandLineOptions options;
    private final List<Contest> contests;

    /**
     * With JMH's own arguments; {@code -p} chooses messages and orders of keys.
     *
     * @throws IllegalArgumentException if there are none of these names
     */
    Tournament(CommandLineOptions options) {
        this.options = options;
        contests = Contest.all().stream().filter(this::isWanted).toList();
        if (contests.isEmpty()) {
            throw new IllegalArgumentException(
                    "expected messages of "
                            + List.of(Sample.values())
                            + " and keys of "
                            + List.of(KeyOrder.values()));
        }
    }

    private boolean isWanted(Contest contest) {
        return isWanted("message", contest.sample()) && isWanted("keys", contest.keys());
    }

    private boolean isWanted(String parameter, Enum<?> value) {
        Collection<String> wanted = options.getParameter(parameter).orElse(List.of());
        return wanted.isEmpty() || wanted.contains(value.name());
    }

    /**
     * Plays so many rounds, and says on the error stream where it is.
     *
     * @throws RunnerException if a library fails
     */
    Scores play(int rounds) throws RunnerException {
        Scores scores = new Scores();
        for (int round = 1; round <= rounds; round++) {
            for (Contest contest : contests) {
                tell(round, rounds, contest);
                for (RunResult result : new Runner(forksOf(contest)).run()) {
                    Library library = Library.valueOf(result.getParams().getParam("library"));
                    scores.add(contest, library, score(result));
                }
            }
        }
        return scores;
    }

    private static void tell(int round, int rounds, Contest contest) {
        System.err.printf(
                Locale.ROOT,
                "benchmarks: round %d of %d: %s %s, keys %s%n",
                round,
                rounds,
                contest.direction().label(),
                contest.sample().label(),
                contest.keys().label());
    }

    private Options forksOf(Contest contest) {
        ChainedOptionsBuilder builder =
                new OptionsBuilder()
                        .parent(options)
                        .include(method(contest))
                        .forks(1)
                        .shouldFailOnError(true)
                        .verbosity(VerboseMode.SILENT)
                        .addProfiler(GCProfiler.class)
                        .param("message", contest.sample().name())
                        .param("library", names(contest.libraries()));
        if (contest.direction() == Direction.DECODE) {
            builder.param("keys", contest.keys().name());
        }
        return builder.build();
    }

    private static String method(Contest contest) {
        String method = CodecBenchmark.class.getName() + "." + contest.direction().label();
        return "^" + method.replace(".", "\\.") + "$";
    }

    private static String[] names(List<Library> libraries) {
        return libraries.stream().map(Library::name).toArray(String[]::new);
    }

    private static Score score(RunResult run) {
        Result<?> time = run.getPrimaryResult();
        Result<?> allocated = run.getSecondaryResults().get(ALLOCATED);
        return new Score(time.getStatistics().getPercentile(MEDIAN), allocated.getScore());
    }
}
