package dev.gdwire.benchmarks.wire;

import java.util.ArrayList;
import java.util.List;

/**
 * How many connections are measured, and for how long.
 *
 * @param connections one measurement for each of these numbers
 * @param seconds how long they talk before it is measured, and how long while it is
 */
record ManyChoice(List<Integer> connections, int seconds) {
    private static final List<Integer> CONNECTIONS = List.of(250, 500, 1_000, 2_000);
    private static final int SECONDS = 5;

    ManyChoice {
        connections = List.copyOf(connections);
    }

    /**
     * Reads {@code [CONNECTIONS ...] [SECONDSs]}.
     *
     * @throws IllegalArgumentException if there is anything else
     */
    static ManyChoice parse(List<String> arguments) {
        List<Integer> connections = new ArrayList<>();
        int seconds = SECONDS;
        for (String argument : arguments) {
            if (argument.matches("[1-9][0-9]?s")) {
                seconds = Integer.parseInt(argument.replace("s", ""));
            } else if (argument.matches("[1-9][0-9]{0,4}")) {
                connections.add(Integer.parseInt(argument));
            } else {
                throw new IllegalArgumentException(
                        "expected numbers of connections and a time such as 5s, got " + argument);
            }
        }
        return new ManyChoice(connections.isEmpty() ? CONNECTIONS : connections, seconds);
    }
}
