package dev.gdwire.gen.gdscript;

import dev.gdwire.gen.ir.EnumDef;
import dev.gdwire.gen.ir.Literal;
import dev.gdwire.gen.ir.MessageDef;
import dev.gdwire.gen.ir.Protocol;
import dev.gdwire.gen.ir.RecordDef;
import dev.gdwire.gen.ir.TupleDef;
import dev.gdwire.gen.ir.TypeDef;
import dev.gdwire.gen.ir.TypeName;
import dev.gdwire.gen.ir.TypeRef;
import dev.gdwire.gen.ir.UnionDef;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A schema set with the GDScript names and files of its types. */
final class GdProtocol {
    private final Protocol protocol;
    private final Map<TypeName, TypeDef> types = new HashMap<>();
    private final Set<TypeName> messages = new HashSet<>();
    private final TypeNames names;
    private final SignalNames signals;

    GdProtocol(Protocol protocol) {
        this.protocol = protocol;
        protocol.types().forEach(type -> types.put(type.name(), type));
        for (MessageDef message : protocol.messages()) {
            types.put(message.record().name(), message.record());
            messages.add(message.record().name());
        }
        this.names = new TypeNames(types.keySet(), protocol.godotClassName());
        this.signals = new SignalNames(protocol.messages());
    }

    Protocol protocol() {
        return protocol;
    }

    SignalNames signals() {
        return signals;
    }

    boolean isMessage(TypeName name) {
        return messages.contains(name);
    }

    boolean isEnum(TypeName name) {
        return type(name) instanceof EnumDef;
    }

    boolean isRecord(TypeName name) {
        return type(name) instanceof RecordDef;
    }

    boolean isUnion(TypeName name) {
        return type(name) instanceof UnionDef;
    }

    boolean isTuple(TypeName name) {
        return type(name) instanceof TupleDef;
    }

    /** Whether a message's class has its tag as a property, since it is a part of others too. */
    boolean declaresTag(RecordDef record) {
        return record.fields().stream()
                .anyMatch(field -> field.wireName().equals(protocol.discriminator()));
    }

    TypeDef type(TypeName name) {
        TypeDef type = types.get(name);
        if (type == null) {
            throw new IllegalArgumentException("the IR refers to no type of its own: " + name);
        }
        return type;
    }

    /** The constant of an enum's value, as an expression; empty for a value without a name. */
    Optional<String> constant(TypeRef.NamedRef type, Literal value) {
        EnumNames names = EnumNames.of((EnumDef) type(type.name()));
        return names.find(value).map(name -> className(type.name()) + "." + name);
    }

    /** Class of a type. */
    String className(TypeName name) {
        return names.className(name);
    }

    /** Whether a class of the set has the name. */
    boolean isClassName(String name) {
        return names.isClassName(name);
    }

    /** File of a type, below the folder of the set. */
    String path(TypeName name) {
        String folder = messages.contains(name) ? "messages/" : "types/";
        return folder + names.file(name) + ".gd";
    }

    /** File of the rules that others refer to, below the folder of the set. */
    String rulesPath() {
        return protocol.name() + "_rules.gd";
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

    private String line(TypeName name, String path) {
        return "const " + className(name) + " = preload(" + GdText.quoted(path) + ")";
    }
}
