package dev.gdwire.gen.gdscript;

import dev.gdwire.gen.ir.EnumDef;
import dev.gdwire.gen.ir.EnumValue;
import dev.gdwire.gen.ir.Literal;
import dev.gdwire.gen.ir.TypeRef;
import java.util.List;
import java.util.Optional;

/** Writes the class of a set of scalars: a constant for each. */
final class EnumEmitter {
    private EnumEmitter() {}

    static String emit(GdTypes types, EnumDef def) {
        EnumNames names = EnumNames.of(def);
        GdWriter out = new GdWriter();
        Header.write(out, def.source(), "RefCounted");
        out.lines(GdDocs.lines(def.doc(), GdDocs.ofType(def.name()))).blank();
        Optional<TypeRef> limited = def.open().filter(Limits::has);
        if (limited.isPresent()) {
            out.line(Header.preload("GdwireChecks", "checks.gd")).blank();
        }
        for (EnumValue value : def.values()) {
            out.lines(GdDocs.lines(value.doc()));
            String start = "const " + names.name(value) + ": " + type(value.value()) + " = ";
            out.whole(start + GdText.expression(value.value()));
        }
        String all = "All values, in the order of the schema.";
        String known =
                "The values that have names, in the order of the schema. There may be others.";
        out.blank().line("## " + (def.open().isPresent() ? known : all));
        out.list(
                "const VALUES: " + listType(def) + " = [",
                def.values().stream().map(names::name).toList(),
                "]");
        limited.ifPresent(type -> limits(out, types, type));
        return out.toString();
    }

    private static void limits(GdWriter out, GdTypes types, TypeRef type) {
        if (type instanceof TypeRef.StringRef string && string.pattern().isPresent()) {
            out.blank().line(CheckEmitter.pattern(string.pattern().get(), "_value"));
        }
        List<String> parameters =
                List.of("checks: GdwireChecks", "key: Variant", "value: " + types.name(type));
        out.signature(
                List.of("## Checks the limits of all values, those without a name too."),
                "static func check_value(",
                parameters,
                ") -> void:");
        Limits limits = new Limits(new JsonValues(types), "checks");
        out.lines(limits.statements(type, "key", "value", "_value")).close();
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
