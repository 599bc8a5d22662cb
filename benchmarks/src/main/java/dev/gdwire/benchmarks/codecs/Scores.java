package dev.gdwire.benchmarks.codecs;

import dev.gdwire.benchmarks.report.Rounds;
import java.util.OptionalDouble;

/** What was measured, round after round. It is for one thread. */
final class Scores {
    private final Rounds<Contest, Library, Score> rounds = new Rounds<>();

    /** Adds the next round of a library. */
    void add(Contest contest, Library library, Score score) {
        rounds.add(contest, library, score);
    }

    /** Whether anything was measured of it. */
    boolean has(Contest contest) {
        return rounds.has(contest);
    }

    /** Nanoseconds of one message, the median of the rounds; empty if it took no part. */
    OptionalDouble nanos(Contest contest, Library library) {
        return rounds.median(contest, library, Score::nanos);
    }

    /** Bytes allocated for one message, the median of the rounds; empty if it took no part. */
    OptionalDouble bytes(Contest contest, Library library) {
        return rounds.median(contest, library, Score::bytes);
    }

    /**
     * How many times as fast as Jackson 2 a library is: the median of what the rounds say, each of
     * which compares times that were taken one after the other. Empty if one of them took no part.
     */
    OptionalDouble speed(Contest contest, Library library) {
        return rounds.ratio(
                contest, library, Library.JACKSON2, (own, base) -> base.nanos() / own.nanos());
    }
}
