package dev.gdwire.gen.java;

import com.palantir.javapoet.ClassName;
import dev.gdwire.gen.ir.EnumDef;
import dev.gdwire.gen.ir.MessageDef;
import dev.gdwire.gen.ir.Protocol;
import dev.gdwire.gen.ir.RecordDef;
import dev.gdwire.gen.ir.Sender;
import dev.gdwire.gen.ir.TypeDef;
import dev.gdwire.gen.ir.TypeName;
import dev.gdwire.gen.ir.TypeRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A schema set with its Java package: finds types, and names the classes of the set itself. */
final class JavaSet {
    private final Protocol protocol;
    private final String javaPackage;
    private final Map<TypeName, TypeDef> types = new HashMap<>();
    private final Map<TypeName, MessageDef> messages = new HashMap<>();
    private final Map<String, MessageDef> messagesByTag = new HashMap<>();

    JavaSet(Protocol protocol, String javaPackage) {
        this.protocol = protocol;
        this.javaPackage = javaPackage;
        for (TypeDef type : protocol.types()) {
            types.put(type.name(), type);
        }
        for (MessageDef message : protocol.messages()) {
            types.put(message.record().name(), message.record());
            messages.put(message.record().name(), message);
            messagesByTag.put(message.tag(), message);
        }
    }

    Protocol protocol() {
        return protocol;
    }

    String javaPackage() {
        return javaPackage;
    }

    TypeDef type(TypeName name) {
        return Optional.ofNullable(types.get(name))
                .orElseThrow(() -> new IllegalArgumentException("no type " + name));
    }

    boolean isMessage(TypeName name) {
        return messages.containsKey(name);
    }

    Optional<MessageDef> message(TypeName name) {
        return Optional.ofNullable(messages.get(name));
    }

    MessageDef messageOfTag(String tag) {
        return messagesByTag.get(tag);
    }

    /** Whether a message is the type of some field, where it has no tag. */
    boolean hasMessagesInside() {
        return records().stream()
                .flatMap(record -> record.fields().stream())
                .map(field -> leaf(field.type()))
                .anyMatch(ref -> ref instanceof TypeRef.NamedRef n && isMessage(n.name()));
    }

    /** Whether a record is made of a type that is deprecated, or is answered with one. */
    boolean usesDeprecated(RecordDef record) {
        boolean reply =
                message(record.name()).flatMap(MessageDef::replyTag).stream()
                        .anyMatch(tag -> messageOfTag(tag).record().doc().deprecated());
        return reply
                || record.fields().stream()
                        .map(field -> leaf(field.type()))
                        .anyMatch(ref -> ref instanceof TypeRef.NamedRef n && isDeprecated(n));
    }

    /** Whether a message is deprecated. */
    boolean hasDeprecatedMessages() {
        return protocol.messages().stream().anyMatch(m -> m.record().doc().deprecated());
    }

    private boolean isDeprecated(TypeRef.NamedRef ref) {
        TypeDef type = type(ref.name());
        return type instanceof RecordDef record
                ? record.doc().deprecated()
                : ((EnumDef) type).doc().deprecated();
    }

    /** The type that lists, maps and null are made of. */
    static TypeRef leaf(TypeRef ref) {
        if (ref instanceof TypeRef.NullableRef nullable) {
            return leaf(nullable.type());
        }
        if (ref instanceof TypeRef.ListRef list) {
            return leaf(list.items());
        }
        return ref instanceof TypeRef.MapRef map ? leaf(map.values()) : ref;
    }

    /** Messages and shared records. */
    List<RecordDef> records() {
        List<RecordDef> records = new ArrayList<>();
        protocol.messages().forEach(message -> records.add(message.record()));
        for (TypeDef type : protocol.types()) {
            if (type instanceof RecordDef record) {
                records.add(record);
            }
        }
        return records;
    }

    List<EnumDef> enums() {
        return protocol.types().stream()
                .filter(EnumDef.class::isInstance)
                .map(EnumDef.class::cast)
                .toList();
    }

    ClassName className(TypeName name) {
        return inPackage(JavaNames.className(name));
    }

    ClassName codecName(TypeName name) {
        return inPackage(JavaNames.className(name) + "Codec");
    }

    /** The sealed root of the messages. */
    ClassName root() {
        return inPackage(prefix() + "Message");
    }

    ClassName fromJava() {
        return inPackage(prefix() + "FromJava");
    }

    ClassName fromGodot() {
        return inPackage(prefix() + "FromGodot");
    }

    ClassName registry() {
        return inPackage(prefix() + "Protocol");
    }

    /** Messages that Java may send. */
    List<MessageDef> messagesFromJava() {
        return sentBy(Sender.JAVA);
    }

    /** Messages that Godot may send. */
    List<MessageDef> messagesFromGodot() {
        return sentBy(Sender.GODOT);
    }

    private List<MessageDef> sentBy(Sender sender) {
        return protocol.messages().stream()
                .filter(m -> m.sender() == sender || m.sender() == Sender.BOTH)
                .toList();
    }

    private String prefix() {
        return JavaNames.className(protocol.name());
    }

    private ClassName inPackage(String simpleName) {
        return ClassName.get(javaPackage, simpleName);
    }
}
