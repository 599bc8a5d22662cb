package dev.gdwire.gen.schema;

import dev.gdwire.gen.problem.ProblemId;

/** A {@code $ref} that leads nowhere, or where it must not. */
public final class ReferenceException extends Exception {
    private static final long serialVersionUID = 1;

    private final ProblemId id;
    private final String hint;

    ReferenceException(ProblemId id, String message, String hint) {
        super(message);
        this.id = id;
        this.hint = hint;
    }

    /** The kind of problem. */
    public ProblemId id() {
        return id;
    }

    /** What to do about it. */
    public String hint() {
        return hint;
    }
}
