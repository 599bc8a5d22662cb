package dev.gdwire.gen.gdscript;

import dev.gdwire.gen.ir.EnumDef;
import dev.gdwire.gen.ir.EnumValue;
import dev.gdwire.gen.ir.Literal;

/** Writes the class of a set of scalars: a constant for each. */
final class EnumEmitter {
    private EnumEmitter() {}

    static String emit(EnumDef def) {
        EnumNames names = EnumNames.of(def);
        GdWriter out = new GdWriter();
        Header.write(out, def.source(), "RefCounted");
        out.lines(GdDocs.lines(def.doc())).blank();
        for (EnumValue value : def.values()) {
            out.lines(GdDocs.lines(value.doc()));
            out.whole(
                    "const "
                            + names.name(value.value())
                            + ": "
                            + type(value.value())
                            + " = "
                            + GdText.expression(value.value()));
        }
        String all = "All values, in the order of the schema.";
        String known =
                "The values that have names, in the order of the schema. There may be others.";
        out.blank().line("## " + (def.open().isPresent() ? known : all));
        out.list(
                "const VALUES: " + listType(def) + " = [",
                def.values().stream().map(value -> names.name(value.value())).toList(),
                "]");
        return out.toString();
    }

    private static String listType(EnumDef def) {
        return switch (def.kind()) {
            case STRINGS -> "PackedStringArray";
            case INTEGERS -> "PackedInt64Array";
            case MIXED -> "Array";
        };
    }

    private static String type(Literal value) {
        if (value instanceof Literal.StringLiteral) {
            return "String";
        } else if (value instanceof Literal.NumberLiteral number) {
            return GdText.isWhole(number.value()) ? "int" : "float";
        }
        return value instanceof Literal.BooleanLiteral ? "bool" : "Variant";
    }
}
