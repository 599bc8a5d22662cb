package dev.gdwire.gen.ir;

/**
 * What a schema says of a value beyond its type: a JSON Schema that the value as JSON must fit.
 *
 * <p>The schema is canonical: {@code true}, {@code false}, or an object of validating keywords
 * only, of draft 2020-12, its members in the order of {@code docs/ir.md}, in which they are
 * checked. A {@code $ref} holds the bare name of a rule in {@link Protocol#rules}. The extra member
 * {@code portable} of a schema maps those of its patterns that are spelt another way in Java and
 * Godot to that spelling.
 */
public record Rule(Literal schema) {
    /** Every value fits. */
    public static final Rule ANYTHING = new Rule(new Literal.BooleanLiteral(true));

    /** Whether every value fits. */
    public boolean isAnything() {
        return equals(ANYTHING);
    }

    /** Whether the rule refers to others of its set, itself or in a schema inside. */
    public boolean refersToOthers() {
        return refersToOthers(schema);
    }

    private static boolean refersToOthers(Literal schema) {
        return schema instanceof Literal.ObjectLiteral object
                        && object.members().containsKey("$ref")
                || SubSchemas.of(schema).anyMatch(Rule::refersToOthers);
    }
}
