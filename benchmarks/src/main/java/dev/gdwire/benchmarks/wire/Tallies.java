package dev.gdwire.benchmarks.wire;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The tallies of all connections of one side together. */
final class Tallies {
    private final List<Tally> all = new CopyOnWriteArrayList<>();

    /** One for another connection. */
    Tally fresh() {
        Tally tally = new Tally();
        all.add(tally);
        return tally;
    }

    /** How many messages there are. */
    long count() {
        return all.stream().mapToLong(Tally::count).sum();
    }

    /** The sum of their content. */
    long checksum() {
        return all.stream().mapToLong(Tally::checksum).sum();
    }
}
