package dev.gdwire.integration;

import dev.gdwire.gen.problem.Problem;
import dev.gdwire.gen.problem.Severity;
import java.util.List;

/**
 * What came of a trial in one language.
 *
 * @param refusals why the generator refused the set, each with its code and place; empty when it
 *     did not
 * @param breakage what the compiler or the engine says against the generated code; empty when
 *     nothing
 * @param answers one for each line, unless the set is refused or broken
 */
record Outcome(List<String> refusals, List<String> breakage, List<Answer> answers) {
    Outcome {
        refusals = List.copyOf(refusals);
        breakage = List.copyOf(breakage);
        answers = List.copyOf(answers);
    }

    /** The generator refuses the set for those of the problems that are errors. */
    static Outcome refused(List<Problem> problems) {
        List<String> errors =
                problems.stream()
                        .filter(problem -> problem.severity() == Severity.ERROR)
                        .map(Problem::toString)
                        .toList();
        return new Outcome(errors, List.of(), List.of());
    }

    static Outcome broken(List<String> how) {
        return new Outcome(List.of(), how, List.of());
    }

    /** The generator itself failed. */
    static Outcome crashed(Throwable failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        String where = trace.length == 0 ? "" : " at " + trace[0];
        return broken(List.of("the generator threw " + failure + where));
    }

    static Outcome of(List<Answer> answers) {
        return new Outcome(List.of(), List.of(), answers);
    }

    boolean isRefused() {
        return !refusals.isEmpty();
    }
}
