package dev.gdwire.gen.maven;

import dev.gdwire.gen.EmitOptions;
import dev.gdwire.gen.Emitter;
import dev.gdwire.gen.Generator;
import dev.gdwire.gen.gdscript.AddonFiles;
import dev.gdwire.gen.gdscript.GdScriptEmitter;
import dev.gdwire.gen.ir.Protocol;
import dev.gdwire.gen.output.GeneratedFile;
import dev.gdwire.gen.problem.Problems;
import java.util.ArrayList;
import java.util.List;

/** Writes all that a Godot project needs: the add-on, its core messages, and the set's scripts. */
final class GodotProjectEmitter implements Emitter {
    private static final String CORE = "addons/gdwire/core";

    @Override
    public List<GeneratedFile> emit(Protocol protocol, EmitOptions options, Problems problems) {
        List<GeneratedFile> files = new ArrayList<>(AddonFiles.all());
        files.addAll(GdScriptEmitter.emit(Generator.bundled("core").orThrow(), CORE));
        files.addAll(new GdScriptEmitter().emit(protocol, options, problems));
        return files;
    }
}
