package dev.gdwire.gen.java;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.gdwire.gen.ir.FieldDef;
import dev.gdwire.gen.ir.MessageDef;
import dev.gdwire.gen.ir.RecordDef;
import dev.gdwire.gen.ir.Sender;
import dev.gdwire.gen.ir.TypeRef;
import dev.gdwire.gen.ir.UnknownFields;
import dev.gdwire.gen.pattern.PortablePattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Writes the record of a message or of a shared type. */
final class RecordEmitter {
    private final JavaSet set;
    private final JavaTypes types;
    private final Components components;
    private final ComponentAnnotations annotations;

    RecordEmitter(JavaSet set, JavaTypes types, Components components) {
        this.set = set;
        this.types = types;
        this.components = components;
        this.annotations = new ComponentAnnotations(set);
    }

    TypeSpec.Builder emit(RecordDef record) {
        ClassName name = set.className(record.name());
        List<Component> parts = components.of(record);
        TypeSpec.Builder type =
                TypeSpec.recordBuilder(name)
                        .addModifiers(Modifier.PUBLIC)
                        .addJavadoc("$L", javadoc(record, parts))
                        .addAnnotations(typeAnnotations(record))
                        .recordConstructor(header(parts));
        set.message(record.name()).ifPresent(message -> addInterfaces(type, message));
        parts.stream().filter(Component::isDefaulted).forEach(p -> type.addField(constant(p)));
        parts.forEach(part -> pattern(part).ifPresent(type::addField));
        compactConstructor(parts).ifPresent(type::addMethod);
        record.fields().stream()
                .filter(Components::isFixed)
                .forEach(field -> type.addMethod(fixedAccessor(field)));
        type.addMethod(new Factories(name, parts).of());
        if (!parts.isEmpty()) {
            new Factories(name, parts).addTo(type);
        }
        return type;
    }

    /** Name of the constant with a component's default. */
    static String defaultName(Component component) {
        String words = component.name().replaceAll("(?<=[\\p{Ll}\\p{Nd}])(?=\\p{Lu})", "_");
        return "DEFAULT_" + words.toUpperCase(Locale.ROOT);
    }

    private String javadoc(RecordDef record, List<Component> parts) {
        String otherwise =
                set.message(record.name())
                        .map(message -> "The message {@code " + message.tag() + "}.")
                        .orElse("The type {@code " + record.name() + "}.");
        StringBuilder out = new StringBuilder(Javadocs.of(record.doc(), otherwise)).append('\n');
        for (Component part : parts) {
            String words = Javadocs.of(part.field().doc(), "its {@code " + part.name() + "}");
            // javac takes no @Deprecated on a component whose constructor is compact.
            String old = part.field().doc().deprecated() ? " Deprecated. " : " ";
            out.append(Javadocs.tag("@param", part.name() + old + words.replace("\n\n<p>", " ")));
        }
        return out.toString();
    }

    private List<AnnotationSpec> typeAnnotations(RecordDef record) {
        List<AnnotationSpec> list = new ArrayList<>();
        set.message(record.name())
                .ifPresent(
                        message ->
                                list.add(
                                        AnnotationSpec.builder(RunTime.JSON_TYPE_NAME)
                                                .addMember(
                                                        "value", "$L", Literals.text(message.tag()))
                                                .build()));
        if (record.unknown() == UnknownFields.IGNORED) {
            list.add(
                    AnnotationSpec.builder(RunTime.JSON_IGNORE_PROPERTIES)
                            .addMember("ignoreUnknown", "true")
                            .build());
        }
        if (record.doc().deprecated()) {
            list.add(AnnotationSpec.builder(Deprecated.class).build());
        } else if (set.usesDeprecated(record)) {
            list.add(RunTime.MAY_BE_DEPRECATED);
        }
        return list;
    }

    private void addInterfaces(TypeSpec.Builder type, MessageDef message) {
        if (message.sender() != Sender.GODOT) {
            type.addSuperinterface(set.fromJava());
        }
        if (message.sender() != Sender.JAVA) {
            type.addSuperinterface(set.fromGodot());
        }
        message.replyTag()
                .map(set::messageOfTag)
                .map(reply -> set.className(reply.record().name()))
                .ifPresent(
                        reply ->
                                type.addSuperinterface(
                                        ParameterizedTypeName.get(RunTime.REQUEST, reply)));
    }

    private MethodSpec header(List<Component> parts) {
        MethodSpec.Builder header = MethodSpec.constructorBuilder();
        boolean creator = Factories.hasCreator(parts);
        for (Component part : parts) {
            header.addParameter(
                    ParameterSpec.builder(part.type(), part.name())
                            .addAnnotations(annotations.of(part, creator))
                            .build());
        }
        return header.build();
    }

    private static FieldSpec constant(Component part) {
        return FieldSpec.builder(
                        part.type(),
                        defaultName(part),
                        Modifier.PUBLIC,
                        Modifier.STATIC,
                        Modifier.FINAL)
                .addJavadoc("The {@code $L} of a message that names none.", part.name())
                .initializer(part.defaultValue())
                .build();
    }

    private static Optional<FieldSpec> pattern(Component part) {
        return Limits.pattern(part.value())
                .map(
                        source ->
                                FieldSpec.builder(RunTime.TEXT_PATTERN, Limits.patternName(part))
                                        .addModifiers(
                                                Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                                        .initializer(patternValue(source))
                                        .build());
    }

    private static CodeBlock patternValue(String source) {
        String java = PortablePattern.ofChecked(source);
        return source.equals(java)
                ? CodeBlock.of("$T.of($L)", RunTime.TEXT_PATTERN, Literals.text(source))
                : CodeBlock.of(
                        "$T.of($L, $L)",
                        RunTime.TEXT_PATTERN,
                        Literals.text(source),
                        Literals.text(java));
    }

    private static Optional<MethodSpec> compactConstructor(List<Component> parts) {
        Checks checks = new Checks(parts);
        CodeBlock.Builder body = CodeBlock.builder();
        parts.forEach(part -> body.add(checks.of(part)));
        if (body.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                MethodSpec.compactConstructorBuilder()
                        .addModifiers(Modifier.PUBLIC)
                        .addJavadoc(
                                "Makes a valid value.\n\n"
                                        + "@throws $T if the schema does not allow it",
                                RunTime.INVALID_VALUE)
                        .addCode(body.build())
                        .build());
    }

    private MethodSpec fixedAccessor(FieldDef field) {
        TypeRef.ConstRef constant = (TypeRef.ConstRef) field.type();
        TypeName type = types.of(constant);
        return MethodSpec.methodBuilder(JavaNames.componentName(field.wireName()))
                .addModifiers(Modifier.PUBLIC)
                .returns(type)
                .addJavadoc("$L", Javadocs.of(field.doc(), "Always the same."))
                .addAnnotation(annotations.ofFixed(field))
                .addStatement("return $L", Literals.constant(constant.value()))
                .build();
    }
}
