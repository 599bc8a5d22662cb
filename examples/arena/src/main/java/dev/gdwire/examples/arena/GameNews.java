package dev.gdwire.examples.arena;

import dev.gdwire.client.ClientBuilder;
import dev.gdwire.examples.arena.messages.ObstacleHit;
import dev.gdwire.examples.arena.messages.TargetReached;
import dev.gdwire.transport.Problem;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;

/** Counts what the game tells, and keeps the first problem. Safe for use by many threads. */
final class GameNews {
    private final LongAdder targets = new LongAdder();
    private final LongAdder hits = new LongAdder();
    private final LongAdder problems = new LongAdder();
    private final AtomicReference<Optional<Problem>> first =
            new AtomicReference<>(Optional.empty());

    /** Listens to the game that is to be connected to. */
    void watch(ClientBuilder<?> game) {
        game.on(TargetReached.class, reached -> targets.increment());
        game.on(ObstacleHit.class, hit -> hits.increment());
        game.onProblem(this::add);
    }

    private void add(Problem problem) {
        problems.increment();
        first.compareAndSet(Optional.empty(), Optional.of(problem));
    }

    /** All of it in one line, for people. */
    @Override
    public String toString() {
        String counts =
                String.format(
                        Locale.ROOT,
                        "%,d targets reached, %,d obstacles hit",
                        targets.sum(),
                        hits.sum());
        return first.get()
                .map(problem -> counts + "; " + problems.sum() + " problems, first " + problem)
                .orElse(counts);
    }
}
