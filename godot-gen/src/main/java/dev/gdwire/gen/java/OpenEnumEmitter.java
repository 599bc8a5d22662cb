package dev.gdwire.gen.java;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.gdwire.gen.ir.Doc;
import dev.gdwire.gen.ir.EnumDef;
import dev.gdwire.gen.ir.EnumValue;
import dev.gdwire.gen.ir.TypeRef;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Writes an open enum: a record with a constant for each value that has a name. */
final class OpenEnumEmitter {
    private final JavaSet set;
    private final JavaTypes types;
    private final CodecExpressions expressions;

    OpenEnumEmitter(JavaSet set, JavaTypes types) {
        this.set = set;
        this.types = types;
        this.expressions = new CodecExpressions(set);
    }

    TypeSpec.Builder emit(EnumDef definition) {
        ClassName name = set.className(definition.name());
        TypeRef open = definition.open().orElseThrow();
        TypeName wireType = types.of(open);
        TypeSpec.Builder type =
                TypeSpec.recordBuilder(name)
                        .addModifiers(Modifier.PUBLIC)
                        .addJavadoc("$L", javadoc(definition))
                        .recordConstructor(
                                MethodSpec.constructorBuilder()
                                        .addParameter(
                                                ParameterSpec.builder(wireType, "value").build())
                                        .build());
        if (definition.doc().deprecated()) {
            type.addAnnotation(Deprecated.class);
        }
        Constants constants = new Constants(set, set.enums().of(definition).values());
        MethodSpec constructor = constructor(open, constants);
        constants.fields().forEach(type::addField);
        set.enums()
                .of(definition)
                .forEach((value, constant) -> type.addField(constant(name, open, value, constant)));
        return type.addMethod(constructor).addMethod(accessor(wireType));
    }

    private static String javadoc(EnumDef definition) {
        return EnumDocs.of(definition)
                + "\n\n<p>Others than the constants are allowed.\n"
                + Javadocs.param("value", Doc.NONE, "what stands for it on the wire")
                + Deprecation.tagAfterOthers(definition.doc());
    }

    private FieldSpec constant(ClassName name, TypeRef open, EnumValue value, String constant) {
        FieldSpec.Builder field =
                FieldSpec.builder(name, constant, Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                        .addJavadoc("$L", EnumDocs.of(value))
                        .initializer("new $T($L)", name, EnumNames.open(open, value.value()));
        if (value.doc().deprecated()) {
            field.addAnnotation(Deprecated.class);
        }
        return field.build();
    }

    private MethodSpec constructor(TypeRef open, Constants constants) {
        CodeBlock.Builder body = CodeBlock.builder();
        Optional<ScalarCheck> check = ScalarCheck.of(open);
        check.ifPresent(c -> body.addStatement(c.call("", "value")));
        new Limits(expressions, constants)
                .of("VALUE", "", "value", open, List.of("value"))
                .forEach(body::addStatement);
        return MethodSpec.compactConstructorBuilder()
                .addModifiers(Modifier.PUBLIC)
                .addAnnotation(
                        AnnotationSpec.builder(RunTime.JSON_CREATOR)
                                .addMember("mode", "$T.Mode.DELEGATING", RunTime.JSON_CREATOR)
                                .build())
                .addJavadoc(
                        "Makes a valid value.\n\n@throws $T if the schema does not allow it",
                        RunTime.INVALID_VALUE)
                .addCode(body.build())
                .build();
    }

    private static MethodSpec accessor(TypeName wireType) {
        return MethodSpec.methodBuilder("value")
                .addModifiers(Modifier.PUBLIC)
                .addAnnotation(Override.class)
                .addAnnotation(RunTime.JACKSON_VALUE)
                .returns(wireType)
                .addStatement("return value")
                .build();
    }
}
