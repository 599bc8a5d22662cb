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
            return maybe(component);
        }
        CodeBlock statements =
                CodeBlock.builder()
                        .add(check(component, component.name()))
                        .add(limits.of(component, component.name(), names))
                        .build();
        return component.isNullable() ? unlessNull(component, statements) : statements;
    }

    private static CodeBlock unlessNull(Component component, CodeBlock statements) {
        if (statements.isEmpty()) {
            return statements;
        }
        return CodeBlock.builder()
                .beginControlFlow("if ($N != null)", component.name())
                .add(statements)
                .endControlFlow()
                .build();
    }

    private CodeBlock maybe(Component component) {
        String name = component.name();
        String item = JavaNames.fresh("value", names);
        CodeBlock.Builder code = CodeBlock.builder();
        code.addStatement("$T.present($S, $N)", RunTime.CHECK, component.wireName(), name);
        Optional<CodeBlock> copy = copy(component.wireName(), item, component.value());
        if (copy.isPresent()) {
            code.addStatement("$N = $N.map($N -> $L)", name, name, item, copy.get());
        }
        CodeBlock scalar = scalar(component.wireName(), item, component.value());
        CodeBlock rest =
                CodeBlock.builder().add(scalar).add(limits.of(component, item, plus(item))).build();
        if (!rest.isEmpty()) {
            code.add("$N.ifValue(\n$>$>$N -> {\n$>", name, item).add(rest).add("$<});\n$<$<");
        }
        return code.build();
    }

    private List<String> plus(String name) {
        List<String> all = new ArrayList<>(names);
        all.add(name);
        return all;
    }

    private CodeBlock check(Component component, String name) {
        Optional<CodeBlock> copy = copy(component.wireName(), name, component.value());
        if (copy.isPresent()) {
            return CodeBlock.builder().addStatement("$N = $L", name, copy.get()).build();
        }
        CodeBlock scalar = scalar(component.wireName(), name, component.value());
        if (!scalar.isEmpty() || component.isNullable() || isPrimitive(component.value())) {
            return scalar;
        }
        return CodeBlock.builder()
                .addStatement("$T.present($S, $N)", RunTime.CHECK, component.wireName(), name)
                .build();
    }

    private static boolean isPrimitive(TypeRef ref) {
        return ref instanceof TypeRef.BooleanRef
                || ref instanceof TypeRef.IntegerRef
                || ref instanceof TypeRef.Int64StringRef
                || ref instanceof TypeRef.ConstRef;
    }

    private static CodeBlock scalar(String wireName, String name, TypeRef ref) {
        String check = scalarCheck(ref);
        return check.isEmpty()
                ? CodeBlock.of("")
                : CodeBlock.builder()
                        .addStatement("$T.$L($S, $N)", RunTime.CHECK, check, wireName, name)
                        .build();
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
