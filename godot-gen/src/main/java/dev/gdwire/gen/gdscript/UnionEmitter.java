package dev.gdwire.gen.gdscript;

import dev.gdwire.gen.ir.Literal;
import dev.gdwire.gen.ir.TypeName;
import dev.gdwire.gen.ir.UnionDef;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Writes the class of a union: which class reads an object, by the value of a property. */
final class UnionEmitter {
    private static final String READ =
            "## Reads parsed JSON as one of the classes; null when it fits none, and [param reader]"
                    + " says why.";

    private final GdProtocol protocol;
    private final UnionDef def;
    private final GdWriter out = new GdWriter();

    private UnionEmitter(GdProtocol protocol, UnionDef def) {
        this.protocol = protocol;
        this.def = def;
    }

    static String emit(GdProtocol protocol, UnionDef def) {
        return new UnionEmitter(protocol, def).emit();
    }

    private String emit() {
        Header.write(out, def.source(), "union.gd");
        TreeSet<TypeName> records = new TreeSet<>();
        def.cases().forEach(union -> records.add(union.record()));
        docs(records);
        records.forEach(name -> out.line(protocol.preload(name, "types/")));
        out.blank().line("## Name of the property that tells the classes apart.");
        out.line("const PROPERTY: String = " + GdText.quoted(def.property()));
        out.line("## The class for each of its values; numbers are floats here.");
        out.list("const CLASSES: Dictionary = {", classes(), "}");
        out.signature(
                List.of(READ),
                "static func from_dict(",
                List.of("data: Variant", "reader := GdwireReader.new()"),
                ") -> GdwireRecord:");
        out.line("return read(data, reader, PROPERTY, CLASSES)").close();
        out.signature(
                List.of("## Checks that a record is of one of the classes, and valid."),
                "static func check_member(",
                List.of("checks: GdwireChecks", "key: Variant", "value: Variant"),
                ") -> void:");
        out.line("check_class(checks, key, value, CLASSES)").close();
        return out.toString();
    }

    private void docs(Set<TypeName> records) {
        List<String> docs = GdDocs.lines(def.doc());
        out.lines(docs).lines(docs.isEmpty() ? List.of() : List.of("##"));
        List<String> classes = records.stream().map(protocol::className).toList();
        String property = "the property `" + def.property() + "`";
        String all = String.join(", ", classes);
        out.lines(
                GdDocs.comment(
                        "Values are of these classes, told apart by "
                                + property
                                + ": "
                                + all
                                + "."));
        out.blank();
    }

    private List<String> classes() {
        List<String> entries = new ArrayList<>();
        for (UnionDef.Case union : def.cases()) {
            for (Literal value : union.values()) {
                entries.add(key(value) + ": " + protocol.className(union.record()));
            }
        }
        return entries;
    }

    private static String key(Literal value) {
        return value instanceof Literal.NumberLiteral number
                ? GdText.decimal(number.value().add(BigDecimal.ZERO))
                : GdText.expression(value);
    }
}
