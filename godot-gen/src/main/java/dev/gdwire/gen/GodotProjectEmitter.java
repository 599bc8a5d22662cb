package dev.gdwire.gen;

import dev.gdwire.gen.gdscript.AddonFiles;
import dev.gdwire.gen.gdscript.GdScriptEmitter;
import dev.gdwire.gen.ir.Protocol;
import dev.gdwire.gen.output.GeneratedFile;
import dev.gdwire.gen.problem.Problems;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything that a Godot project needs to speak a schema set: the add-on's run time, the core set
 * that the add-on itself speaks, and the set's own scripts.
 */
public final class GodotProjectEmitter implements Emitter {
    private static final String CORE_FOLDER = "addons/gdwire/core";

    private final GdScriptEmitter scripts = new GdScriptEmitter();

    @Override
    public List<GeneratedFile> emit(Protocol protocol, EmitOptions options, Problems problems) {
        Protocol core = Generator.bundled("core").orThrow();
        List<GeneratedFile> files = new ArrayList<>(AddonFiles.all());
        files.addAll(GdScriptEmitter.emit(core, CORE_FOLDER, problems));
        files.addAll(scripts.emit(protocol, options, problems));
        return List.copyOf(files);
    }
}
