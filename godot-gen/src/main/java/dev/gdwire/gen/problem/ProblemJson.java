package dev.gdwire.gen.problem;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Writes problems for programs: one JSON object a line, with {@code file}, {@code line} and {@code
 * column} (neither for a file or folder as a whole), {@code severity} ({@code error} or {@code
 * warning}), {@code id}, {@code message} and {@code hint}.
 */
public final class ProblemJson {
    private ProblemJson() {}

    /** All problems; every line ends with a newline. */
    public static String print(List<Problem> problems) {
        StringBuilder out = new StringBuilder();
        problems.forEach(problem -> out.append(object(problem)).append('\n'));
        return out.toString();
    }

    private static ObjectNode object(Problem problem) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        Place place = problem.place();
        object.put("file", place.file());
        if (place.hasLine()) {
            object.put("line", place.line()).put("column", place.column());
        }
        object.put("severity", problem.severity().word());
        object.put("id", problem.id().code());
        object.put("message", problem.message());
        problem.hint().ifPresent(hint -> object.put("hint", hint));
        return object;
    }
}
