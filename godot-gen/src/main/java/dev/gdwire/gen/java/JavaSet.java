package dev.gdwire.gen.java;

import com.palantir.javapoet.ClassName;
import dev.gdwire.gen.ir.FieldDef;
import dev.gdwire.gen.ir.MessageDef;
import dev.gdwire.gen.ir.Protocol;
import dev.gdwire.gen.ir.RecordDef;
import dev.gdwire.gen.ir.Sender;
import dev.gdwire.gen.ir.TupleDef;
import dev.gdwire.gen.ir.TypeDef;
import dev.gdwire.gen.ir.TypeName;
import dev.gdwire.gen.ir.TypeRef;
import dev.gdwire.gen.ir.UnionDef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A schema set with its Java package: finds types, and names the classes of the set itself. */
final class JavaSet {
    private final Protocol protocol;
    private final String javaPackage;
    private final Map<TypeName, TypeDef> types = new HashMap<>();
    private final Map<TypeName, MessageDef> messages = new HashMap<>();
    private final Map<String, MessageDef> messagesByTag = new HashMap<>();
    private final EnumNames enums = new EnumNames(this);

    /** The classes of types, as file systems that ignore case see them. */
    private final Set<String> classNames = new HashSet<>();

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
        types.keySet()
                .forEach(
                        name -> classNames.add(JavaNames.className(name).toLowerCase(Locale.ROOT)));
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

    /** Whether a message's record has its tag as a field, since it is a part of others too. */
    boolean declaresTag(RecordDef record) {
        return record.fields().stream()
                .anyMatch(field -> field.wireName().equals(protocol.discriminator()));
    }

    MessageDef messageOfTag(String tag) {
        return messagesByTag.get(tag);
    }

    /** Whether a message is used where it has no tag: in a field, an item or a union. */
    boolean hasMessagesInside() {
        return Stream.concat(
                        types.values().stream().flatMap(JavaSet::uses).map(Refs::leaf),
                        unions().stream().flatMap(JavaSet::members))
                .anyMatch(ref -> ref instanceof TypeRef.NamedRef n && isMessage(n.name()));
    }

    private static Stream<TypeRef> members(UnionDef union) {
        return union.cases().stream().map(UnionDef.Case::record).map(TypeRef.NamedRef::new);
    }

    /** The types that a type uses for its parts. */
    private static Stream<TypeRef> uses(TypeDef type) {
        if (type instanceof RecordDef record) {
            return Stream.concat(
                    record.fields().stream().map(FieldDef::type), record.others().stream());
        }
        return type instanceof TupleDef tuple
                ? tuple.items().stream().map(TupleDef.Item::type)
                : Stream.empty();
    }

    /**
     * Whether a type is made of one that is deprecated, belongs to one, or is answered with one.
     */
    boolean usesDeprecated(TypeDef type) {
        boolean reply =
                message(type.name()).flatMap(MessageDef::replyTag).stream()
                        .anyMatch(tag -> messageOfTag(tag).record().doc().deprecated());
        boolean unions = unionsOf(type.name()).stream().anyMatch(union -> union.doc().deprecated());
        return reply
                || unions
                || uses(type)
                        .map(Refs::leaf)
                        .anyMatch(ref -> ref instanceof TypeRef.NamedRef n && isDeprecated(n));
    }

    /** Whether a field or an item of a type is deprecated. */
    boolean hasDeprecatedParts(TypeDef type) {
        if (type instanceof RecordDef record) {
            return record.fields().stream().anyMatch(field -> field.doc().deprecated());
        }
        return type instanceof TupleDef tuple
                && tuple.items().stream().anyMatch(item -> item.doc().deprecated());
    }

    /** Whether a message is deprecated. */
    boolean hasDeprecatedMessages() {
        return protocol.messages().stream().anyMatch(m -> m.record().doc().deprecated());
    }

    private boolean isDeprecated(TypeRef.NamedRef ref) {
        return type(ref.name()).doc().deprecated();
    }

    /** Whether a class of the set has the name of one that generated code uses too. */
    boolean hidesLibraryClasses() {
        return types.keySet().stream().map(JavaNames::className).anyMatch(LibraryNames::has);
    }

    /** Messages and shared types. */
    List<TypeDef> all() {
        List<TypeDef> all = new ArrayList<>();
        protocol.messages().forEach(message -> all.add(message.record()));
        all.addAll(protocol.types());
        return all;
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

    /** The types of one kind that are no messages. */
    <T extends TypeDef> List<T> types(Class<T> kind) {
        return protocol.types().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    List<UnionDef> unions() {
        return types(UnionDef.class);
    }

    /** The unions that list a type as their member. */
    List<UnionDef> unionsOf(TypeName name) {
        return unions().stream().filter(union -> union.members().contains(name)).toList();
    }

    /** The names of the constants of enums. */
    EnumNames enums() {
        return enums;
    }

    ClassName className(TypeName name) {
        return inPackage(JavaNames.className(name));
    }

    ClassName codecName(TypeName name) {
        String codec = JavaNames.className(name) + "Codec";
        // The class of a type comes first: that of a codec is seen by nobody.
        boolean isTaken = classNames.contains(codec.toLowerCase(Locale.ROOT));
        return inPackage(isTaken ? codec + "2" : codec);
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

    /** The table of the rules that others refer to. */
    ClassName rules() {
        return inPackage(prefix() + "Rules");
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
