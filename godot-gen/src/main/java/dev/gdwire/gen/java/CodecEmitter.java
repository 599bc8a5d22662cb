package dev.gdwire.gen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.gdwire.gen.ir.FieldDef;
import dev.gdwire.gen.ir.RecordDef;
import dev.gdwire.gen.ir.UnknownFields;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** Writes the codec of a record: a class of its own that only the package sees. */
final class CodecEmitter {
    private final JavaSet set;
    private final Components components;
    private final CodecExpressions expressions;

    CodecEmitter(JavaSet set, Components components) {
        this.set = set;
        this.components = components;
        this.expressions = new CodecExpressions(set);
    }

    TypeSpec.Builder emit(RecordDef record) {
        TypeSpec.Builder type = TypeSpec.classBuilder(set.codecName(record.name()));
        if (record.doc().deprecated() || set.usesDeprecated(record)) {
            type.addAnnotation(RunTime.MAY_BE_DEPRECATED);
        }
        return type.addModifiers(Modifier.FINAL)
                .addJavadoc("Reads and writes {@link $T}.", set.className(record.name()))
                .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build())
                .addMethod(read(record))
                .addMethod(write(record));
    }

    private MethodSpec read(RecordDef record) {
        ClassName name = set.className(record.name());
        List<Component> parts = components.of(record);
        Map<FieldDef, Component> byField = new HashMap<>();
        parts.forEach(part -> byField.put(part.field(), part));
        String in = JavaNames.fresh("in", parts.stream().map(Component::name).toList());
        CodeBlock.Builder body = CodeBlock.builder();
        for (FieldDef field : record.fields()) {
            Component part = byField.get(field);
            if (part == null) {
                body.addStatement("$N.required($S, $L)", in, field.wireName(), reader(field));
            } else {
                body.addStatement(
                        "$T $N = $L", local(part), part.name(), readField(name, part, in));
            }
        }
        if (record.unknown() == UnknownFields.REFUSED) {
            body.addStatement("$N.refuseOthers()", in);
        }
        body.addStatement(Factories.makeOf(name, parts, part -> CodeBlock.of("$N", part.name())));
        return MethodSpec.methodBuilder("read")
                .addModifiers(Modifier.STATIC)
                .returns(name)
                .addParameter(RunTime.OBJECT_READER, in)
                .addCode(body.build())
                .build();
    }

    private static TypeName local(Component part) {
        return part.type().withoutAnnotations();
    }

    private CodeBlock reader(FieldDef field) {
        return expressions.reader(field.type());
    }

    private CodeBlock readField(ClassName owner, Component part, String in) {
        CodeBlock reader = reader(part.field());
        String name = part.wireName();
        return switch (part.presence()) {
            case REQUIRED, REQUIRED_NULLABLE ->
                    CodeBlock.of("$N.required($S, $L)", in, name, reader);
            case OPTIONAL -> CodeBlock.of("$N.optional($S, $L)", in, name, reader);
            case MAYBE ->
                    CodeBlock.of("$N.maybe($S, $L)", in, name, expressions.reader(part.value()));
            default ->
                    CodeBlock.of(
                            "$N.optional($S,$W$L,$W$T.$L)",
                            in,
                            name,
                            reader,
                            owner,
                            RecordEmitter.defaultName(part));
        };
    }

    private MethodSpec write(RecordDef record) {
        MethodSpec.Builder method =
                MethodSpec.methodBuilder("write")
                        .addModifiers(Modifier.STATIC)
                        .addParameter(set.className(record.name()), "value")
                        .addParameter(RunTime.JSON_WRITER, "out");
        record.fields().forEach(field -> method.addStatement(writeField(field)));
        return method.build();
    }

    private CodeBlock writeField(FieldDef field) {
        Component.Presence presence = Components.presence(field);
        boolean isMaybe = presence == Component.Presence.MAYBE;
        String method =
                isMaybe ? "maybe" : presence == Component.Presence.OPTIONAL ? "optional" : "field";
        return CodeBlock.of(
                "out.$L($S,$Wvalue.$N(),$W$L)",
                method,
                field.wireName(),
                JavaNames.componentName(field.wireName()),
                expressions.writer(isMaybe ? Components.value(field) : field.type()));
    }
}
