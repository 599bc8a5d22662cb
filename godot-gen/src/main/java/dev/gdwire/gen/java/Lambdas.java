package dev.gdwire.gen.java;

import com.palantir.javapoet.CodeBlock;
import java.util.List;

/** Lambdas and statements, from expressions. */
final class Lambdas {
    private Lambdas() {}

    /** A lambda: on one line when it does one thing. */
    static CodeBlock lambda(String parameter, List<CodeBlock> body) {
        if (body.size() == 1) {
            return CodeBlock.of("$N -> $L", parameter, body.get(0));
        }
        return CodeBlock.builder()
                .add("$N -> {\n$>", parameter)
                .add(statements(body))
                .add("$<}")
                .build();
    }

    /** A lambda that does nothing for null. */
    static CodeBlock nullableLambda(String parameter, List<CodeBlock> body) {
        return CodeBlock.builder()
                .add("$N -> {\n$>", parameter)
                .add(unlessNull(parameter, statements(body)))
                .add("$<}")
                .build();
    }

    /** A statement for each expression. */
    static CodeBlock statements(List<CodeBlock> expressions) {
        CodeBlock.Builder code = CodeBlock.builder();
        expressions.forEach(expression -> code.add("$L;\n", expression));
        return code.build();
    }

    /** Statements for a value that may be null. */
    static CodeBlock unlessNull(String name, CodeBlock statements) {
        if (statements.isEmpty()) {
            return statements;
        }
        return CodeBlock.builder()
                .beginControlFlow("if ($N != null)", name)
                .add(statements)
                .endControlFlow()
                .build();
    }
}
