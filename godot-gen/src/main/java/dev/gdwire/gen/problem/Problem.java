package dev.gdwire.gen.problem;

import java.util.Comparator;
import java.util.Optional;

/**
 * One thing that is wrong.
 *
 * @param message what is wrong, in one sentence without a full stop
 * @param hint what to do about it
 */
public record Problem(
        Severity severity, ProblemId id, Place place, String message, Optional<String> hint)
        implements Comparable<Problem> {
    private static final Comparator<Problem> ORDER =
            Comparator.comparing(Problem::place)
                    .thenComparing(Problem::severity)
                    .thenComparing(Problem::id)
                    .thenComparing(Problem::message)
                    .thenComparing(problem -> problem.hint().orElse(""));

    /** By place, then errors first. */
    @Override
    public int compareTo(Problem other) {
        return ORDER.compare(this, other);
    }

    /** The same problem at another place. */
    public Problem at(Place other) {
        return new Problem(severity, id, other, message, hint);
    }

    /** {@code FILE:LINE:COLUMN: error GW012: MESSAGE}, without the hint. */
    @Override
    public String toString() {
        return place + ": " + severity.word() + " " + id.code() + ": " + message;
    }
}
