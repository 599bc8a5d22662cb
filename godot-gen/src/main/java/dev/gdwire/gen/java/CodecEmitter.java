package dev.gdwire.gen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.gdwire.gen.ir.FieldDef;
import dev.gdwire.gen.ir.RecordDef;
import dev.gdwire.gen.ir.TupleDef;
import dev.gdwire.gen.ir.TypeDef;
import dev.gdwire.gen.ir.TypeRef;
import dev.gdwire.gen.ir.UnknownFields;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.lang.model.element.Modifier;

/** Writes the codec of a type: a class of its own that only the package sees. */
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
        Parts parts = components.of(record);
        TypeSpec.Builder type = start(record);
        set.message(record.name())
                .map(message -> new MessageCodecs(set).field(message))
                .ifPresent(type::addField);
        Constants constants = constants(parts);
        type.addMethod(read(record, parts)).addMethod(write(record, parts, constants));
        new DirectEmitter(set, constants).addTo(type, record, parts);
        return addCheck(type, record, constants, rules -> rules.check(record, parts));
    }

    TypeSpec.Builder emit(TupleDef tuple) {
        Parts parts = components.of(tuple);
        TypeSpec.Builder type = start(tuple);
        Constants constants = constants(parts);
        type.addMethod(read(tuple, parts)).addMethod(write(tuple, parts, constants));
        new DirectEmitter(set, constants).addTo(type, tuple, parts);
        return addCheck(type, tuple, constants, rules -> rules.check(tuple, parts));
    }

    /** Adds the check of a type's own rule, if it has one, and the constants that it asks for. */
    private TypeSpec.Builder addCheck(
            TypeSpec.Builder type,
            TypeDef definition,
            Constants constants,
            Function<RuleChecks, MethodSpec> check) {
        if (!definition.rule().isAnything()) {
            type.addMethod(check.apply(new RuleChecks(set, expressions, constants)));
        }
        constants.fields().forEach(type::addField);
        return type;
    }

    private Constants constants(Parts parts) {
        List<String> taken = new ArrayList<>(parts.names());
        taken.addAll(List.of("CODEC", "NAMES"));
        return new Constants(set, taken);
    }

    private TypeSpec.Builder start(TypeDef definition) {
        TypeSpec.Builder type = TypeSpec.classBuilder(set.codecName(definition.name()));
        if (definition.doc().deprecated()
                || set.usesDeprecated(definition)
                || set.hasDeprecatedParts(definition)) {
            type.addAnnotation(RunTime.MAY_BE_DEPRECATED);
        }
        return type.addModifiers(Modifier.FINAL)
                .addJavadoc("Reads and writes {@link $T}.", set.className(definition.name()))
                .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
    }

    private MethodSpec read(RecordDef record, Parts parts) {
        ClassName name = set.className(record.name());
        String in = JavaNames.fresh("in", parts.names());
        CodeBlock.Builder body = CodeBlock.builder();
        for (FieldDef field : record.fields()) {
            if (parts.fixed().containsKey(field)) {
                body.addStatement(
                        "$N.required($S, $L)",
                        in,
                        field.wireName(),
                        expressions.reader(field.type()));
            } else {
                Component part = parts.of(field);
                body.addStatement(
                        "$T $N = $L", local(part), part.name(), readField(name, part, in));
            }
        }
        for (Component part : parts.components()) {
            if (part.isOthers()) {
                TypeRef values = ((TypeRef.MapRef) part.value()).values();
                body.addStatement(
                        "$T $N = $N.others($L)",
                        local(part),
                        part.name(),
                        in,
                        expressions.reader(values));
            }
        }
        if (record.unknown() == UnknownFields.REFUSED) {
            body.addStatement("$N.refuseOthers()", in);
        }
        return reader(name, RunTime.OBJECT_READER, in, made(body, name, parts));
    }

    private MethodSpec read(TupleDef tuple, Parts parts) {
        ClassName name = set.className(tuple.name());
        String in = JavaNames.fresh("in", parts.names());
        CodeBlock.Builder body = CodeBlock.builder();
        int index = 0;
        for (Component part : parts.components()) {
            body.addStatement(
                    "$T $N = $N.item($L, $L)",
                    local(part),
                    part.name(),
                    in,
                    index++,
                    expressions.reader(part.field().type()));
        }
        return reader(name, RunTime.ARRAY_READER, in, made(body, name, parts));
    }

    private static CodeBlock made(CodeBlock.Builder body, ClassName name, Parts parts) {
        CodeBlock made =
                Factories.makeOf(name, parts.components(), part -> CodeBlock.of("$N", part.name()));
        return body.addStatement(made).build();
    }

    private static MethodSpec reader(
            ClassName name, ClassName input, String parameter, CodeBlock body) {
        return MethodSpec.methodBuilder("read")
                .addModifiers(Modifier.STATIC)
                .returns(name)
                .addParameter(input, parameter)
                .addCode(body)
                .build();
    }

    private static TypeName local(Component part) {
        return part.type().withoutAnnotations();
    }

    private CodeBlock readField(ClassName owner, Component part, String in) {
        String name = part.wireName();
        if (part.presence() == Component.Presence.REQUIRED
                && CodecExpressions.isScalar(part.field().type())) {
            String method = CodecExpressions.plainMethod(Refs.unchecked(part.field().type()));
            return CodeBlock.of("$N.$L($S)", in, method, name);
        }
        CodeBlock reader = expressions.reader(part.field().type());
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
                            part.defaultName());
        };
    }

    private MethodSpec write(RecordDef record, Parts parts, Constants constants) {
        MethodSpec.Builder method = writer(record);
        for (FieldDef field : record.fields()) {
            String fixed = parts.fixed().get(field);
            CodeBlock line =
                    fixed == null
                            ? expressions.write(
                                    "out", parts.of(field), value(parts.of(field)), constants)
                            : expressions.field(
                                    "out",
                                    constants.fieldName(field.wireName(), fixed),
                                    fixed,
                                    CodeBlock.of("value.$N()", fixed),
                                    field.type(),
                                    constants);
            method.addStatement(line);
        }
        parts.components().stream()
                .filter(Component::isOthers)
                .forEach(
                        part ->
                                method.addStatement(
                                        expressions.others("out", part, value(part), constants)));
        return method.build();
    }

    private MethodSpec write(TupleDef tuple, Parts parts, Constants constants) {
        MethodSpec.Builder method = writer(tuple);
        for (Component part : parts.components()) {
            method.addStatement(expressions.item("out", part, value(part), constants));
        }
        return method.build();
    }

    private MethodSpec.Builder writer(TypeDef type) {
        return MethodSpec.methodBuilder("write")
                .addModifiers(Modifier.STATIC)
                .addParameter(set.className(type.name()), "value")
                .addParameter(RunTime.JSON_WRITER, "out");
    }

    private static CodeBlock value(Component part) {
        return CodeBlock.of("value.$N()", part.name());
    }
}
