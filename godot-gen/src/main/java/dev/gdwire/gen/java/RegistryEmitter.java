package dev.gdwire.gen.java;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.gdwire.gen.ir.MessageDef;
import dev.gdwire.gen.ir.Protocol;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes what a schema set has once: its sealed interfaces and its registry. */
final class RegistryEmitter {
    private final JavaSet set;

    RegistryEmitter(JavaSet set) {
        this.set = set;
    }

    /** The sealed interfaces; those that nothing would implement are left out. */
    List<TypeSpec.Builder> interfaces() {
        List<TypeSpec.Builder> list = new ArrayList<>();
        List<ClassName> permitted = new ArrayList<>();
        if (!set.messagesFromJava().isEmpty()) {
            permitted.add(set.fromJava());
            list.add(
                    side(
                            set.fromJava(),
                            RunTime.FROM_JAVA,
                            "Java program",
                            set.messagesFromJava()));
        }
        if (!set.messagesFromGodot().isEmpty()) {
            permitted.add(set.fromGodot());
            list.add(
                    side(
                            set.fromGodot(),
                            RunTime.FROM_GODOT,
                            "Godot game",
                            set.messagesFromGodot()));
        }
        list.add(root(permitted));
        return list;
    }

    /** The registry. */
    TypeSpec.Builder registry() {
        ClassName name = set.registry();
        return TypeSpec.classBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addJavadoc("The schema set {@code $L}: its messages and their JSON form.", name())
                .superclass(ParameterizedTypeName.get(RunTime.GENERATED_PROTOCOL, set.root()))
                .addField(
                        FieldSpec.builder(
                                        name,
                                        "INSTANCE",
                                        Modifier.PUBLIC,
                                        Modifier.STATIC,
                                        Modifier.FINAL)
                                .addJavadoc("The protocol, which holds no state.")
                                .initializer("new $T()", name)
                                .build())
                .addMethod(constructor());
    }

    private String name() {
        return set.protocol().name();
    }

    private TypeSpec.Builder root(List<ClassName> permitted) {
        return TypeSpec.interfaceBuilder(set.root())
                .addModifiers(Modifier.PUBLIC, Modifier.SEALED)
                .addJavadoc("Every message of the schema set {@code $L}.", name())
                .addAnnotation(new TypeAnnotations(set).ofMessages())
                .addAnnotation(subTypes())
                .addSuperinterface(RunTime.MESSAGE)
                .addPermittedSubclasses(permitted);
    }

    private AnnotationSpec subTypes() {
        AnnotationSpec.Builder types = AnnotationSpec.builder(RunTime.JSON_SUB_TYPES);
        for (MessageDef message : set.protocol().messages()) {
            types.addMember(
                    "value",
                    "@$T.Type($T.class)",
                    RunTime.JSON_SUB_TYPES,
                    set.className(message.record().name()));
        }
        return types.build();
    }

    private TypeSpec.Builder side(
            ClassName name, ClassName marker, String sender, List<MessageDef> messages) {
        return TypeSpec.interfaceBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.SEALED)
                .addJavadoc("A message that the $L may send.", sender)
                .addSuperinterface(set.root())
                .addSuperinterface(marker)
                .addPermittedSubclasses(
                        messages.stream().map(m -> set.className(m.record().name())).toList());
    }

    private MethodSpec constructor() {
        Protocol protocol = set.protocol();
        CodeBlock.Builder body = CodeBlock.builder();
        body.add(
                "super(\n$>$>new Identity<>(\n$>$>$S,\n$S,\n$L,\n$S,\n$T.class)",
                protocol.name(),
                protocol.version(),
                Literals.text(protocol.discriminator()),
                protocol.fingerprint(),
                set.root());
        // The type is said so that the compiler need not find what thousands have in common.
        body.add(
                ",\n$<$<$T.<$T<? extends $T>>of(\n$>$>",
                List.class,
                RunTime.MESSAGE_CODEC,
                set.root());
        CodeBlock codecs =
                protocol.messages().stream()
                        .map(message -> set.codecName(message.record().name()))
                        .map(codec -> CodeBlock.of("$T.CODEC", codec))
                        .collect(CodeBlock.joining(",\n"));
        body.add("$L));\n$<$<$<$<", codecs);
        return MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("For {@code ServiceLoader}; others use {@link #INSTANCE}.")
                .addCode(body.build())
                .build();
    }
}
