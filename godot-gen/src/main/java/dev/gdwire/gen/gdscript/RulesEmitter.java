package dev.gdwire.gen.gdscript;

import dev.gdwire.gen.ir.Literal;
import dev.gdwire.gen.ir.Protocol;
import dev.gdwire.gen.output.GeneratedFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the rules of a set that others refer to. */
final class RulesEmitter {
    /** The engine reads a script again for each that preloads it: longer rules are loaded later. */
    private static final int LONGEST = 50_000;

    private RulesEmitter() {}

    /**
     * The scripts of the rules.
     *
     * @param path where others find them, below the folder of {@code project.godot}
     */
    static List<GeneratedFile> emit(Protocol protocol, String path) {
        String rules = rules(protocol);
        if (rules.length() <= LONGEST) {
            return List.of(new GeneratedFile(path, rules));
        }
        String data = path.replaceFirst("\\.gd$", "_data.gd");
        return List.of(
                new GeneratedFile(path, later(protocol, data)), new GeneratedFile(data, rules));
    }

    private static GdWriter start(Protocol protocol) {
        GdWriter out = new GdWriter();
        Header.write(out, "the schema set " + protocol.name(), "RefCounted");
        out.line("## What the schemas of the set " + protocol.name() + " say beyond their types.");
        out.blank().line("## The rules that others refer to, by their names.");
        return out;
    }

    private static String rules(Protocol protocol) {
        GdWriter out = start(protocol);
        Map<String, Literal> all = new LinkedHashMap<>();
        protocol.rules().forEach((name, rule) -> all.put(name, rule.schema()));
        out.literal("const ALL: Dictionary = ", new Literal.ObjectLiteral(all), "");
        return out.toString();
    }

    private static String later(Protocol protocol, String data) {
        GdWriter out = start(protocol);
        out.line("static var ALL: Dictionary = _all()");
        out.blank().blank().line("static func _all() -> Dictionary:");
        out.line("\tvar data: GDScript = load(" + GdText.quoted("res://" + data) + ")");
        out.line("\treturn data.get_script_constant_map()[\"ALL\"]");
        return out.toString();
    }
}
