package dev.gdwire.gen.schema;

/** What happens on a keyword that a draft defines and the generator does not support. */
public enum Strictness {
    /** It is an error. */
    STRICT,
    /** It is a warning, and the keyword is not checked at run time. */
    LENIENT
}
