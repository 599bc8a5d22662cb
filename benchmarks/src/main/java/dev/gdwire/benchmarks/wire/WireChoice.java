package dev.gdwire.benchmarks.wire;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is measured, and for how long.
 *
 * @param time how long each contestant warms up at least, and how long it is then measured
 * @param kinds what is measured
 */
record WireChoice(Duration time, Set<Kind> kinds) {
    private static final Duration TIME = Duration.ofSeconds(4);

    WireChoice {
        kinds = Set.copyOf(kinds);
    }

    /**
     * Reads {@code [SECONDSs] [one-way|round-trip|connections ...]}.
     *
     * @throws IllegalArgumentException if there is anything else
     */
    static WireChoice parse(List<String> arguments) {
        Duration time = TIME;
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        for (String argument : arguments) {
            if (argument.matches("[1-9][0-9]?s")) {
                time = Duration.ofSeconds(Long.parseLong(argument.replace("s", "")));
            } else {
                kinds.add(kind(argument));
            }
        }
        return new WireChoice(time, kinds.isEmpty() ? EnumSet.allOf(Kind.class) : kinds);
    }

    private static Kind kind(String argument) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.argument().equals(argument))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "expected a time such as 4s, or one of "
                                                + names()
                                                + ", got "
                                                + argument));
    }

    private static String names() {
        return Arrays.stream(Kind.values()).map(Kind::argument).collect(Collectors.joining(", "));
    }

    /** Which contests that are. */
    List<Contest> contests() {
        return Contest.all().stream().filter(contest -> kinds.contains(contest.kind())).toList();
    }
}
