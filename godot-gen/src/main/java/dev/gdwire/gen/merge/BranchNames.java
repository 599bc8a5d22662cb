package dev.gdwire.gen.merge;

import dev.gdwire.gen.ir.Literal;
import dev.gdwire.gen.schema.Location;
import java.util.List;

/** Names of the objects that stand in a union itself. */
final class BranchNames {
    private BranchNames() {}

    /** The union's words and those of the branch: of its first value. */
    static List<String> words(List<String> union, Shape.Branch branch) {
        Location schema = branch.schema();
        boolean inline = schema.path().size() > 1 && isIndex(schema);
        return inline || branch.all().size() > 1
                ? Naming.join(union, Names.words(text(branch.values().get(0))))
                : union;
    }

    private static boolean isIndex(Location schema) {
        String step = schema.path().get(schema.path().size() - 2);
        return step.equals("oneOf") || step.equals("anyOf");
    }

    private static String text(Literal value) {
        if (value instanceof Literal.StringLiteral text) {
            return text.value();
        }
        return value instanceof Literal.NumberLiteral number
                ? number.value().toPlainString()
                : String.valueOf(((Literal.BooleanLiteral) value).value());
    }
}
