package dev.gdwire.gen.gdscript;

import dev.gdwire.gen.ir.EnumDef;

/** Writes the class of a closed set of strings: a constant for each. */
final class EnumEmitter {
    private EnumEmitter() {}

    static String emit(EnumDef def) {
        GdWriter out = new GdWriter();
        Header.write(out, def.source(), "RefCounted");
        out.lines(GdDocs.lines(def.doc())).blank();
        for (String value : def.texts()) {
            out.line("const " + GdNames.constant(value) + ": String = " + GdText.quoted(value));
        }
        out.blank().line("## All values, in the order of the schema.");
        out.list(
                "const VALUES: PackedStringArray = [",
                def.texts().stream().map(GdNames::constant).toList(),
                "]");
        return out.toString();
    }
}
