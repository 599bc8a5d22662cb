package dev.gdwire.benchmarks.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What was measured, round after round. It is for one thread.
 *
 * @param <C> in what contestants are compared
 * @param <P> the contestants
 * @param <S> what one of them took in a round
 */
public final class Rounds<C, P, S> {
    private final Map<C, Map<P, List<S>>> scores = new HashMap<>();

    /** Adds the next round of a contestant. */
    public void add(C contest, P contestant, S score) {
        scores.computeIfAbsent(contest, key -> new HashMap<>())
                .computeIfAbsent(contestant, key -> new ArrayList<>())
                .add(score);
    }

    /** Whether anything was measured of it. */
    public boolean has(C contest) {
        return scores.containsKey(contest);
    }

    /** A figure, the median of the rounds; empty if the contestant took no part. */
    public OptionalDouble median(C contest, P contestant, ToDoubleFunction<S> figure) {
        return Median.of(of(contest, contestant).stream().mapToDouble(figure));
    }

    /**
     * How a contestant does beside another: the median of what the rounds say, each of which
     * compares figures that were taken one after the other. Empty if one of them took no part.
     *
     * @param ratio of the score of the contestant and that of the other
     */
    public OptionalDouble ratio(C contest, P contestant, P other, ToDoubleBiFunction<S, S> ratio) {
        List<S> own = of(contest, contestant);
        List<S> base = of(contest, other);
        return Median.of(
                IntStream.range(0, Math.min(own.size(), base.size()))
                        .mapToDouble(
                                round -> ratio.applyAsDouble(own.get(round), base.get(round))));
    }

    private List<S> of(C contest, P contestant) {
        return scores.getOrDefault(contest, Map.of()).getOrDefault(contestant, List.of());
    }
}
