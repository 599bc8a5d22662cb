package dev.gdwire.gen.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.gdwire.gen.ir.FieldDef;
import dev.gdwire.gen.ir.RecordDef;
import dev.gdwire.gen.ir.TupleDef;
import dev.gdwire.gen.ir.TypeDef;
import dev.gdwire.gen.ir.TypeRef;
import javax.lang.model.element.Modifier;

/** Writes the check of a type's own rule, which looks at its JSON. */
final class RuleChecks {
    private final JavaSet set;
    private final CodecExpressions expressions;
    private final Constants constants;

    RuleChecks(JavaSet set, CodecExpressions expressions, Constants constants) {
        this.set = set;
        this.expressions = expressions;
        this.constants = constants;
    }

    /** A method that takes the components before the record exists. */
    MethodSpec check(RecordDef record, Parts parts) {
        String out = JavaNames.fresh("out", parts.names());
        CodeBlock.Builder body = CodeBlock.builder();
        for (FieldDef field : record.fields()) {
            body.addStatement(line(field, parts, out));
        }
        parts.components().stream()
                .filter(Component::isOthers)
                .forEach(
                        part ->
                                body.addStatement(
                                        expressions.others(out, part, value(part), constants)));
        return check(record, parts, "object", out, body.build());
    }

    /** The same for a tuple. */
    MethodSpec check(TupleDef tuple, Parts parts) {
        String out = JavaNames.fresh("out", parts.names());
        CodeBlock.Builder body = CodeBlock.builder();
        for (Component part : parts.components()) {
            body.addStatement(expressions.item(out, part, value(part), constants));
        }
        return check(tuple, parts, "array", out, body.build());
    }

    private MethodSpec check(
            TypeDef type, Parts parts, String container, String out, CodeBlock lines) {
        MethodSpec.Builder method =
                MethodSpec.methodBuilder("check")
                        .addModifiers(Modifier.STATIC)
                        .addJavadoc("Checks {@link $T} as a whole.", set.className(type.name()));
        parts.components().forEach(part -> method.addParameter(part.type(), part.name()));
        method.addStatement(
                "$T $N = $T.$N()", RunTime.TREE_WRITER, out, RunTime.TREE_WRITER, container);
        method.addCode(lines);
        method.addStatement("$N.check($S, $N.end())", constants.rule("", type.rule()), "", out);
        return method.build();
    }

    private CodeBlock line(FieldDef field, Parts parts, String out) {
        if (!parts.fixed().containsKey(field)) {
            Component part = parts.of(field);
            return expressions.write(out, part, value(part), constants);
        }
        String fixed = parts.fixed().get(field);
        return expressions.field(
                out,
                constants.fieldName(field.wireName(), fixed),
                fixed,
                Literals.constant(((TypeRef.ConstRef) field.type()).value()),
                field.type(),
                constants);
    }

    private static CodeBlock value(Component part) {
        return CodeBlock.of("$N", part.name());
    }
}
