package dev.gdwire.gen.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects problems. Not safe for use by several threads. */
public final class Problems {
    private final List<Problem> problems = new ArrayList<>();

    /** Adds an error. */
    public void error(ProblemId id, Place place, String message, String hint) {
        add(new Problem(Severity.ERROR, id, place, message, Optional.of(hint)));
    }

    /** Adds a warning. */
    public void warning(ProblemId id, Place place, String message, String hint) {
        add(new Problem(Severity.WARNING, id, place, message, Optional.of(hint)));
    }

    /** Adds a problem; the same problem twice is one. */
    public void add(Problem problem) {
        if (!problems.contains(problem)) {
            problems.add(problem);
        }
    }

    /** Whether nothing can be generated. */
    public boolean hasErrors() {
        return problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
    }

    /** All problems, sorted by place. */
    public List<Problem> sorted() {
        return problems.stream().sorted().toList();
    }
}
