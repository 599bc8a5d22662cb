package dev.gdwire.gen.java;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.gdwire.gen.ir.EnumDef;
import javax.lang.model.element.Modifier;

/** Writes an enum. */
final class EnumEmitter {
    private final JavaSet set;

    EnumEmitter(JavaSet set) {
        this.set = set;
    }

    TypeSpec.Builder emit(EnumDef definition) {
        ClassName name = set.className(definition.name());
        TypeSpec.Builder type =
                TypeSpec.enumBuilder(name)
                        .addModifiers(Modifier.PUBLIC)
                        .addJavadoc("$L", javadoc(definition));
        if (definition.doc().deprecated()) {
            type.addAnnotation(Deprecated.class);
        }
        for (String value : definition.texts()) {
            type.addEnumConstant(JavaNames.constantName(value), constant(value));
        }
        return type.addField(String.class, "wireValue", Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(constructor())
                .addMethod(wireValue())
                .addMethod(fromWire(name, definition));
    }

    private static String javadoc(EnumDef definition) {
        return Javadocs.of(definition.doc(), "The type {@code " + definition.name() + "}.");
    }

    private static TypeSpec constant(String value) {
        return TypeSpec.anonymousClassBuilder("$L", Literals.text(value))
                .addJavadoc("$L.", Javadocs.escape("`" + value + "`"))
                .addAnnotation(
                        AnnotationSpec.builder(RunTime.JSON_PROPERTY)
                                .addMember("value", "$L", Literals.text(value))
                                .build())
                .build();
    }

    private static MethodSpec constructor() {
        return MethodSpec.constructorBuilder()
                .addParameter(String.class, "wireValue")
                .addStatement("this.wireValue = wireValue")
                .build();
    }

    private static MethodSpec wireValue() {
        return MethodSpec.methodBuilder("wireValue")
                .addModifiers(Modifier.PUBLIC)
                .returns(String.class)
                .addJavadoc("The text that stands for it on the wire.")
                .addStatement("return wireValue")
                .build();
    }

    private static MethodSpec fromWire(ClassName name, EnumDef definition) {
        CodeBlock.Builder body = CodeBlock.builder().add("return switch (text) {\n$>");
        for (String value : definition.texts()) {
            body.add("case $L -> $L;\n", Literals.text(value), JavaNames.constantName(value));
        }
        body.add(
                "default -> throw $T.noneOf(text, values(), $T::wireValue);\n",
                RunTime.CHECK,
                name);
        return MethodSpec.methodBuilder("fromWire")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(name)
                .addParameter(String.class, "text")
                .addJavadoc(
                        "The constant that a text stands for.\n\n@throws $T if it stands for none",
                        RunTime.INVALID_VALUE)
                .addCode(body.add("$<};\n").build())
                .build();
    }
}
