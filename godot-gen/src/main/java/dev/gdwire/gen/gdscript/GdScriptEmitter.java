package dev.gdwire.gen.gdscript;

import dev.gdwire.gen.ir.EnumDef;
import dev.gdwire.gen.ir.MessageDef;
import dev.gdwire.gen.ir.Protocol;
import dev.gdwire.gen.ir.RecordDef;
import dev.gdwire.gen.ir.TypeDef;
import dev.gdwire.gen.output.GeneratedFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The GDScript back end: a schema set as typed classes, with a registry and a dispatcher. */
public final class GdScriptEmitter {
    private GdScriptEmitter() {}

    /**
     * Writes the scripts of a set. They need the {@linkplain AddonFiles add-on}.
     *
     * @param location folder of the set below the folder of {@code project.godot}, such as {@code
     *     arena}
     * @return the files, sorted by path
     */
    public static List<GeneratedFile> emit(Protocol protocol, String location) {
        GdProtocol names = new GdProtocol(protocol);
        List<GeneratedFile> files = new ArrayList<>();
        String root = location + "/";
        String name = root + protocol.name();
        files.add(new GeneratedFile(name + ".gd", ProtocolEmitter.emit(names)));
        files.add(new GeneratedFile(name + "_dispatcher.gd", DispatcherEmitter.emit(names)));
        for (MessageDef message : protocol.messages()) {
            String path = root + names.path(message.record().name());
            files.add(new GeneratedFile(path, ClassEmitter.message(names, message)));
        }
        for (TypeDef type : protocol.types()) {
            String text =
                    type instanceof RecordDef record
                            ? ClassEmitter.record(names, record)
                            : EnumEmitter.emit((EnumDef) type);
            files.add(new GeneratedFile(root + names.path(type.name()), text));
        }
        files.sort(Comparator.comparing(GeneratedFile::path));
        return List.copyOf(files);
    }
}
