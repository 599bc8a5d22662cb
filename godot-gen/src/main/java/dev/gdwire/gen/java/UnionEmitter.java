package dev.gdwire.gen.java;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.gdwire.gen.ir.FieldDef;
import dev.gdwire.gen.ir.Literal;
import dev.gdwire.gen.ir.RecordDef;
import dev.gdwire.gen.ir.UnionDef;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** Writes the sealed interface of a union, and its codec. */
final class UnionEmitter {
    private static final int LONGEST_CHAIN = 100;

    private final JavaSet set;
    private final JavaTypes types;
    private final Components components;

    UnionEmitter(JavaSet set, JavaTypes types, Components components) {
        this.set = set;
        this.types = types;
        this.components = components;
    }

    /** The sealed interface. */
    TypeSpec.Builder emit(UnionDef union) {
        TypeSpec.Builder type =
                TypeSpec.interfaceBuilder(set.className(union.name()))
                        .addModifiers(Modifier.PUBLIC, Modifier.SEALED)
                        .addJavadoc("$L", javadoc(union))
                        .addAnnotation(typeInfo(union))
                        .addAnnotation(subTypes(union))
                        .addPermittedSubclasses(
                                union.members().stream().map(set::className).toList());
        deprecation(union).ifPresent(type::addAnnotation);
        set.unionsOf(union.name())
                .forEach(outer -> type.addSuperinterface(set.className(outer.name())));
        accessor(union).ifPresent(type::addMethod);
        return type;
    }

    /** The codec. */
    TypeSpec.Builder codec(UnionDef union) {
        ClassName name = set.className(union.name());
        TypeSpec.Builder type =
                TypeSpec.classBuilder(set.codecName(union.name()))
                        .addModifiers(Modifier.FINAL)
                        .addJavadoc("Reads and writes {@link $T}.", name)
                        .addField(cases(union, name))
                        .addMethod(
                                MethodSpec.constructorBuilder()
                                        .addModifiers(Modifier.PRIVATE)
                                        .build())
                        .addMethod(
                                MethodSpec.methodBuilder("read")
                                        .addModifiers(Modifier.STATIC)
                                        .returns(name)
                                        .addParameter(RunTime.OBJECT_READER, "in")
                                        .addStatement("return CASES.read(in)")
                                        .build())
                        .addMethod(
                                MethodSpec.methodBuilder("direct")
                                        .addModifiers(Modifier.STATIC)
                                        .returns(name)
                                        .addParameter(RunTime.JSON_INPUT, "in")
                                        .addStatement("return CASES.direct(in)")
                                        .build())
                        .addMethod(
                                MethodSpec.methodBuilder("write")
                                        .addModifiers(Modifier.STATIC)
                                        .addParameter(name, "value")
                                        .addParameter(RunTime.JSON_WRITER, "out")
                                        .addStatement("CASES.write(value, out)")
                                        .build());
        if (hasMany(union)) {
            type.addMethod(statements(union, name));
        }
        if (union.doc().deprecated() || usesDeprecated(union)) {
            type.addAnnotation(RunTime.MAY_BE_DEPRECATED);
        }
        return type;
    }

    private FieldSpec cases(UnionDef union, ClassName name) {
        CodeBlock made = hasMany(union) ? CodeBlock.of("cases()") : chain(union, name);
        return FieldSpec.builder(
                        ParameterizedTypeName.get(RunTime.UNION_CODEC, name),
                        "CASES",
                        Modifier.PRIVATE,
                        Modifier.STATIC,
                        Modifier.FINAL)
                .initializer(made)
                .build();
    }

    private static boolean hasMany(UnionDef union) {
        return union.cases().size() > LONGEST_CHAIN;
    }

    /** One expression with all cases, which is good to read but too deep if they are many. */
    private CodeBlock chain(UnionDef union, ClassName name) {
        CodeBlock.Builder code = CodeBlock.builder();
        code.add("$T.<$T>by($L)\n$>$>", RunTime.UNION_CODEC, name, Literals.text(union.property()));
        for (UnionDef.Case one : union.cases()) {
            code.add("$L\n", with(one));
        }
        return code.add(".build()$<$<").build();
    }

    /** The same with a statement for each case. */
    private MethodSpec statements(UnionDef union, ClassName name) {
        TypeName builder =
                ParameterizedTypeName.get(RunTime.UNION_CODEC.nestedClass("Builder"), name);
        CodeBlock.Builder body = CodeBlock.builder();
        body.addStatement(
                "$T cases = $T.by($L)",
                builder,
                RunTime.UNION_CODEC,
                Literals.text(union.property()));
        union.cases().forEach(one -> body.addStatement("cases$L", with(one)));
        return MethodSpec.methodBuilder("cases")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(ParameterizedTypeName.get(RunTime.UNION_CODEC, name))
                .addCode(body.addStatement("return cases.build()").build())
                .build();
    }

    private CodeBlock with(UnionDef.Case one) {
        ClassName codec = set.codecName(one.record());
        return CodeBlock.of(
                ".with($T.class, $T::read, $T::direct, $T::write, $L)",
                set.className(one.record()),
                codec,
                codec,
                codec,
                values(one.values()));
    }

    private static CodeBlock values(List<Literal> values) {
        if (values.size() == 1 && values.get(0) instanceof Literal.StringLiteral text) {
            return Literals.text(text.value());
        }
        return values.stream().map(Literals::json).collect(CodeBlock.joining(", "));
    }

    private static String javadoc(UnionDef union) {
        return Javadocs.of(union.doc(), Javadocs.ofType(union)) + Deprecation.tag(union.doc());
    }

    private Optional<AnnotationSpec> deprecation(UnionDef union) {
        if (union.doc().deprecated()) {
            return Optional.of(AnnotationSpec.builder(Deprecated.class).build());
        }
        return usesDeprecated(union) ? Optional.of(RunTime.MAY_BE_DEPRECATED) : Optional.empty();
    }

    private boolean usesDeprecated(UnionDef union) {
        return set.usesDeprecated(union)
                || union.members().stream().anyMatch(name -> set.type(name).doc().deprecated())
                || union.cases().stream().anyMatch(c -> set.type(c.record()).doc().deprecated());
    }

    private static AnnotationSpec typeInfo(UnionDef union) {
        return AnnotationSpec.builder(RunTime.JSON_TYPE_INFO)
                .addMember("use", "$T.Id.NAME", RunTime.JSON_TYPE_INFO)
                .addMember("include", "$T.As.EXISTING_PROPERTY", RunTime.JSON_TYPE_INFO)
                .addMember("property", "$L", Literals.text(union.property()))
                .addMember("visible", "true")
                .build();
    }

    private AnnotationSpec subTypes(UnionDef union) {
        AnnotationSpec.Builder annotation = AnnotationSpec.builder(RunTime.JSON_SUB_TYPES);
        for (UnionDef.Case one : union.cases()) {
            CodeBlock names =
                    one.values().stream()
                            .map(UnionEmitter::jacksonName)
                            .map(Literals::text)
                            .collect(CodeBlock.joining(", "));
            annotation.addMember(
                    "value",
                    one.values().size() == 1
                            ? "@$T.Type(value = $T.class, name = $L)"
                            : "@$T.Type(value = $T.class, names = {$L})",
                    RunTime.JSON_SUB_TYPES,
                    set.className(one.record()),
                    names);
        }
        return annotation.build();
    }

    private static String jacksonName(Literal value) {
        return value instanceof Literal.StringLiteral text ? text.value() : JsonTexts.line(value);
    }

    /** The accessor of the property, if all records have it under one name and of one type. */
    Optional<MethodSpec> accessor(UnionDef union) {
        Set<String> names = new HashSet<>();
        Set<TypeName> found = new HashSet<>();
        for (UnionDef.Case one : union.cases()) {
            RecordDef record = (RecordDef) set.type(one.record());
            Parts parts = components.of(record);
            for (FieldDef field : record.fields()) {
                if (field.wireName().equals(union.property())) {
                    boolean fixed = parts.fixed().containsKey(field);
                    names.add(fixed ? parts.fixed().get(field) : parts.of(field).name());
                    found.add(fixed ? types.of(field.type()) : parts.of(field).type());
                }
            }
        }
        if (names.size() != 1 || found.size() != 1) {
            return Optional.empty();
        }
        String text = JavadocText.code(union.property());
        return Optional.of(
                MethodSpec.methodBuilder(names.iterator().next())
                        .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                        .addJavadoc("What tells the types apart: its $L.", text)
                        .returns(found.iterator().next())
                        .build());
    }
}
