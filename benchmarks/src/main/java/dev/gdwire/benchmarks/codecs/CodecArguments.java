package dev.gdwire.benchmarks.codecs;

import java.nio.file.Path;
import java.util.List;

/**
 * What {@code benchmarks/run codecs} is asked for.
 *
 * @param rounds how often all libraries take their turn
 * @param table where the Markdown goes
 * @param chart where the picture goes
 * @param jmh arguments of JMH's own, such as {@code -p message=SMALL} or {@code -wi 2}
 */
record CodecArguments(int rounds, Path table, Path chart, List<String> jmh) {
    private static final int ROUNDS = 3;
    private static final String TABLE = "codecs.md";
    private static final String CHART = "codecs.png";

    /**
     * Reads {@code [ROUNDS] [TABLE.md] [CHART.png] [JMH ARGUMENT ...]}; files that are not named
     * are put into the folder.
     */
    static CodecArguments parse(List<String> arguments, Path folder) {
        Path table = folder.resolve(TABLE);
        Path chart = folder.resolve(CHART);
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
        return new CodecArguments(rounds, table, chart, arguments.subList(index, arguments.size()));
    }
}
