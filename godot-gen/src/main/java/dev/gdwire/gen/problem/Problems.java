package dev.gdwire.gen.problem;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Collects problems. Not safe for use by several threads. */
public final class Problems {
    private final Set<Problem> problems = new LinkedHashSet<>();
    private boolean errors;

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
        problems.add(problem);
        errors |= problem.severity() == Severity.ERROR;
    }

    /** Whether nothing can be generated. */
    public boolean hasErrors() {
        return errors;
    }

    /** All problems, sorted by place. */
    public List<Problem> sorted() {
        return problems.stream().sorted().toList();
    }
}
