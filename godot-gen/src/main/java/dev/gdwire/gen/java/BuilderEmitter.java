package dev.gdwire.gen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the builder of a record. */
final class BuilderEmitter {
    private final ClassName record;
    private final ClassName builder;
    private final List<Component> parts;

    BuilderEmitter(ClassName record, List<Component> parts) {
        this.record = record;
        this.builder = record.nestedClass("Builder");
        this.parts = parts;
    }

    TypeSpec emit() {
        TypeSpec.Builder type =
                TypeSpec.classBuilder(builder)
                        .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                        .addJavadoc("Builds a {@link $T}. It is for one thread.", record);
        parts.forEach(part -> type.addField(field(part)));
        type.addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
        parts.forEach(part -> type.addMethod(setter(part)));
        type.addMethod(build());
        return type.build();
    }

    private static FieldSpec field(Component part) {
        boolean unset = part.isRequired() || part.isNullable();
        FieldSpec.Builder field =
                FieldSpec.builder(
                        unset ? RunTime.nullable(part.type().withoutAnnotations()) : part.type(),
                        part.name(),
                        Modifier.PRIVATE);
        if (part.isMaybe() || part.isDefaulted() || part.isOthers()) {
            field.initializer(Factories.absent(part));
        }
        return field.build();
    }

    private MethodSpec setter(Component part) {
        return MethodSpec.methodBuilder(part.name())
                .addModifiers(Modifier.PUBLIC)
                .addParameter(part.type(), part.name())
                .returns(builder)
                .addJavadoc("Sets {@code $L}.$L", part.name(), Deprecation.tag(part.field().doc()))
                .addAnnotations(Deprecation.of(part.field().doc()))
                .addStatement("this.$N = $N", part.name(), part.name())
                .addStatement("return this")
                .build();
    }

    private MethodSpec build() {
        return MethodSpec.methodBuilder("build")
                .addModifiers(Modifier.PUBLIC)
                .returns(record)
                .addJavadoc(buildDoc(), RunTime.INVALID_VALUE)
                .addStatement(Factories.makeOf(record, parts, BuilderEmitter::argument))
                .build();
    }

    private String buildDoc() {
        boolean mayBeNull =
                parts.stream().anyMatch(p -> p.presence() == Component.Presence.REQUIRED_NULLABLE);
        return mayBeNull
                ? "Makes the value. What is required and may be null is null unless it is set.\n\n"
                        + "@throws $T if something else that is required is not set, or the\n"
                        + "    schema does not allow it"
                : "Makes the value.\n\n@throws $T if something required is not set, or the schema"
                        + " does not\n    allow it";
    }

    private static CodeBlock argument(Component part) {
        return part.presence() == Component.Presence.REQUIRED
                ? CodeBlock.of("$T.given($S, $N)", RunTime.CHECK, part.place(), part.name())
                : CodeBlock.of("$N", part.name());
    }
}
