package dev.gdwire.benchmarks.wire;

import java.util.List;
import java.util.Locale;

/** How messages travel. */
enum Kind {
    /** One side sends, the other receives. */
    ONE_WAY(
            "One way",
            "messages a second",
            List.of(Shape.values()),
            Contestant.NETTY,
            List.of(
                    Contestant.GDWIRE,
                    Contestant.NETTY,
                    Contestant.NETTY_BATCHED,
                    Contestant.LSP4J,
                    Contestant.BARE_SOCKETS)),
    /** One side asks, the other answers; one connection, one call at a time. */
    ROUND_TRIP(
            "Round trip",
            "p50",
            List.of(Shape.values()),
            Contestant.NETTY,
            List.of(
                    Contestant.GDWIRE,
                    Contestant.NETTY,
                    Contestant.NETTY_IN_LOOP,
                    Contestant.LSP4J,
                    Contestant.BARE_SOCKETS)),
    /** The same with 1,000 connections, of which each has one call on its way. */
    CONNECTIONS(
            "1,000 connections",
            "round trips a second",
            List.of(Shape.SMALL),
            Contestant.BARE_SELECTOR,
            List.of(
                    Contestant.GDWIRE_BLOCKING,
                    Contestant.GDWIRE_SELECTOR,
                    Contestant.BARE_SELECTOR));

    private final String label;
    private final String measure;
    private final List<Shape> shapes;
    private final Contestant base;
    private final List<Contestant> contestants;

    Kind(
            String label,
            String measure,
            List<Shape> shapes,
            Contestant base,
            List<Contestant> contestants) {
        this.label = label;
        this.measure = measure;
        this.shapes = shapes;
        this.base = base;
        this.contestants = contestants;
    }

    /** What people call it. */
    String label() {
        return label;
    }

    /** What {@link #speedup} compares. */
    String measure() {
        return measure;
    }

    /** How it is chosen. */
    String argument() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Which messages travel. */
    List<Shape> shapes() {
        return shapes;
    }

    /** To whom all others are related. */
    Contestant base() {
        return base;
    }

    /** Who takes part. */
    List<Contestant> contestants() {
        return contestants;
    }

    /** How many times as fast as another one is. */
    double speedup(Figures own, Figures other) {
        return this == ROUND_TRIP
                ? other.p50Micros() / own.p50Micros()
                : own.perSecond() / other.perSecond();
    }
}
