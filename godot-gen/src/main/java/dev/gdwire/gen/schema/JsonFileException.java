package dev.gdwire.gen.schema;

import dev.gdwire.gen.problem.ProblemId;

/** A file that cannot be read as JSON; becomes a problem at once. */
final class JsonFileException extends Exception {
    private static final long serialVersionUID = 1;

    private final ProblemId id;
    private final int line;
    private final int column;
    private final String hint;

    JsonFileException(ProblemId id, int line, int column, String message, String hint) {
        super(message);
        this.id = id;
        this.line = line;
        this.column = column;
        this.hint = hint;
    }

    ProblemId id() {
        return id;
    }

    int line() {
        return line;
    }

    int column() {
        return column;
    }

    String hint() {
        return hint;
    }
}
