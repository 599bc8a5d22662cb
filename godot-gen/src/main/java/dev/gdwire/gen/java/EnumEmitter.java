package dev.gdwire.gen.java;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.gdwire.gen.ir.EnumDef;
import dev.gdwire.gen.ir.EnumValue;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Writes a closed enum: its values and no others. */
final class EnumEmitter {
    /** More cases would not fit into one method. */
    private static final int MOST_CASES = 500;

    private final JavaSet set;
    private final JavaTypes types;

    EnumEmitter(JavaSet set, JavaTypes types) {
        this.set = set;
        this.types = types;
    }

    TypeSpec.Builder emit(EnumDef definition) {
        ClassName name = set.className(definition.name());
        TypeName wireType = types.of(EnumNames.wireType(definition));
        TypeSpec.Builder type =
                TypeSpec.enumBuilder(name)
                        .addModifiers(Modifier.PUBLIC)
                        .addJavadoc("$L", EnumDocs.whole(definition));
        if (definition.doc().deprecated()) {
            type.addAnnotation(Deprecated.class);
        }
        set.enums()
                .of(definition)
                .forEach((v, n) -> type.addEnumConstant(n, constant(definition, v)));
        return type.addField(wireType, "wireValue", Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(constructor(wireType))
                .addMethod(wireValue(definition, wireType))
                .addMethod(fromWire(name, wireType, definition));
    }

    /** Annotations and the cases of a switch need constants: texts, and none too long for one. */
    private static boolean isOfTexts(EnumDef definition) {
        return definition.kind() == EnumDef.Kind.STRINGS
                && definition.values().stream()
                        .flatMap(value -> value.text().stream())
                        .allMatch(TextBlocks::isConstant);
    }

    private static TypeSpec constant(EnumDef definition, EnumValue value) {
        TypeSpec.Builder constant =
                TypeSpec.anonymousClassBuilder("$L", EnumNames.wireValue(definition, value))
                        .addJavadoc("$L", EnumDocs.of(value));
        Optional.of(value)
                .filter(v -> isOfTexts(definition))
                .flatMap(EnumValue::text)
                .map(Literals::text)
                .map(
                        text ->
                                AnnotationSpec.builder(RunTime.JSON_PROPERTY)
                                        .addMember("value", "$L", text)
                                        .build())
                .ifPresent(constant::addAnnotation);
        if (value.doc().deprecated()) {
            constant.addAnnotation(Deprecated.class);
        }
        return constant.build();
    }

    private static MethodSpec constructor(TypeName wireType) {
        return MethodSpec.constructorBuilder()
                .addParameter(wireType, "wireValue")
                .addStatement("this.wireValue = wireValue")
                .build();
    }

    private static MethodSpec wireValue(EnumDef definition, TypeName wireType) {
        MethodSpec.Builder method =
                MethodSpec.methodBuilder("wireValue")
                        .addModifiers(Modifier.PUBLIC)
                        .returns(wireType)
                        .addJavadoc(
                                "The $L that stands for it on the wire.", EnumDocs.noun(definition))
                        .addStatement("return wireValue");
        if (!isOfTexts(definition)) {
            method.addAnnotation(RunTime.JACKSON_VALUE);
        }
        return method.build();
    }

    private MethodSpec fromWire(ClassName name, TypeName wireType, EnumDef definition) {
        String noun = EnumDocs.noun(definition);
        String parameter = isOfTexts(definition) ? "text" : "value";
        MethodSpec.Builder method =
                MethodSpec.methodBuilder("fromWire")
                        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                        .returns(name)
                        .addParameter(wireType, parameter)
                        .addJavadoc(
                                "The constant that $L stands for.\n\n@throws $T if it stands for"
                                        + " none",
                                noun.equals("integer") ? "an integer" : "a " + noun,
                                RunTime.INVALID_VALUE);
        if (!isOfTexts(definition)) {
            method.addAnnotation(RunTime.JSON_CREATOR);
        }
        boolean few = isOfTexts(definition) && definition.values().size() <= MOST_CASES;
        return method.addCode(
                        few
                                ? cases(name, definition)
                                : search(name, parameter, wireType, accessor(name, definition)))
                .build();
    }

    private CodeBlock cases(ClassName name, EnumDef definition) {
        CodeBlock.Builder body = CodeBlock.builder().add("return switch (text) {\n$>");
        set.enums()
                .of(definition)
                .forEach(
                        (value, constant) ->
                                body.add(
                                        "case $L -> $L;\n",
                                        EnumNames.wireValue(definition, value),
                                        constant));
        body.add(
                "default -> throw $T.noneOf(text, values(), $L);\n",
                RunTime.CHECK,
                accessor(name, definition));
        return body.add("$<};\n").build();
    }

    /** A constant can have the name of the class: {@code A}. */
    private CodeBlock accessor(ClassName name, EnumDef definition) {
        return set.enums().of(definition).containsValue(name.simpleName())
                ? CodeBlock.of("each -> each.wireValue()")
                : CodeBlock.of("$T::wireValue", name);
    }

    private static CodeBlock search(
            ClassName name, String parameter, TypeName wireType, CodeBlock accessor) {
        String same =
                wireType.isPrimitive()
                        ? "constant.wireValue == $N"
                        : "constant.wireValue.equals($N)";
        return CodeBlock.builder()
                .beginControlFlow("for ($T constant : values())", name)
                .beginControlFlow("if (" + same + ")", parameter)
                .addStatement("return constant")
                .endControlFlow()
                .endControlFlow()
                .addStatement(
                        "throw $T.noneOf($N, values(), $L)", RunTime.CHECK, parameter, accessor)
                .build();
    }
}
