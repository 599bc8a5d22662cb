package dev.gdwire.benchmarks.report;

import java.nio.file.Path;
import java.util.List;

/**
 * What a comparison is asked for.
 *
 * @param rounds how often all take their turn
 * @param table where the Markdown goes
 * @param chart where the picture goes
 * @param rest arguments of the comparison's own
 */
public record RunArguments(int rounds, Path table, Path chart, List<String> rest) {
    private static final int ROUNDS = 3;

    public RunArguments {
        rest = List.copyOf(rest);
    }

    /**
     * Reads {@code [ROUNDS] [TABLE.md] [CHART.png] [...]}; files that are not named are put into
     * the folder, under the name of the comparison.
     */
    public static RunArguments parse(List<String> arguments, Path folder, String name) {
        Path table = folder.resolve(name + ".md");
        Path chart = folder.resolve(name + ".png");
        int rounds = ROUNDS;
        int index = 0;
        for (; index < arguments.size(); index++) {
            String argument = arguments.get(index);
            if (argument.matches("[1-9][0-9]{0,2}")) {
                rounds = Integer.parseInt(argument);
            } else if (argument.endsWith(".md")) {
                table = Path.of(argument);
            } else if (argument.endsWith(".png")) {
                chart = Path.of(argument);
            } else {
                break;
            }
        }
        return new RunArguments(rounds, table, chart, arguments.subList(index, arguments.size()));
    }
}
