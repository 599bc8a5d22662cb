package dev.gdwire.benchmarks.codecs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** What was measured, round after round. It is for one thread. */
final class Scores {
    private final Map<Contest, Map<Library, List<Score>>> scores = new HashMap<>();

    /** Adds the next round of a library. */
    void add(Contest contest, Library library, Score score) {
        scores.computeIfAbsent(contest, key -> new HashMap<>())
                .computeIfAbsent(library, key -> new ArrayList<>())
                .add(score);
    }

    /** Whether anything was measured of it. */
    boolean has(Contest contest) {
        return scores.containsKey(contest);
    }

    /** Nanoseconds of one message, the median of the rounds; empty if it took no part. */
    OptionalDouble nanos(Contest contest, Library library) {
        return median(rounds(contest, library), Score::nanos);
    }

    /** Bytes allocated for one message, the median of the rounds; empty if it took no part. */
    OptionalDouble bytes(Contest contest, Library library) {
        return median(rounds(contest, library), Score::bytes);
    }

    /**
     * How many times as fast as Jackson 2 a library is: the median of what the rounds say, each of
     * which compares times that were taken one after the other. Empty if one of them took no part.
     */
    OptionalDouble speed(Contest contest, Library library) {
        List<Score> base = rounds(contest, Library.JACKSON2);
        List<Score> own = rounds(contest, library);
        int rounds = Math.min(base.size(), own.size());
        return Median.of(
                IntStream.range(0, rounds)
                        .mapToDouble(round -> base.get(round).nanos() / own.get(round).nanos()));
    }

    private List<Score> rounds(Contest contest, Library library) {
        return scores.getOrDefault(contest, Map.of()).getOrDefault(library, List.of());
    }

    private static OptionalDouble median(List<Score> rounds, ToDoubleFunction<Score> figure) {
        return Median.of(rounds.stream().mapToDouble(figure));
    }
}
