package dev.gdwire.gen.gdscript;

import dev.gdwire.gen.ir.Literal;
import dev.gdwire.gen.ir.Protocol;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes the rules of a set that others refer to. */
final class RulesEmitter {
    private RulesEmitter() {}

    static String emit(Protocol protocol) {
        GdWriter out = new GdWriter();
        Header.write(out, "the schema set " + protocol.name(), "RefCounted");
        out.line("## What the schemas of the set " + protocol.name() + " say beyond their types.");
        out.blank().line("## The rules that others refer to, by their names.");
        Map<String, Literal> all = new LinkedHashMap<>();
        protocol.rules().forEach((name, rule) -> all.put(name, rule.schema()));
        out.literal("const ALL: Dictionary = ", new Literal.ObjectLiteral(all), "");
        return out.toString();
    }
}
