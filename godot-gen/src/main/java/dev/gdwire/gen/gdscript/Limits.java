package dev.gdwire.gen.gdscript;

import dev.gdwire.gen.ir.Literal;
import dev.gdwire.gen.ir.Rule;
import dev.gdwire.gen.ir.TypeRef;
import dev.gdwire.gen.ir.TypeRef.NumberLimits;
import dev.gdwire.gen.ir.TypeRef.NumberPrecision;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Statements that check the limits of a value whose type is right. */
final class Limits {
    private final JsonValues values;
    private final String checks;

    /**
     * Statements for one function.
     *
     * @param checks name of its parameter with the checks
     */
    Limits(JsonValues values, String checks) {
        this.values = values;
        this.checks = checks;
    }

    /** Whether a type has limits of its own, or holds values that have. */
    static boolean has(TypeRef type) {
        if (type instanceof TypeRef.ListRef list) {
            return hasOwn(type) || has(list.items());
        } else if (type instanceof TypeRef.MapRef map) {
            return hasOwn(type) || has(map.values());
        } else if (type instanceof TypeRef.NullableRef nullable) {
            return has(nullable.type());
        } else if (type instanceof TypeRef.CheckedRef checked) {
            return hasOwn(type) || has(checked.type());
        }
        return hasOwn(type);
    }

    /** What is said of a value beyond its type. */
    static Rule rule(TypeRef type) {
        if (type instanceof TypeRef.CheckedRef checked) {
            return checked.rule();
        }
        return type instanceof TypeRef.JsonRef json ? json.rule() : Rule.ANYTHING;
    }

    private static boolean hasOwn(TypeRef type) {
        if (type instanceof TypeRef.IntegerRef integer) {
            return !integer.limits().equals(NumberLimits.NONE);
        } else if (type instanceof TypeRef.NumberRef number) {
            return !number.limits().equals(NumberLimits.NONE);
        } else if (type instanceof TypeRef.StringRef string) {
            return string.minLength().isPresent()
                    || string.maxLength().isPresent()
                    || string.pattern().isPresent()
                    || string.format().isPresent();
        } else if (type instanceof TypeRef.ListRef list) {
            return list.minItems().isPresent() || list.maxItems().isPresent() || list.unique();
        }
        return !rule(type).isAnything()
                || type instanceof TypeRef.MapRef map
                        && (map.minProperties().isPresent() || map.maxProperties().isPresent());
    }

    /** The statements: the limits of the value itself, then those of its items. */
    List<String> statements(TypeRef type, String key, String value, String place) {
        List<String> lines = new ArrayList<>();
        own(lines, type, key, value, place);
        if (!rule(type).isAnything()) {
            boolean isJson = type instanceof TypeRef.JsonRef;
            String json = isJson ? value : values.value(Checked.strip(type), value);
            lines.add(fits(key, json, rule(type), MemberNames.rule(place)));
        }
        return lines;
    }

    /**
     * A statement that checks a rule.
     *
     * @param constant name of the constant with the rule
     */
    String fits(String key, String json, Rule rule, String constant) {
        boolean isFlag = rule.schema() instanceof Literal.BooleanLiteral;
        String schema = isFlag ? GdText.expression(rule.schema()) : constant;
        String rules = rule.refersToOthers() ? ", GdwireRules.ALL" : "";
        return checks + ".fits(" + String.join(", ", key, json, schema) + rules + ")";
    }

    private void own(List<String> lines, TypeRef type, String key, String value, String place) {
        if (type instanceof TypeRef.CheckedRef checked) {
            own(lines, checked.type(), key, value, place);
            return;
        }
        if (type instanceof TypeRef.IntegerRef integer) {
            numbers(lines, integer.limits(), key, value);
        } else if (type instanceof TypeRef.NumberRef number
                && number.precision() == NumberPrecision.FLOAT32) {
            floats(lines, number.limits(), key, value);
        } else if (type instanceof TypeRef.NumberRef number) {
            numbers(lines, number.limits(), key, value);
        } else if (type instanceof TypeRef.StringRef string) {
            count(lines, "min_length", key, value, string.minLength());
            count(lines, "max_length", key, value, string.maxLength());
            string.pattern()
                    .ifPresent(
                            pattern ->
                                    call(
                                            lines,
                                            "matches",
                                            key,
                                            value,
                                            MemberNames.pattern(place)
                                                    + ", "
                                                    + GdText.quoted(pattern)));
            string.format()
                    .ifPresent(
                            format ->
                                    call(
                                            lines,
                                            "text_format",
                                            key,
                                            value,
                                            GdText.quoted(format.word())));
        } else if (type instanceof TypeRef.ListRef list) {
            count(lines, "min_items", key, value + ".size()", list.minItems());
            count(lines, "max_items", key, value + ".size()", list.maxItems());
            if (list.unique()) {
                lines.add(
                        checks
                                + ".unique("
                                + key
                                + ", "
                                + values.value(Checked.strip(type), value)
                                + ")");
            }
        } else if (type instanceof TypeRef.MapRef map) {
            count(lines, "min_members", key, value, map.minProperties());
            count(lines, "max_members", key, value, map.maxProperties());
        }
        Items.of(type)
                .filter(Limits::has)
                .ifPresent(item -> each(lines, key, value, "_limit" + place + "_item"));
    }

    private void each(List<String> lines, String key, String value, String function) {
        lines.add(checks + "." + eachCall(key, value) + ", " + function + ")");
    }

    /** The start of a call for each item, or for each member of the object itself. */
    static String eachCall(String key, String value) {
        return key.equals("null") ? "each_member(" + value : "each(" + key + ", " + value;
    }

    private void numbers(List<String> lines, NumberLimits limits, String key, String value) {
        numbers(lines, limits, key, value, "");
    }

    /** The limits of a 32-bit number are 32-bit numbers too: the run time rounds them to such. */
    private void floats(List<String> lines, NumberLimits limits, String key, String value) {
        numbers(lines, limits, key, value, "float32_");
    }

    private void numbers(
            List<String> lines, NumberLimits limits, String key, String value, String prefix) {
        Map<String, Optional<BigDecimal>> all = new LinkedHashMap<>();
        all.put("at_least", limits.minimum());
        all.put("at_most", limits.maximum());
        all.put("more_than", limits.exclusiveMinimum());
        all.put("less_than", limits.exclusiveMaximum());
        all.put("multiple_of", limits.multipleOf());
        all.forEach(
                (method, limit) ->
                        limit.map(Limits::literal)
                                .ifPresent(text -> call(lines, prefix + method, key, value, text)));
    }

    private static String literal(BigDecimal number) {
        return GdText.isWhole(number) ? GdText.integer(number) : GdText.decimal(number);
    }

    private void count(
            List<String> lines, String method, String key, String value, OptionalInt limit) {
        limit.ifPresent(number -> call(lines, method, key, value, Integer.toString(number)));
    }

    private void call(List<String> lines, String method, String key, String value, String rest) {
        lines.add(checks + "." + method + "(" + key + ", " + value + ", " + rest + ")");
    }
}
