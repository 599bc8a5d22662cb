package dev.gdwire.gen.gdscript;

import dev.gdwire.gen.ir.EnumDef;
import dev.gdwire.gen.ir.MessageDef;
import dev.gdwire.gen.ir.Protocol;
import dev.gdwire.gen.ir.RecordDef;
import dev.gdwire.gen.ir.TypeDef;
import dev.gdwire.gen.ir.TypeName;
import dev.gdwire.gen.ir.TypeRef;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** A schema set with the GDScript names and files of its types. */
final class GdProtocol {
    private final Protocol protocol;
    private final Map<TypeName, TypeDef> types = new HashMap<>();
    private final Set<TypeName> messages = new HashSet<>();

    GdProtocol(Protocol protocol) {
        this.protocol = protocol;
        protocol.types().forEach(type -> types.put(type.name(), type));
        for (MessageDef message : protocol.messages()) {
            types.put(message.record().name(), message.record());
            messages.add(message.record().name());
        }
    }

    Protocol protocol() {
        return protocol;
    }

    boolean isEnum(TypeName name) {
        return type(name) instanceof EnumDef;
    }

    boolean isRecord(TypeName name) {
        return type(name) instanceof RecordDef;
    }

    /** Class of an enum's values. */
    String enumName(TypeRef type) {
        return GdNames.type(((TypeRef.NamedRef) type).name());
    }

    TypeDef type(TypeName name) {
        TypeDef type = types.get(name);
        if (type == null) {
            throw new IllegalArgumentException("the IR refers to no type of its own: " + name);
        }
        return type;
    }

    /** File of a type, below the folder of the set. */
    String path(TypeName name) {
        String folder = messages.contains(name) ? "messages/" : "types/";
        return folder + GdNames.file(name) + ".gd";
    }

    /** The line that makes a type known to a script in {@code messages/} or {@code types/}. */
    String preload(TypeName name, String folder) {
        String path = path(name);
        return line(name, path.startsWith(folder) ? path.substring(folder.length()) : "../" + path);
    }

    /** The line that makes a type known to a script in the folder of the set. */
    String preloadFromRoot(TypeName name) {
        return line(name, path(name));
    }

    private static String line(TypeName name, String path) {
        return "const " + GdNames.type(name) + " = preload(" + GdText.quoted(path) + ")";
    }
}
