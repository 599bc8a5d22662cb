package dev.gdwire.gen.gdscript;

import dev.gdwire.gen.ir.Literal;
import dev.gdwire.gen.ir.Rule;

/** What rules look like. */
final class Rules {
    private Rules() {}

    /** Whether a rule refers to others of its set. */
    static boolean refers(Rule rule) {
        return refers(rule.schema());
    }

    private static boolean refers(Literal literal) {
        if (literal instanceof Literal.ObjectLiteral object) {
            return object.members().containsKey("$ref")
                    || object.members().values().stream().anyMatch(Rules::refers);
        }
        return literal instanceof Literal.ListLiteral list
                && list.items().stream().anyMatch(Rules::refers);
    }
}
