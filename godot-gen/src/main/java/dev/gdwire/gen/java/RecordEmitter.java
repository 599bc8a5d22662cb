package dev.gdwire.gen.java;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.gdwire.gen.ir.FieldDef;
import dev.gdwire.gen.ir.MessageDef;
import dev.gdwire.gen.ir.RecordDef;
import dev.gdwire.gen.ir.Sender;
import dev.gdwire.gen.ir.TupleDef;
import dev.gdwire.gen.ir.TypeDef;
import dev.gdwire.gen.ir.TypeRef;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the record of a message, of a shared type or of a tuple. */
final class RecordEmitter {
    private final JavaSet set;
    private final JavaTypes types;
    private final Components components;
    private final Literals literals;
    private final UnionEmitter unions;
    private final ComponentAnnotations annotations;
    private final CodecExpressions expressions;

    RecordEmitter(JavaSet set, JavaTypes types, Components components) {
        this.set = set;
        this.types = types;
        this.components = components;
        this.literals = new Literals(set, types, components);
        this.unions = new UnionEmitter(set, types, components);
        this.annotations = new ComponentAnnotations(set);
        this.expressions = new CodecExpressions(set);
    }

    TypeSpec.Builder emit(RecordDef record) {
        Parts parts = components.of(record);
        TypeSpec.Builder type =
                start(record, parts)
                        .addJavadoc("$L", javadoc(record, parts))
                        .addAnnotations(new TypeAnnotations(set).of(record));
        set.message(record.name()).ifPresent(message -> addInterfaces(type, message));
        set.unionsOf(record.name())
                .forEach(union -> type.addSuperinterface(set.className(union.name())));
        addBody(type, record, parts);
        parts.fixed().forEach((field, name) -> type.addMethod(fixedAccessor(record, field, name)));
        addFactories(type, record, parts);
        return type;
    }

    TypeSpec.Builder emit(TupleDef tuple) {
        Parts parts = components.of(tuple);
        TypeSpec.Builder type =
                start(tuple, parts)
                        .addJavadoc("$L", javadoc(tuple, parts))
                        .addAnnotations(new TypeAnnotations(set).of(tuple, parts));
        addBody(type, tuple, parts);
        addFactories(type, tuple, parts);
        return type;
    }

    private TypeSpec.Builder start(TypeDef type, Parts parts) {
        return TypeSpec.recordBuilder(set.className(type.name()))
                .addModifiers(Modifier.PUBLIC)
                .recordConstructor(header(parts.components()));
    }

    private void addBody(TypeSpec.Builder type, TypeDef definition, Parts parts) {
        Constants constants = Constants.of(set, parts.components());
        CodeBlock body = checks(definition, parts, constants);
        constants.fields().forEach(type::addField);
        parts.components().stream()
                .filter(Component::isDefaulted)
                .forEach(part -> type.addField(constant(part)));
        if (!body.isEmpty()) {
            type.addMethod(compactConstructor(body));
        }
        boolean creator = JacksonMethods.hasCreator(parts.components());
        parts.components().stream()
                .filter(part -> part.field().doc().deprecated())
                .forEach(part -> type.addMethod(oldAccessor(part, creator)));
    }

    private void addFactories(TypeSpec.Builder type, TypeDef definition, Parts parts) {
        ClassName name = set.className(definition.name());
        Factories factories = new Factories(name, parts.components());
        type.addMethod(factories.of());
        if (!parts.components().isEmpty()) {
            factories.addTo(type);
        }
        new JacksonMethods(name, parts, expressions).addTo(type);
    }

    private String javadoc(TypeDef type, Parts parts) {
        String otherwise =
                set.message(type.name())
                        .map(message -> "The message " + JavadocText.code(message.tag()) + ".")
                        .orElseGet(() -> Javadocs.ofType(type));
        StringBuilder out = new StringBuilder(Javadocs.of(type.doc(), otherwise)).append('\n');
        for (Component part : parts.components()) {
            // javac takes no @Deprecated on a component whose constructor is compact.
            boolean old = part.field().doc().deprecated();
            out.append(
                    Javadocs.param(
                            part.name() + (old ? " Deprecated." : ""),
                            part.field().words(),
                            "its {@code " + part.name() + "}"));
        }
        return out.append(Deprecation.tagAfterOthers(type.doc())).toString();
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
        boolean creator = JacksonMethods.hasCreator(parts);
        for (Component part : parts) {
            header.addParameter(
                    ParameterSpec.builder(part.type(), part.name())
                            .addAnnotations(annotations.of(part, creator))
                            .build());
        }
        return header.build();
    }

    private FieldSpec constant(Component part) {
        CodeBlock value =
                literals.ofDefault(part.field().type(), part.field().defaultValue().orElseThrow());
        return FieldSpec.builder(
                        part.type(),
                        part.defaultName(),
                        Modifier.PUBLIC,
                        Modifier.STATIC,
                        Modifier.FINAL)
                .addJavadoc("Its {@code $L} where none is given.", part.name())
                .initializer(value)
                .build();
    }

    private CodeBlock checks(TypeDef type, Parts parts, Constants constants) {
        Checks checks = new Checks(expressions, constants, parts.components());
        CodeBlock.Builder body = CodeBlock.builder();
        parts.components().forEach(part -> body.add(checks.of(part)));
        if (type instanceof RecordDef record) {
            parts.components().stream()
                    .filter(Component::isOthers)
                    .filter(others -> !reserved(record).isEmpty())
                    .forEach(others -> body.add(checks.noneNamed(others, reserved(record))));
        }
        if (!type.rule().isAnything()) {
            CodeBlock arguments =
                    parts.names().stream()
                            .map(name -> CodeBlock.of("$N", name))
                            .collect(CodeBlock.joining(",$W"));
            body.addStatement("$T.check($L)", set.codecName(type.name()), arguments);
        }
        return body.build();
    }

    /** Names that no member without a field can have. */
    private List<String> reserved(RecordDef record) {
        List<String> names = new ArrayList<>();
        record.fields().forEach(field -> names.add(field.wireName()));
        if (set.isMessage(record.name())) {
            names.add(set.protocol().discriminator());
            names.addAll(List.of("$id", "$re", "$seq", "$ack"));
        }
        return names;
    }

    private static MethodSpec compactConstructor(CodeBlock body) {
        return MethodSpec.compactConstructorBuilder()
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(
                        "Makes a valid value.\n\n@throws $T if the schema does not allow it",
                        RunTime.INVALID_VALUE)
                .addCode(body)
                .build();
    }

    /** The accessor of a component that is deprecated, which cannot be said in the header. */
    private MethodSpec oldAccessor(Component part, boolean creator) {
        return MethodSpec.methodBuilder(part.name())
                .addModifiers(Modifier.PUBLIC)
                .returns(part.type())
                .addJavadoc(
                        "$L$L",
                        Javadocs.of(part.field().doc(), "Its {@code " + part.name() + "}."),
                        Deprecation.tag(part.field().doc()))
                .addAnnotation(Override.class)
                .addAnnotation(Deprecated.class)
                .addAnnotations(annotations.of(part, creator))
                .addStatement("return $N", part.name())
                .build();
    }

    private MethodSpec fixedAccessor(RecordDef record, FieldDef field, String name) {
        boolean implementsOne =
                set.unionsOf(record.name()).stream()
                        .flatMap(union -> unions.accessor(union).stream())
                        .anyMatch(accessor -> accessor.name().equals(name));
        List<AnnotationSpec> implementing =
                implementsOne ? List.of(AnnotationSpec.builder(Override.class).build()) : List.of();
        TypeRef.ConstRef constant = (TypeRef.ConstRef) field.type();
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC)
                .returns(types.of(constant))
                .addJavadoc(
                        "$L$L",
                        Javadocs.of(field.doc(), "Always the same."),
                        Deprecation.tag(field.doc()))
                .addAnnotations(implementing)
                .addAnnotations(Deprecation.of(field.doc()))
                .addAnnotation(ComponentAnnotations.ofFixed(field, record.unknown()))
                .addStatement("return $L", Literals.constant(constant.value()))
                .build();
    }
}
