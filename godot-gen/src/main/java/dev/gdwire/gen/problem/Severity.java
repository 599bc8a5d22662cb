package dev.gdwire.gen.problem;

/** How bad a problem is. */
public enum Severity {
    /** Nothing is generated. */
    ERROR,
    /** Something is generated, but perhaps not what was meant. */
    WARNING;

    /** The word that is printed. */
    public String word() {
        return this == ERROR ? "error" : "warning";
    }
}
