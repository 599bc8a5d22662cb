package dev.gdwire.gen.gdscript;

import dev.gdwire.gen.EmitOptions;
import dev.gdwire.gen.Emitter;
import dev.gdwire.gen.ir.EnumDef;
import dev.gdwire.gen.ir.MessageDef;
import dev.gdwire.gen.ir.Protocol;
import dev.gdwire.gen.ir.RecordDef;
import dev.gdwire.gen.ir.TupleDef;
import dev.gdwire.gen.ir.TypeDef;
import dev.gdwire.gen.ir.UnionDef;
import dev.gdwire.gen.output.FileNames;
import dev.gdwire.gen.output.GeneratedFile;
import dev.gdwire.gen.problem.Problems;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The GDScript back end: a schema set as typed classes, with a registry and a dispatcher. The paths
 * of its files begin at the folder of {@code project.godot}. The scripts need the {@linkplain
 * AddonFiles add-on}. Stateless; safe for use by several threads.
 */
public final class GdScriptEmitter implements Emitter {
    /** Writes each set into a folder of its own name, such as {@code arena/}. */
    @Override
    public List<GeneratedFile> emit(Protocol protocol, EmitOptions options, Problems problems) {
        return emit(protocol, protocol.name(), problems);
    }

    /**
     * Writes the scripts of a set into a folder.
     *
     * @param location the folder below that of {@code project.godot}, such as {@code arena}
     * @return the files, sorted by path
     * @throws IllegalArgumentException if the global class cannot have its name
     */
    public static List<GeneratedFile> emit(Protocol protocol, String location) {
        Problems problems = new Problems();
        List<GeneratedFile> files = emit(protocol, location, problems);
        if (problems.hasErrors()) {
            throw new IllegalArgumentException(problems.sorted().get(0).toString());
        }
        return files;
    }

    /**
     * Writes the scripts of a set into a folder. When the global class cannot have its name, that
     * is reported; the files are then not to be used.
     *
     * @param location the folder below that of {@code project.godot}, such as {@code arena}
     * @return the files, sorted by path
     */
    public static List<GeneratedFile> emit(Protocol protocol, String location, Problems problems) {
        GlobalClassName.check(protocol, problems);
        GdProtocol names = new GdProtocol(protocol);
        List<GeneratedFile> files = new ArrayList<>();
        String root = location + "/";
        String name = root + protocol.name();
        files.add(new GeneratedFile(name + ".gd", ProtocolEmitter.emit(names)));
        files.add(new GeneratedFile(name + "_dispatcher.gd", DispatcherEmitter.emit(names)));
        if (!protocol.rules().isEmpty()) {
            files.addAll(RulesEmitter.emit(protocol, root + names.rulesPath()));
        }
        for (MessageDef message : names.protocol().messages()) {
            String path = root + names.path(message.record().name());
            FileNames.check(message.record(), path.substring(path.lastIndexOf('/') + 1), problems);
            files.add(new GeneratedFile(path, ClassEmitter.message(names, message)));
        }
        for (TypeDef type : names.protocol().types()) {
            String path = root + names.path(type.name());
            FileNames.check(type, path.substring(path.lastIndexOf('/') + 1), problems);
            files.add(new GeneratedFile(path, type(names, type)));
        }
        files.sort(Comparator.comparing(GeneratedFile::path));
        return List.copyOf(files);
    }

    private static String type(GdProtocol names, TypeDef type) {
        if (type instanceof RecordDef record) {
            return ClassEmitter.record(names, record);
        } else if (type instanceof TupleDef tuple) {
            return ClassEmitter.tuple(names, tuple);
        } else if (type instanceof UnionDef union) {
            return UnionEmitter.emit(names, union);
        }
        return EnumEmitter.emit(new GdTypes(names), (EnumDef) type);
    }
}
