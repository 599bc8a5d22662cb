package dev.gdwire.gen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.lang.model.element.Modifier;

/** The ways to make a record: {@code of}, a builder, and withers. */
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
                                        : "Made of what is required; the rest " + unset());
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
                        .addJavadoc("A builder, in which all " + unset())
                        .addStatement("return new $T()", builder)
                        .build());
        parts.forEach(part -> type.addMethod(wither(part)));
        type.addType(new BuilderEmitter(name, parts).emit());
    }

    /** What is said of the components that are not given. */
    private String unset() {
        return parts.stream().anyMatch(Component::isDefaulted)
                ? "has its default or is absent."
                : "is absent.";
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
                .addJavadoc(
                        "A copy with another {@code $L}.$L",
                        part.name(),
                        Deprecation.tag(part.field().doc()))
                .addAnnotations(Deprecation.of(part.field().doc()))
                .addStatement(make(Factories::variable))
                .build();
    }
}
