package dev.gdwire.gen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.gdwire.gen.ir.Rule;
import dev.gdwire.gen.pattern.PortablePattern;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** The private constants of one class, collected while the code that uses them is written. */
final class Constants {
    private final JavaSet set;
    private final Set<String> taken = new HashSet<>();
    private final List<FieldSpec> fields = new ArrayList<>();
    private final Map<String, String> fieldNames = new HashMap<>();
    private final Map<ClassName, String> enumReaders = new HashMap<>();
    private final Map<String, String> writers = new HashMap<>();

    /** Constants of a class with these components. */
    static Constants of(JavaSet set, List<Component> components) {
        return new Constants(
                set,
                components.stream()
                        .flatMap(each -> Stream.of(each.name(), each.defaultName()))
                        .toList());
    }

    /** Constants of a class that has others with these names. */
    Constants(JavaSet set, Collection<String> others) {
        this.set = set;
        taken.addAll(others);
    }

    /** The constant of a pattern. */
    String pattern(String base, String source) {
        return add(RunTime.TEXT_PATTERN, base + "_PATTERN", patternValue(source));
    }

    /** The constant of a rule. */
    String rule(String base, Rule rule) {
        return add(RunTime.RULE, base.isEmpty() ? "RULE" : base + "_RULE", ruleValue(rule));
    }

    /** The constant of a property's name as bytes, which is made of its name in Java. */
    String fieldName(String wireName, String javaName) {
        return fieldNames.computeIfAbsent(
                wireName,
                name ->
                        add(
                                RunTime.FIELD_NAME,
                                // No class has such a name, so that none is hidden.
                                JavaNames.constantOf(javaName).replaceFirst("_+$", "") + "_NAME",
                                CodeBlock.of("$T.of($S)", RunTime.FIELD_NAME, name)));
    }

    /** The constant of what reads the constants of an enum that texts stand for. */
    String enumReader(ClassName type) {
        return enumReaders.computeIfAbsent(
                type,
                name ->
                        add(
                                ParameterizedTypeName.get(RunTime.ENUM_READER, name),
                                JavaNames.constantOf(name.simpleName()) + "_READER",
                                CodeBlock.of(
                                        "$T.of($T.values(),$W$T::wireValue)",
                                        RunTime.ENUM_READER,
                                        name,
                                        name)));
    }

    /** The constant of what writes the constants of an enum that texts stand for. */
    String enumWriter(ClassName type) {
        CodeBlock value =
                CodeBlock.of("$T.of($T.values(),$W$T::wireValue)", RunTime.ENUM_WRITER, type, type);
        TypeName writer = ParameterizedTypeName.get(RunTime.ENUM_WRITER, type);
        return writer(type.simpleName(), writer, value);
    }

    /** The constant of what writes some values, made once for each name. */
    String writer(String javaName, TypeName type, CodeBlock value) {
        return writers.computeIfAbsent(
                javaName + " " + value,
                // No class has such a name, so that none is hidden.
                made ->
                        add(
                                type,
                                JavaNames.constantOf(javaName).replaceFirst("_+$", "") + "_WRITER",
                                value));
    }

    /** The fields of all constants that were asked for. */
    List<FieldSpec> fields() {
        return fields;
    }

    private String add(TypeName type, String wish, CodeBlock value) {
        String name = NameBook.fresh(wish, taken);
        fields.add(
                FieldSpec.builder(type, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                        .initializer(value)
                        .build());
        return name;
    }

    private static CodeBlock patternValue(String source) {
        String java = PortablePattern.ofChecked(source);
        return source.equals(java)
                ? CodeBlock.of("$T.of($L)", RunTime.TEXT_PATTERN, Literals.text(source))
                : CodeBlock.of(
                        "$T.of($L,$W$L)",
                        RunTime.TEXT_PATTERN,
                        Literals.text(source),
                        Literals.text(java));
    }

    private CodeBlock ruleValue(Rule rule) {
        CodeBlock schema = TextBlocks.of(JsonTexts.lines(rule.schema()));
        return !rule.refersToOthers()
                ? CodeBlock.of("$T.of($L)", RunTime.RULE, schema)
                : CodeBlock.of("$T.of($L, $T.TABLE)", RunTime.RULE, schema, set.rules());
    }
}
