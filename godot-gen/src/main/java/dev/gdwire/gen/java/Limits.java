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
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** Statements that check the limits of a schema, in the order that both languages share. */
final class Limits {
    private final CodecExpressions expressions;
    private final Constants constants;

    Limits(CodecExpressions expressions, Constants constants) {
        this.expressions = expressions;
        this.constants = constants;
    }

    /** Limits of a component's value, which stands in a variable. */
    List<CodeBlock> of(Component component, String variable, List<String> taken) {
        return of(
                component.names().constant(),
                component.place(),
                variable,
                component.value(),
                taken);
    }

    /**
     * Limits of a value.
     *
     * @param base what the names of constants are made of
     * @param place its place in faults
     * @param variable the variable in which it stands
     * @param taken names of variables
     */
    List<CodeBlock> of(
            String base, String place, String variable, TypeRef ref, List<String> taken) {
        Statements statements = new Statements(base, taken);
        statements.addLimits(place, variable, ref);
        return statements.lines;
    }

    private final class Statements {
        private final List<CodeBlock> lines = new ArrayList<>();
        private final String base;
        private final List<String> taken;

        Statements(String base, List<String> taken) {
            this.base = base;
            this.taken = taken;
        }

        void addLimits(String place, String variable, TypeRef ref) {
            if (ref instanceof TypeRef.IntegerRef integer) {
                numbers(RunTime.LIMIT, Limits::wide, integer.limits(), place, variable);
            } else if (ref instanceof TypeRef.NumberRef number && JavaTypes.isFloat32(number)) {
                numbers(RunTime.FLOAT_LIMIT, Limits::narrow, number.limits(), place, variable);
            } else if (ref instanceof TypeRef.NumberRef number) {
                numbers(RunTime.LIMIT, Limits::wide, number.limits(), place, variable);
            } else if (ref instanceof TypeRef.StringRef text) {
                addText(place, variable, text);
            } else if (ref instanceof TypeRef.ConstRef constant) {
                addConstant(place, variable, constant.value());
            } else if (ref instanceof TypeRef.ListRef list) {
                addList(place, variable, list);
            } else if (ref instanceof TypeRef.MapRef map) {
                addMap(place, variable, map);
            } else if (ref instanceof TypeRef.JsonRef json && !json.rule().isAnything()) {
                String rule = constants.rule(base, json.rule());
                add("$N.check($S, $N)", rule, place, variable);
            } else if (ref instanceof TypeRef.CheckedRef checked) {
                addLimits(place, variable, checked.type());
                String rule = constants.rule(base, checked.rule());
                CodeBlock writer = expressions.writer(checked.type());
                add("$N.check($S, $N, $L)", rule, place, variable, writer);
            }
        }

        private void add(String format, Object... arguments) {
            lines.add(CodeBlock.of(format, arguments));
        }

        private void numbers(
                ClassName checks,
                Function<BigDecimal, CodeBlock> literal,
                TypeRef.NumberLimits limits,
                String place,
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
                                                            place,
                                                            variable,
                                                            value)));
        }

        private void addText(String place, String variable, TypeRef.StringRef text) {
            addSize("minLength", place, CodeBlock.of("$N", variable), text.minLength());
            addSize("maxLength", place, CodeBlock.of("$N", variable), text.maxLength());
            text.pattern()
                    .map(pattern -> CodeBlock.of("$N", constants.pattern(base, pattern)))
                    .ifPresent(pattern -> addCheck("pattern", place, variable, pattern));
            text.format()
                    .map(CodecExpressions::format)
                    .ifPresent(format -> addCheck("format", place, variable, format));
        }

        private void addConstant(String place, String variable, Literal value) {
            if (!(value instanceof Literal.NullLiteral)) {
                addCheck("constant", place, variable, Literals.constant(value));
            }
        }

        private void addList(String place, String variable, TypeRef.ListRef list) {
            CodeBlock size = CodeBlock.of("$N.size()", variable);
            addSize("minItems", place, size, list.minItems());
            addSize("maxItems", place, size, list.maxItems());
            if (list.unique() && isEqualAsJson(list.items())) {
                add("$T.unique($S, $N)", RunTime.LIMIT, place, variable);
            } else if (list.unique()) {
                addCheck("unique", place, variable, expressions.writer(list.items()));
            }
            addEach(place, variable, list.items());
        }

        private void addMap(String place, String variable, TypeRef.MapRef map) {
            CodeBlock size = CodeBlock.of("$N.size()", variable);
            addSize("minMembers", place, size, map.minProperties());
            addSize("maxMembers", place, size, map.maxProperties());
            addEach(place, variable, map.values());
        }

        private void addEach(String place, String variable, TypeRef items) {
            boolean nullable = items instanceof TypeRef.NullableRef;
            String item = JavaNames.fresh("item", taken);
            List<String> inner = new ArrayList<>(taken);
            inner.add(item);
            List<CodeBlock> each = of(base, "", item, Refs.value(items), inner);
            if (each.isEmpty()) {
                return;
            }
            CodeBlock lambda =
                    nullable ? Lambdas.nullableLambda(item, each) : Lambdas.lambda(item, each);
            addCheck("each", place, variable, lambda);
        }

        private void addSize(String check, String place, CodeBlock size, OptionalInt limit) {
            limit.ifPresent(
                    value -> add("$T.$L($S, $L, $L)", RunTime.LIMIT, check, place, size, value));
        }

        private void addCheck(String check, String place, String variable, CodeBlock limit) {
            add("$T.$L($S, $N, $L)", RunTime.LIMIT, check, place, variable, limit);
        }
    }

    /** Whether values are equal in Java when they are as JSON: -0 is 0 there, for example. */
    private static boolean isEqualAsJson(TypeRef items) {
        TypeRef type = Refs.unchecked(Refs.value(items));
        return type instanceof TypeRef.BooleanRef
                || type instanceof TypeRef.IntegerRef
                || type instanceof TypeRef.Int64StringRef
                || type instanceof TypeRef.StringRef
                || type instanceof TypeRef.JsonRef
                || type instanceof TypeRef.ConstRef;
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
