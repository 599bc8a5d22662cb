package dev.gdwire.gen.java;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.lang.model.element.Modifier;

/** The ways to make a record: {@code of}, a builder, withers, and what Jackson calls. */
final class Factories {
    private final ClassName name;
    private final List<Component> parts;

    Factories(ClassName name, List<Component> parts) {
        this.name = name;
        this.parts = parts;
    }

    /** {@code of}, with what is required. */
    MethodSpec of() {
        List<Component> required = parts.stream().filter(Component::isRequired).toList();
        boolean isWhole = required.size() == parts.size();
        MethodSpec.Builder of =
                MethodSpec.methodBuilder("of")
                        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                        .returns(name)
                        .addJavadoc(
                                isWhole
                                        ? "The same as the constructor."
                                        : "Made of what is required; the rest is absent.");
        required.forEach(part -> of.addParameter(part.type(), part.name()));
        return of.addStatement(make(part -> part.isRequired() ? variable(part) : absent(part)))
                .build();
    }

    /** Adds all the others. */
    void addTo(TypeSpec.Builder type) {
        ClassName builder = name.nestedClass("Builder");
        type.addMethod(
                MethodSpec.methodBuilder("builder")
                        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                        .returns(builder)
                        .addJavadoc("A builder, in which all is absent.")
                        .addStatement("return new $T()", builder)
                        .build());
        if (hasCreator(parts)) {
            type.addMethod(fromJackson());
        }
        parts.forEach(part -> type.addMethod(wither(part)));
        type.addType(new BuilderEmitter(name, parts).emit());
    }

    /** Whether Jackson needs a factory, as an absent component is not null. */
    static boolean hasCreator(List<Component> parts) {
        return parts.stream()
                .anyMatch(part -> part.isDefaulted() || part.isMaybe() || part.isOthers());
    }

    /** A record made of an expression for each component. */
    CodeBlock make(Function<Component, CodeBlock> argument) {
        return makeOf(name, parts, argument);
    }

    static CodeBlock makeOf(
            ClassName name, List<Component> parts, Function<Component, CodeBlock> argument) {
        CodeBlock arguments = parts.stream().map(argument).collect(CodeBlock.joining(",$W"));
        return CodeBlock.of("return new $T($L)", name, arguments);
    }

    /** What an absent component is. */
    static CodeBlock absent(Component part) {
        if (part.isMaybe()) {
            return CodeBlock.of("$T.absent()", RunTime.MAYBE);
        }
        if (part.isOthers()) {
            return CodeBlock.of("$T.of()", Map.class);
        }
        return part.isDefaulted() ? CodeBlock.of("$L", part.defaultName()) : CodeBlock.of("null");
    }

    private static CodeBlock variable(Component part) {
        return CodeBlock.of("$N", part.name());
    }

    private MethodSpec wither(Component part) {
        return MethodSpec.methodBuilder(part.names().wither())
                .addModifiers(Modifier.PUBLIC)
                .addParameter(part.type(), part.name())
                .returns(name)
                .addJavadoc("A copy with another {@code $L}.", part.name())
                .addStatement(make(Factories::variable))
                .build();
    }

    private MethodSpec fromJackson() {
        MethodSpec.Builder method =
                MethodSpec.methodBuilder("fromJackson")
                        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                        .returns(name)
                        .addAnnotation(RunTime.JSON_CREATOR)
                        .addJavadoc("What Jackson calls: null stands for all that is absent.");
        parts.forEach(part -> method.addParameter(jacksonParameter(part)));
        return method.addStatement(make(Factories::orAbsent)).build();
    }

    private static ParameterSpec jacksonParameter(Component part) {
        if (part.isOthers()) {
            return ParameterSpec.builder(RunTime.nullable(part.type()), part.name())
                    .addAnnotation(RunTime.JSON_ANY_SETTER)
                    .build();
        }
        TypeName type =
                part.isDefaulted() || part.isMaybe() ? RunTime.nullable(part.type()) : part.type();
        AnnotationSpec.Builder property =
                AnnotationSpec.builder(RunTime.JSON_PROPERTY)
                        .addMember("value", "$S", part.wireName());
        if (part.isRequired()) {
            property.addMember("required", "true");
        }
        return ParameterSpec.builder(type, part.name()).addAnnotation(property.build()).build();
    }

    private static CodeBlock orAbsent(Component part) {
        boolean never =
                part.isMaybe()
                        || part.isOthers()
                        || part.presence() == Component.Presence.DEFAULTED;
        return never
                ? CodeBlock.of("$N == null ? $L : $N", part.name(), absent(part), part.name())
                : variable(part);
    }
}
