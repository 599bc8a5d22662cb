package dev.gdwire.gen.schema;

/**
 * The draft that a schema is written in.
 *
 * @param declared whether {@code $schema} names it; else the words of older drafts are known too
 */
public record Dialect(Draft draft, boolean declared) {
    /** Of a file that does not say. */
    static final Dialect DEFAULT = new Dialect(Draft.DRAFT_2020_12, false);
}
