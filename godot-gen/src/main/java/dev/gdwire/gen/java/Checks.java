package dev.gdwire.gen.java;

import com.palantir.javapoet.CodeBlock;
import dev.gdwire.gen.ir.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The body of a compact constructor: copies, and the checks that every value must pass. */
final class Checks {
    private final Limits limits;
    private final CodecExpressions expressions;
    private final List<String> names;

    /** Checks of a record with these components. */
    Checks(CodecExpressions expressions, Constants constants, List<Component> components) {
        this.limits = new Limits(expressions, constants);
        this.expressions = expressions;
        this.names = components.stream().map(Component::name).toList();
    }

    /** Statements for a component. */
    CodeBlock of(Component component) {
        if (component.isMaybe()) {
            return Lambdas.statements(maybe(component));
        }
        List<CodeBlock> lines = new ArrayList<>(check(component));
        lines.addAll(limits.of(component, component.name(), names));
        CodeBlock statements = Lambdas.statements(lines);
        return component.isNullable()
                ? Lambdas.unlessNull(component.name(), statements)
                : statements;
    }

    /** A statement: no member that has no field has one of these names. */
    CodeBlock noneNamed(Component others, List<String> wireNames) {
        CodeBlock writer = expressions.writer(((TypeRef.MapRef) others.value()).values());
        CodeBlock quoted = wireNames.stream().map(Literals::text).collect(CodeBlock.joining(",$W"));
        return CodeBlock.of(
                "$T.noneNamed($N,$W$L,$W$L);\n", RunTime.CHECK, others.name(), writer, quoted);
    }

    private List<CodeBlock> maybe(Component component) {
        String name = component.name();
        String place = component.place();
        String value = JavaNames.fresh("value", names);
        List<CodeBlock> lines = new ArrayList<>();
        lines.add(CodeBlock.of("$T.present($S, $N)", RunTime.CHECK, place, name));
        copy(place, value, component.value())
                .map(copy -> CodeBlock.of("$N = $N.map($N -> $L)", name, name, value, copy))
                .ifPresent(lines::add);
        List<CodeBlock> rest = new ArrayList<>();
        ScalarCheck.of(component.value()).map(c -> c.call(place, value)).ifPresent(rest::add);
        rest.addAll(limits.of(component, value, plus(value)));
        if (!rest.isEmpty()) {
            lines.add(CodeBlock.of("$N.ifValue($L)", name, Lambdas.lambda(value, rest)));
        }
        return lines;
    }

    private List<String> plus(String name) {
        List<String> all = new ArrayList<>(names);
        all.add(name);
        return all;
    }

    private List<CodeBlock> check(Component component) {
        String name = component.name();
        String place = component.place();
        TypeRef type = Refs.unchecked(component.value());
        if (type instanceof TypeRef.JsonRef && component.isNullable()) {
            return List.of();
        }
        Optional<CodeBlock> copy = copy(place, name, type);
        if (copy.isPresent()) {
            return List.of(CodeBlock.of("$N = $L", name, copy.get()));
        }
        Optional<ScalarCheck> scalar = ScalarCheck.of(type);
        if (scalar.isPresent()) {
            return List.of(scalar.get().call(place, name));
        }
        if (component.isNullable() || isPrimitive(type)) {
            return List.of();
        }
        return List.of(CodeBlock.of("$T.present($S, $N)", RunTime.CHECK, place, name));
    }

    private static boolean isPrimitive(TypeRef ref) {
        return ref instanceof TypeRef.BooleanRef
                || ref instanceof TypeRef.IntegerRef
                || ref instanceof TypeRef.Int64StringRef
                || ref instanceof TypeRef.ConstRef;
    }

    private Optional<CodeBlock> copy(String place, String name, TypeRef ref) {
        TypeRef type = Refs.unchecked(ref);
        if (type instanceof TypeRef.ListRef list && JavaTypes.primitiveList(list).isEmpty()) {
            return Optional.of(copyOf("list", place, name, list.items(), names));
        }
        if (type instanceof TypeRef.MapRef map) {
            return Optional.of(copyOf("map", place, name, map.values(), names));
        }
        return type instanceof TypeRef.JsonRef
                ? Optional.of(CodeBlock.of("$T.json($N)", RunTime.CHECK, name))
                : Optional.empty();
    }

    private static CodeBlock copyOf(
            String method, String place, String name, TypeRef items, List<String> taken) {
        return CodeBlock.of(
                "$T.$L($S, $N, $L)", RunTime.COPY, method, place, name, rule(items, taken));
    }

    private static CodeBlock rule(TypeRef ref, List<String> taken) {
        if (ref instanceof TypeRef.NullableRef nullable) {
            return CodeBlock.of("$T.nullable($L)", RunTime.COPY, rule(nullable.type(), taken));
        }
        TypeRef type = Refs.unchecked(ref);
        boolean list = type instanceof TypeRef.ListRef l && JavaTypes.primitiveList(l).isEmpty();
        if (list || type instanceof TypeRef.MapRef) {
            String item = JavaNames.fresh("item", taken);
            List<String> inner = new ArrayList<>(taken);
            inner.add(item);
            TypeRef items =
                    list ? ((TypeRef.ListRef) type).items() : ((TypeRef.MapRef) type).values();
            return CodeBlock.of(
                    "$N -> $L", item, copyOf(list ? "list" : "map", "", item, items, inner));
        }
        return ScalarCheck.of(type)
                .map(ScalarCheck::reference)
                .orElseGet(() -> CodeBlock.of("$T::present", RunTime.CHECK));
    }
}
