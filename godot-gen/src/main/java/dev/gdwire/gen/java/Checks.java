package dev.gdwire.gen.java;

import com.palantir.javapoet.CodeBlock;
import dev.gdwire.gen.ir.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The body of a compact constructor: copies, and the checks that every value must pass. */
final class Checks {
    private final Limits limits = new Limits();
    private final List<String> names;

    /** Checks of a record with these components. */
    Checks(List<Component> components) {
        this.names = new ArrayList<>(components.stream().map(Component::name).toList());
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

    private List<CodeBlock> maybe(Component component) {
        String name = component.name();
        String wireName = component.wireName();
        String value = JavaNames.fresh("value", names);
        List<CodeBlock> lines = new ArrayList<>();
        lines.add(CodeBlock.of("$T.present($S, $N)", RunTime.CHECK, wireName, name));
        copy(wireName, value, component.value())
                .map(copy -> CodeBlock.of("$N = $N.map($N -> $L)", name, name, value, copy))
                .ifPresent(lines::add);
        List<CodeBlock> rest = new ArrayList<>(scalar(wireName, value, component.value()));
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
        String wireName = component.wireName();
        Optional<CodeBlock> copy = copy(wireName, name, component.value());
        if (copy.isPresent()) {
            return List.of(CodeBlock.of("$N = $L", name, copy.get()));
        }
        List<CodeBlock> scalar = scalar(wireName, name, component.value());
        if (!scalar.isEmpty() || component.isNullable() || isPrimitive(component.value())) {
            return scalar;
        }
        return List.of(CodeBlock.of("$T.present($S, $N)", RunTime.CHECK, wireName, name));
    }

    private static boolean isPrimitive(TypeRef ref) {
        return ref instanceof TypeRef.BooleanRef
                || ref instanceof TypeRef.IntegerRef
                || ref instanceof TypeRef.Int64StringRef
                || ref instanceof TypeRef.ConstRef;
    }

    private static List<CodeBlock> scalar(String wireName, String name, TypeRef ref) {
        String check = scalarCheck(ref);
        return check.isEmpty()
                ? List.of()
                : List.of(CodeBlock.of("$T.$L($S, $N)", RunTime.CHECK, check, wireName, name));
    }

    private static String scalarCheck(TypeRef ref) {
        if (ref instanceof TypeRef.StringRef) {
            return "text";
        }
        if (ref instanceof TypeRef.NumberRef) {
            return "finite";
        }
        return ref instanceof TypeRef.IntegerRef integer && !JavaTypes.isInt32(integer)
                ? "integer"
                : "";
    }

    private Optional<CodeBlock> copy(String wireName, String name, TypeRef ref) {
        if (ref instanceof TypeRef.ListRef list && JavaTypes.primitiveList(list).isEmpty()) {
            return Optional.of(copyOf("list", wireName, name, list.items(), names));
        }
        if (ref instanceof TypeRef.MapRef map) {
            return Optional.of(copyOf("map", wireName, name, map.values(), names));
        }
        return Optional.empty();
    }

    private static CodeBlock copyOf(
            String method, String wireName, String name, TypeRef items, List<String> taken) {
        return CodeBlock.of(
                "$T.$L($S, $N, $L)", RunTime.COPY, method, wireName, name, rule(items, taken));
    }

    private static CodeBlock rule(TypeRef ref, List<String> taken) {
        if (ref instanceof TypeRef.NullableRef nullable) {
            return CodeBlock.of("$T.nullable($L)", RunTime.COPY, rule(nullable.type(), taken));
        }
        boolean list = ref instanceof TypeRef.ListRef l && JavaTypes.primitiveList(l).isEmpty();
        if (list || ref instanceof TypeRef.MapRef) {
            String item = JavaNames.fresh("item", taken);
            List<String> inner = new ArrayList<>(taken);
            inner.add(item);
            TypeRef items =
                    list ? ((TypeRef.ListRef) ref).items() : ((TypeRef.MapRef) ref).values();
            return CodeBlock.of(
                    "$N -> $L", item, copyOf(list ? "list" : "map", "", item, items, inner));
        }
        String check = scalarCheck(ref);
        return CodeBlock.of("$T::$L", RunTime.CHECK, check.isEmpty() ? "present" : check);
    }
}
