package dev.gdwire.gen.java;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.gdwire.gen.ir.FieldDef;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The methods of a record that stock Jackson mappers call, where annotations are not enough. */
final class JacksonMethods {
    private final ClassName name;
    private final List<Component> parts;
    private final List<String> fixed;
    private final CodecExpressions expressions;

    JacksonMethods(ClassName name, Parts parts, CodecExpressions expressions) {
        this.name = name;
        this.parts = parts.components();
        this.fixed = parts.fixed().keySet().stream().map(FieldDef::wireName).toList();
        this.expressions = expressions;
    }

    /** Whether Jackson makes the record with a factory: an absent component is not null, or so. */
    static boolean hasCreator(List<Component> parts) {
        return parts.stream()
                .anyMatch(
                        part ->
                                part.isDefaulted()
                                        || part.isMaybe()
                                        || part.isOthers()
                                        || part.hasForm());
    }

    void addTo(TypeSpec.Builder type) {
        parts.stream().filter(Component::hasForm).forEach(part -> type.addMethod(form(part)));
        if (hasCreator(parts)) {
            type.addMethod(creator());
        }
    }

    /** What Jackson writes instead of a component. */
    private MethodSpec form(Component part) {
        MethodSpec.Builder method =
                MethodSpec.methodBuilder(part.names().form())
                        .addModifiers(Modifier.PUBLIC)
                        .addJavadoc("What Jackson writes for {@code $L}.", part.name())
                        .returns(formType(part))
                        .addAnnotation(
                                AnnotationSpec.builder(RunTime.JSON_PROPERTY)
                                        .addMember("value", "$L", Literals.text(propertyName(part)))
                                        .build());
        if (part.isMaybe() || part.presence() == Component.Presence.OPTIONAL) {
            method.addAnnotation(ComponentAnnotations.unlessNull());
        }
        return method.addStatement(
                        "return $T.$L($N, $L)",
                        RunTime.JACKSON_FORM,
                        part.isMaybe() ? "ofMaybe" : "of",
                        part.name(),
                        expressions.writer(part.value()))
                .build();
    }

    private MethodSpec creator() {
        MethodSpec.Builder method =
                MethodSpec.methodBuilder("fromJackson")
                        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                        .returns(name)
                        .addAnnotation(RunTime.JSON_CREATOR)
                        .addJavadoc("What Jackson calls: null stands for all that is absent.");
        parts.forEach(part -> method.addParameter(parameter(part)));
        return method.addStatement(Factories.makeOf(name, parts, this::argument)).build();
    }

    private static ParameterSpec parameter(Component part) {
        if (part.isOthers()) {
            return ParameterSpec.builder(RunTime.nullable(part.type()), part.name())
                    .addAnnotation(RunTime.JSON_ANY_SETTER)
                    .build();
        }
        TypeName type = part.hasForm() ? formType(part) : part.type();
        boolean nullable = part.isDefaulted() || part.isMaybe();
        AnnotationSpec.Builder property =
                AnnotationSpec.builder(RunTime.JSON_PROPERTY)
                        .addMember("value", "$L", Literals.text(propertyName(part)));
        if (part.isRequired()) {
            property.addMember("required", "true");
        }
        return ParameterSpec.builder(nullable ? RunTime.nullable(type) : type, part.name())
                .addAnnotation(property.build())
                .build();
    }

    /** Jackson has no property without a name. */
    private static String propertyName(Component part) {
        return part.wireName().isEmpty() ? part.name() : part.wireName();
    }

    private static TypeName formType(Component part) {
        return part.isNullable() || part.isMaybe()
                ? RunTime.nullable(RunTime.JSON_VALUE)
                : RunTime.JSON_VALUE;
    }

    private CodeBlock argument(Component part) {
        boolean never =
                part.isMaybe()
                        || part.isOthers()
                        || part.presence() == Component.Presence.DEFAULTED;
        return never
                ? CodeBlock.of(
                        "$N == null ? $L : $L", part.name(), Factories.absent(part), value(part))
                : value(part);
    }

    private CodeBlock value(Component part) {
        if (part.isOthers() && !fixed.isEmpty()) {
            CodeBlock names = fixed.stream().map(Literals::text).collect(CodeBlock.joining(", "));
            return CodeBlock.of("$T.without($N, $L)", RunTime.JACKSON_FORM, part.name(), names);
        }
        if (!part.hasForm()) {
            return CodeBlock.of("$N", part.name());
        }
        CodeBlock value =
                CodeBlock.of(
                        "$T.read($S, $N, $L)",
                        RunTime.JACKSON_FORM,
                        part.place(),
                        part.name(),
                        expressions.reader(part.value()));
        return part.isMaybe() ? CodeBlock.of("$T.ofNullable($L)", RunTime.MAYBE, value) : value;
    }
}
