package dev.gdwire.gen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.gdwire.gen.ir.FieldDef;
import dev.gdwire.gen.ir.RecordDef;
import dev.gdwire.gen.ir.TupleDef;
import dev.gdwire.gen.ir.TypeRef;
import dev.gdwire.gen.ir.UnknownFields;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes what reads a type from bytes; what it gives up is read from a tree. */
final class DirectEmitter {
    private final JavaSet set;
    private final DirectTypes direct;

    DirectEmitter(JavaSet set) {
        this.set = set;
        this.direct = set.direct();
    }

    /** Adds the reader of a record, if it has one, and the names that it asks for. */
    void addTo(TypeSpec.Builder codec, RecordDef record, Parts parts) {
        if (direct.contains(record.name())) {
            if (isAlwaysEmpty(record)) {
                codec.addMethod(readEmpty(record, parts));
                return;
            }
            if (!record.fields().isEmpty()) {
                codec.addField(namesField(record));
            }
            addRead(codec, record, parts);
        }
    }

    /** Adds the reader of a tuple, if it has one. */
    void addTo(TypeSpec.Builder codec, TupleDef tuple, Parts parts) {
        if (direct.contains(tuple.name())) {
            addRead(codec, tuple, parts);
        }
    }

    /** Whether objects of the type never have a member. */
    private boolean isAlwaysEmpty(RecordDef record) {
        return record.fields().isEmpty()
                && record.unknown() == UnknownFields.REFUSED
                && !set.isMessage(record.name());
    }

    private MethodSpec readEmpty(RecordDef record, Parts parts) {
        ClassName name = set.className(record.name());
        CodeBlock body =
                CodeBlock.builder()
                        .addStatement("in.object()")
                        .addStatement("$T.noMember(in)", RunTime.DIRECT)
                        .addStatement(
                                Factories.makeOf(
                                        name,
                                        parts.components(),
                                        part -> CodeBlock.of("$N", part.name())))
                        .build();
        return method(name, "in", body);
    }

    private FieldSpec namesField(RecordDef record) {
        CodeBlock list =
                record.fields().stream()
                        .map(field -> Literals.text(field.wireName()))
                        .collect(CodeBlock.joining(",$W"));
        return FieldSpec.builder(
                        RunTime.FIELD_NAMES,
                        "NAMES",
                        Modifier.PRIVATE,
                        Modifier.STATIC,
                        Modifier.FINAL)
                .initializer("$T.of($L)", RunTime.FIELD_NAMES, list)
                .build();
    }

    private void addRead(TypeSpec.Builder codec, RecordDef record, Parts parts) {
        ClassName name = set.className(record.name());
        List<String> taken = new ArrayList<>(parts.names());
        String in = fresh("in", taken);
        String seen = fresh("seen", taken);
        String next = fresh("next", taken);
        String unknown = fresh("unknown", taken);
        CodeBlock.Builder body = CodeBlock.builder();
        for (Component part : parts.components()) {
            body.addStatement("$T $N = $L", local(part), part.name(), initial(name, part));
        }
        DirectExpressions expressions =
                new DirectExpressions(set, set.codecName(record.name()), taken);
        CodeBlock names =
                record.fields().isEmpty()
                        ? CodeBlock.of("$T.of()", RunTime.FIELD_NAMES)
                        : CodeBlock.of("NAMES");
        body.addStatement("long $N = 0", seen);
        body.addStatement("int $N = 0", next);
        body.addStatement("int $N = $N.remembered()", unknown, in);
        body.addStatement("$N.object()", in);
        body.beginControlFlow("while ($N.member())", in);
        body.addStatement("$N = $N.name($L, $N)", next, in, names, next);
        body.beginControlFlow("switch ($N)", next);
        int index = 0;
        for (FieldDef field : record.fields()) {
            body.addStatement("case $L -> $L", index++, field(field, parts, in, expressions));
        }
        others(record, in, body);
        body.endControlFlow();
        body.addStatement("$N = $T.once($N, $N++)", seen, RunTime.JSON_INPUT, seen, next);
        body.endControlFlow();
        body.addStatement("$N.forget($N)", in, unknown);
        long required = required(record);
        if (required != 0) {
            body.addStatement("$T.all($N, $LL)", RunTime.JSON_INPUT, seen, required);
        }
        body.addStatement(
                Factories.makeOf(
                        name, parts.components(), part -> CodeBlock.of("$N", part.name())));
        codec.addMethod(method(name, in, body.build())).addMethods(expressions.methods());
    }

    /** What nobody knows; the wire's own members are no part of a message. */
    private void others(RecordDef record, String in, CodeBlock.Builder body) {
        if (record.unknown() == UnknownFields.REFUSED) {
            if (set.isMessage(record.name())) {
                body.addStatement("case $T.OF_THE_WIRE -> $N.skip()", RunTime.FIELD_NAMES, in);
            }
            body.addStatement("default -> throw $T.miss()", RunTime.JSON_INPUT);
        } else {
            body.addStatement("default -> $N.skip()", in);
        }
    }

    private static CodeBlock field(
            FieldDef field, Parts parts, String in, DirectExpressions expressions) {
        if (parts.fixed().containsKey(field)) {
            return expressions.constant(((TypeRef.ConstRef) field.type()).value(), in);
        }
        Component part = parts.of(field);
        if (part.isMaybe()) {
            CodeBlock value = expressions.read(part.value(), in, part.name());
            return CodeBlock.of(
                    "$N = $N.nothing() ? $T.ofNull() : $T.of($L)",
                    part.name(),
                    in,
                    RunTime.MAYBE,
                    RunTime.MAYBE,
                    value);
        }
        return CodeBlock.of(
                "$N = $L", part.name(), expressions.read(field.type(), in, part.name()));
    }

    private static CodeBlock initial(ClassName owner, Component part) {
        if (part.isDefaulted()) {
            return CodeBlock.of("$T.$L", owner, part.defaultName());
        }
        if (part.isMaybe()) {
            return CodeBlock.of("$T.absent()", RunTime.MAYBE);
        }
        TypeName type = local(part);
        if (type.equals(TypeName.BOOLEAN)) {
            return CodeBlock.of("false");
        }
        return CodeBlock.of(type.isPrimitive() ? "0" : "null");
    }

    private static long required(RecordDef record) {
        long bits = 0;
        for (int i = 0; i < record.fields().size(); i++) {
            if (record.fields().get(i).presence() == FieldDef.Presence.REQUIRED) {
                bits |= 1L << i;
            }
        }
        return bits;
    }

    private void addRead(TypeSpec.Builder codec, TupleDef tuple, Parts parts) {
        ClassName name = set.className(tuple.name());
        List<String> taken = new ArrayList<>(parts.names());
        String in = fresh("in", taken);
        DirectExpressions expressions =
                new DirectExpressions(set, set.codecName(tuple.name()), taken);
        CodeBlock.Builder body = CodeBlock.builder();
        body.addStatement("$N.array()", in);
        for (Component part : parts.components()) {
            body.addStatement("$T.item($N)", RunTime.DIRECT, in);
            body.addStatement(
                    "$T $N = $L",
                    local(part),
                    part.name(),
                    expressions.read(part.field().type(), in, part.name()));
        }
        body.addStatement("$T.noItem($N)", RunTime.DIRECT, in);
        body.addStatement(
                Factories.makeOf(
                        name, parts.components(), part -> CodeBlock.of("$N", part.name())));
        codec.addMethod(method(name, in, body.build())).addMethods(expressions.methods());
    }

    private static MethodSpec method(ClassName name, String in, CodeBlock body) {
        return MethodSpec.methodBuilder("direct")
                .addModifiers(Modifier.STATIC)
                .returns(name)
                .addParameter(RunTime.JSON_INPUT, in)
                .addCode(body)
                .build();
    }

    private static TypeName local(Component part) {
        return part.type().withoutAnnotations();
    }

    private static String fresh(String wish, List<String> taken) {
        String name = JavaNames.fresh(wish, taken);
        taken.add(name);
        return name;
    }
}
