package dev.gdwire.gen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.gdwire.gen.ir.RecordDef;
import dev.gdwire.gen.ir.TupleDef;
import dev.gdwire.gen.ir.UnknownFields;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes what reads a type from bytes; what it gives up is read from a tree. */
final class DirectEmitter {
    private final JavaSet set;
    private final Constants constants;

    /**
     * Writes the readers of one class.
     *
     * @param constants of that class
     */
    DirectEmitter(JavaSet set, Constants constants) {
        this.set = set;
        this.constants = constants;
    }

    /** Adds the reader of a record, and the constants that it asks for. */
    void addTo(TypeSpec.Builder codec, RecordDef record, Parts parts) {
        ClassName name = set.className(record.name());
        if (isAlwaysEmpty(record)) {
            codec.addMethod(method(name, "in", empty(name, parts)));
            return;
        }
        DirectRecord reader = new DirectRecord(set, record, parts, constants);
        codec.addFields(reader.constants())
                .addMethod(method(name, reader.input(), reader.body()))
                .addMethods(reader.methods());
    }

    /** Adds the reader of a tuple. */
    void addTo(TypeSpec.Builder codec, TupleDef tuple, Parts parts) {
        ClassName name = set.className(tuple.name());
        List<String> taken = parts.names();
        String in = JavaNames.fresh("in", taken);
        DirectExpressions expressions =
                new DirectExpressions(set, set.codecName(tuple.name()), constants, taken);
        CodeBlock.Builder body = CodeBlock.builder();
        body.addStatement("$N.array()", in);
        for (Component part : parts.components()) {
            body.addStatement("$T.item($N)", RunTime.DIRECT, in);
            body.addStatement(
                    "$T $N = $L",
                    part.type().withoutAnnotations(),
                    part.name(),
                    expressions.read(part.field().type(), in, part.name()));
        }
        body.addStatement("$T.noItem($N)", RunTime.DIRECT, in);
        body.addStatement(made(name, parts));
        codec.addMethod(method(name, in, body.build())).addMethods(expressions.methods());
    }

    /** The statement that makes the value of the variables. */
    static CodeBlock made(ClassName name, Parts parts) {
        return Factories.makeOf(name, parts.components(), part -> CodeBlock.of("$N", part.name()));
    }

    /** Whether objects of the type never have a member. */
    private boolean isAlwaysEmpty(RecordDef record) {
        return record.fields().isEmpty()
                && record.unknown() == UnknownFields.REFUSED
                && !set.isMessage(record.name());
    }

    private static CodeBlock empty(ClassName name, Parts parts) {
        return CodeBlock.builder()
                .addStatement("in.object()")
                .addStatement("$T.noMember(in)", RunTime.DIRECT)
                .addStatement(made(name, parts))
                .build();
    }

    private static MethodSpec method(ClassName name, String in, CodeBlock body) {
        return MethodSpec.methodBuilder("direct")
                .addModifiers(Modifier.STATIC)
                .returns(name)
                .addParameter(RunTime.JSON_INPUT, in)
                .addCode(body)
                .build();
    }
}
