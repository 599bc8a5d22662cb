package dev.gdwire.gen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import dev.gdwire.gen.ir.MessageDef;
import javax.lang.model.element.Modifier;

/**
 * Writes what a registry knows of a message. It stands in the message's codec: all of them together
 * would not fit into one class.
 */
final class MessageCodecs {
    private final JavaSet set;

    MessageCodecs(JavaSet set) {
        this.set = set;
    }

    FieldSpec field(MessageDef message) {
        ClassName record = set.className(message.record().name());
        return FieldSpec.builder(
                        ParameterizedTypeName.get(RunTime.MESSAGE_CODEC, record),
                        "CODEC",
                        Modifier.STATIC,
                        Modifier.FINAL)
                .initializer(value(message, record))
                .build();
    }

    private CodeBlock value(MessageDef message, ClassName record) {
        ClassName codec = set.codecName(message.record().name());
        CodeBlock.Builder code = CodeBlock.builder();
        code.add(
                "$T.of(\n$>$>$L,\n$T.class,\n$T.$L,\n$S,\n$T::read,\n$T::direct,\n$T::write)$<$<",
                RunTime.MESSAGE_CODEC,
                Literals.text(message.tag()),
                record,
                RunTime.SENDER,
                message.sender(),
                message.fingerprint(),
                codec,
                codec,
                codec);
        message.replyTag()
                .map(Literals::text)
                .ifPresent(tag -> code.add("\n$>$>.withReply($L)$<$<", tag));
        if (set.declaresTag(message.record())) {
            code.add("\n$>$>.withOwnTag()$<$<");
        }
        return code.build();
    }
}
