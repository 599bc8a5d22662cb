package dev.gdwire.gen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.gdwire.gen.ir.Literal;
import dev.gdwire.gen.ir.TypeRef;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** Statements that check the limits of a schema, in the order that both languages share. */
final class Limits {
    /** Limits of a component's value, which stands in a variable. */
    List<CodeBlock> of(Component component, String variable, List<String> taken) {
        Statements statements = new Statements(patternName(component), taken);
        statements.addLimits(component.wireName(), variable, component.value());
        return statements.lines;
    }

    /** Name of the constant with the pattern that a component's text, or each of its, matches. */
    static String patternName(Component component) {
        String words = component.name().replaceAll("(?<=[\\p{Ll}\\p{Nd}])(?=\\p{Lu})", "_");
        return words.toUpperCase(Locale.ROOT) + "_PATTERN";
    }

    /** The pattern that a value's text, or each of its, matches. */
    static Optional<String> pattern(TypeRef ref) {
        if (ref instanceof TypeRef.StringRef text) {
            return text.pattern();
        }
        if (ref instanceof TypeRef.NullableRef nullable) {
            return pattern(nullable.type());
        }
        if (ref instanceof TypeRef.ListRef list) {
            return pattern(list.items());
        }
        return ref instanceof TypeRef.MapRef map ? pattern(map.values()) : Optional.empty();
    }

    private static final class Statements {
        private final List<CodeBlock> lines = new ArrayList<>();
        private final String patternName;
        private final List<String> taken;

        Statements(String patternName, List<String> taken) {
            this.patternName = patternName;
            this.taken = taken;
        }

        void addLimits(String wireName, String variable, TypeRef ref) {
            if (ref instanceof TypeRef.IntegerRef integer) {
                numbers(RunTime.LIMIT, Limits::wide, integer.limits(), wireName, variable);
            } else if (ref instanceof TypeRef.NumberRef number && JavaTypes.isFloat32(number)) {
                numbers(RunTime.FLOAT_LIMIT, Limits::narrow, number.limits(), wireName, variable);
            } else if (ref instanceof TypeRef.NumberRef number) {
                numbers(RunTime.LIMIT, Limits::wide, number.limits(), wireName, variable);
            } else if (ref instanceof TypeRef.StringRef text) {
                addText(wireName, variable, text);
            } else if (ref instanceof TypeRef.ConstRef constant) {
                addConstant(wireName, variable, constant.value());
            } else if (ref instanceof TypeRef.ListRef list) {
                addList(wireName, variable, list);
            } else if (ref instanceof TypeRef.MapRef map) {
                addMap(wireName, variable, map);
            }
        }

        private void add(String format, Object... arguments) {
            lines.add(CodeBlock.of(format, arguments));
        }

        private void numbers(
                ClassName checks,
                Function<BigDecimal, CodeBlock> literal,
                TypeRef.NumberLimits limits,
                String name,
                String variable) {
            Map<String, Optional<BigDecimal>> all = new LinkedHashMap<>();
            all.put("atLeast", limits.minimum());
            all.put("atMost", limits.maximum());
            all.put("moreThan", limits.exclusiveMinimum());
            all.put("lessThan", limits.exclusiveMaximum());
            all.put("multipleOf", limits.multipleOf());
            all.forEach(
                    (check, limit) ->
                            limit.map(literal)
                                    .ifPresent(
                                            value ->
                                                    add(
                                                            "$T.$L($S, $N, $L)",
                                                            checks,
                                                            check,
                                                            name,
                                                            variable,
                                                            value)));
        }

        private void addText(String name, String variable, TypeRef.StringRef text) {
            addSize("minLength", name, CodeBlock.of("$N", variable), text.minLength());
            addSize("maxLength", name, CodeBlock.of("$N", variable), text.maxLength());
            text.pattern()
                    .ifPresent(p -> addCheck("pattern", name, variable, CodeBlock.of(patternName)));
        }

        private void addConstant(String name, String variable, Literal value) {
            if (!(value instanceof Literal.NullLiteral)) {
                addCheck("constant", name, variable, Literals.constant(value));
            }
        }

        private void addList(String name, String variable, TypeRef.ListRef list) {
            CodeBlock size = CodeBlock.of("$N.size()", variable);
            addSize("minItems", name, size, list.minItems());
            addSize("maxItems", name, size, list.maxItems());
            if (list.unique()) {
                add("$T.unique($S, $N)", RunTime.LIMIT, name, variable);
            }
            addEach(name, variable, list.items());
        }

        private void addMap(String name, String variable, TypeRef.MapRef map) {
            CodeBlock size = CodeBlock.of("$N.size()", variable);
            addSize("minMembers", name, size, map.minProperties());
            addSize("maxMembers", name, size, map.maxProperties());
            addEach(name, variable, map.values());
        }

        private void addEach(String name, String variable, TypeRef items) {
            boolean nullable = items instanceof TypeRef.NullableRef;
            TypeRef type = items instanceof TypeRef.NullableRef n ? n.type() : items;
            String item = JavaNames.fresh("item", taken);
            List<String> inner = new ArrayList<>(taken);
            inner.add(item);
            Statements each = new Statements(patternName, inner);
            each.addLimits("", item, type);
            if (each.lines.isEmpty()) {
                return;
            }
            CodeBlock lambda =
                    nullable
                            ? Lambdas.nullableLambda(item, each.lines)
                            : Lambdas.lambda(item, each.lines);
            lines.add(CodeBlock.of("$T.each($S, $N, $L)", RunTime.LIMIT, name, variable, lambda));
        }

        private void addSize(String check, String name, CodeBlock size, OptionalInt limit) {
            limit.ifPresent(
                    value -> add("$T.$L($S, $L, $L)", RunTime.LIMIT, check, name, size, value));
        }

        private void addCheck(String check, String name, String variable, CodeBlock limit) {
            add("$T.$L($S, $N, $L)", RunTime.LIMIT, check, name, variable, limit);
        }
    }

    private static CodeBlock wide(BigDecimal value) {
        return Literals.number(isInt(value) ? TypeName.INT : TypeName.DOUBLE, value);
    }

    private static CodeBlock narrow(BigDecimal value) {
        return Literals.number(isInt(value) ? TypeName.INT : TypeName.FLOAT, value);
    }

    private static boolean isInt(BigDecimal value) {
        return value.stripTrailingZeros().scale() <= 0
                && value.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0;
    }
}
