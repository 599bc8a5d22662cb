package dev.gdwire.gen.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.gdwire.gen.ir.Literal;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** Writes the table of the rules that others refer to. */
final class RulesEmitter {
    private final JavaSet set;

    RulesEmitter(JavaSet set) {
        this.set = set;
    }

    TypeSpec.Builder emit() {
        return TypeSpec.classBuilder(set.rules())
                .addModifiers(Modifier.FINAL)
                .addJavadoc("What schemas say of values beyond their types, by name.")
                .addField(
                        FieldSpec.builder(
                                        RunTime.RULE_TABLE,
                                        "TABLE",
                                        Modifier.STATIC,
                                        Modifier.FINAL)
                                .initializer(table())
                                .build())
                .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
    }

    private CodeBlock table() {
        Map<String, Literal> schemas = new LinkedHashMap<>();
        set.protocol().rules().forEach((name, rule) -> schemas.put(name, rule.schema()));
        String json = JsonTexts.lines(new Literal.ObjectLiteral(schemas));
        return CodeBlock.of("$T.of($L)", RunTime.RULE_TABLE, TextBlocks.of(json));
    }
}
