package dev.gdwire.gen.merge;

import dev.gdwire.gen.ir.Literal;
import java.util.List;

/** Equality of JSON values as JSON Schema has it: 1 and 1.0 are equal, members have no order. */
public final class LiteralEquality {
    private LiteralEquality() {}

    /** Whether two values are equal. */
    public static boolean equal(Literal left, Literal right) {
        if (left instanceof Literal.NumberLiteral a && right instanceof Literal.NumberLiteral b) {
            return a.value().compareTo(b.value()) == 0;
        }
        if (left instanceof Literal.ListLiteral a && right instanceof Literal.ListLiteral b) {
            return equalItems(a.items(), b.items());
        }
        if (left instanceof Literal.ObjectLiteral a && right instanceof Literal.ObjectLiteral b) {
            return a.members().keySet().equals(b.members().keySet())
                    && a.members().keySet().stream()
                            .allMatch(key -> equal(a.members().get(key), b.members().get(key)));
        }
        return left.equals(right);
    }

    /** Whether no two items are equal, as {@code uniqueItems} asks for. */
    public static boolean allDiffer(List<Literal> items) {
        for (int i = 0; i < items.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (equal(items.get(i), items.get(j))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean equalItems(List<Literal> left, List<Literal> right) {
        for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
            if (!equal(left.get(i), right.get(i))) {
                return false;
            }
        }
        return left.size() == right.size();
    }
}
