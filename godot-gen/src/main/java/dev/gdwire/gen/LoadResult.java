package dev.gdwire.gen;

import dev.gdwire.gen.ir.Protocol;
import dev.gdwire.gen.problem.Problem;
import dev.gdwire.gen.problem.ProblemJson;
import dev.gdwire.gen.problem.ProblemPrinter;
import dev.gdwire.gen.problem.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What came of a schema set.
 *
 * @param protocol empty when there is an error
 * @param problems errors and warnings, sorted by place
 * @param texts the text of each file, for printing problems
 */
public record LoadResult(
        Optional<Protocol> protocol, List<Problem> problems, Map<String, String> texts) {
    public LoadResult {
        problems = List.copyOf(problems);
        texts = Map.copyOf(texts);
    }

    /** Whether there is an error. */
    public boolean hasErrors() {
        return problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
    }

    /** All problems as a compiler prints them, each line ended by a newline; empty without any. */
    public String printed() {
        return new ProblemPrinter(texts).print(problems);
    }

    /** All problems for programs: one JSON object a line; empty without any. */
    public String json() {
        return ProblemJson.print(problems);
    }

    /** How many problems there are, such as {@code 2 errors, 1 warning}; empty without any. */
    public String counted() {
        return Stream.of(Severity.values())
                .flatMap(severity -> counted(severity).stream())
                .collect(Collectors.joining(", "));
    }

    private Optional<String> counted(Severity severity) {
        long count = problems.stream().filter(p -> p.severity() == severity).count();
        String word = severity.word() + (count == 1 ? "" : "s");
        return count == 0 ? Optional.empty() : Optional.of(count + " " + word);
    }

    /**
     * The protocol.
     *
     * @throws IllegalStateException with all problems printed, if there is an error
     */
    public Protocol orThrow() {
        return protocol.orElseThrow(() -> new IllegalStateException(printed()));
    }
}
