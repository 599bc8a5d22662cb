package dev.gdwire.gen.fingerprint;

import dev.gdwire.gen.ir.EnumDef;
import dev.gdwire.gen.ir.FieldDef;
import dev.gdwire.gen.ir.Literal;
import dev.gdwire.gen.ir.RecordDef;
import dev.gdwire.gen.ir.Rule;
import dev.gdwire.gen.ir.TupleDef;
import dev.gdwire.gen.ir.TypeDef;
import dev.gdwire.gen.ir.TypeName;
import dev.gdwire.gen.ir.TypeRef;
import dev.gdwire.gen.ir.TypeRef.NumberLimits;
import dev.gdwire.gen.ir.UnionDef;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One text for each set of accepted values: without words for people, places and names of types;
 * members sorted; numbers in their shortest form. Every part is delimited, so that different
 * definitions never give the same text.
 */
final class CanonicalForm {
    private final Function<TypeName, String> references;
    private final RuleDigests rules;

    /** References to named types are written as this function gives them. */
    CanonicalForm(Function<TypeName, String> references, RuleDigests rules) {
        this.references = references;
        this.rules = rules;
    }

    String of(TypeDef definition) {
        if (definition instanceof EnumDef enumeration) {
            return enumeration.values().stream()
                    .map(value -> literal(value.value()))
                    .sorted()
                    .collect(
                            Collectors.joining(
                                    ",",
                                    "enum(",
                                    enumeration.open().map(open -> ";" + type(open)).orElse("")
                                            + ")"));
        }
        if (definition instanceof UnionDef union) {
            return union.cases().stream()
                    .map(this::unionCase)
                    .sorted()
                    .collect(
                            Collectors.joining(",", "union(" + quote(union.property()) + ";", ")"));
        }
        if (definition instanceof TupleDef tuple) {
            return tuple.items().stream()
                    .map(item -> type(item.type()))
                    .collect(Collectors.joining(",", "tuple(", rule(tuple.rule()) + ")"));
        }
        return of((RecordDef) definition);
    }

    private String of(RecordDef object) {
        String others = object.others().map(type -> ";" + type(type)).orElse("");
        return object.fields().stream()
                .sorted(Comparator.comparing(FieldDef::wireName))
                .map(this::field)
                .collect(
                        Collectors.joining(
                                ",",
                                "record(" + object.unknown() + ";",
                                others + rule(object.rule()) + ")"));
    }

    private String unionCase(UnionDef.Case one) {
        return one.values().stream()
                .map(CanonicalForm::literal)
                .sorted()
                .collect(Collectors.joining(",", "", ":" + references.apply(one.record())));
    }

    private String rule(Rule rule) {
        return rule.isAnything() ? "" : ";rule " + rules.canonical(rule);
    }

    private String field(FieldDef field) {
        String defaultValue = field.defaultValue().map(value -> "=" + literal(value)).orElse("");
        return quote(field.wireName())
                + ":"
                + field.presence()
                + " "
                + type(field.type())
                + defaultValue;
    }

    private String type(TypeRef type) {
        if (type instanceof TypeRef.NamedRef named) {
            return references.apply(named.name());
        }
        if (type instanceof TypeRef.NullableRef nullable) {
            return "nullable(" + type(nullable.type()) + ")";
        }
        if (type instanceof TypeRef.ListRef list) {
            return "list("
                    + type(list.items())
                    + range(list.minItems(), list.maxItems())
                    + (list.unique() ? "unique" : "")
                    + ")";
        }
        if (type instanceof TypeRef.MapRef map) {
            return "map("
                    + type(map.values())
                    + range(map.minProperties(), map.maxProperties())
                    + ")";
        }
        if (type instanceof TypeRef.CheckedRef checked) {
            return "checked(" + type(checked.type()) + rule(checked.rule()) + ")";
        }
        return scalar(type);
    }

    private String scalar(TypeRef type) {
        if (type instanceof TypeRef.IntegerRef integer) {
            return "integer(" + integer.width() + limits(integer.limits()) + ")";
        }
        if (type instanceof TypeRef.NumberRef number) {
            return "number(" + number.precision() + limits(number.limits()) + ")";
        }
        if (type instanceof TypeRef.StringRef string) {
            return "string("
                    + range(string.minLength(), string.maxLength())
                    + string.pattern().map(CanonicalForm::quote).orElse("")
                    + string.format().map(format -> ";" + format).orElse("")
                    + ")";
        }
        if (type instanceof TypeRef.ConstRef constant) {
            return "const(" + literal(constant.value()) + ")";
        }
        if (type instanceof TypeRef.NativeRef nativeType) {
            return "native(" + nativeType.type() + ")";
        }
        if (type instanceof TypeRef.JsonRef json) {
            return "json(" + rule(json.rule()) + ")";
        }
        if (type instanceof TypeRef.FormatRef format) {
            return "format(" + format.format() + ")";
        }
        if (type instanceof TypeRef.PackedRef packed) {
            return "packed(" + packed.kind() + ")";
        }
        return type instanceof TypeRef.BooleanRef ? "boolean" : "int64string";
    }

    private static String limits(NumberLimits limits) {
        return ";"
                + number(limits.minimum())
                + ";"
                + number(limits.maximum())
                + ";"
                + number(limits.exclusiveMinimum())
                + ";"
                + number(limits.exclusiveMaximum())
                + ";"
                + number(limits.multipleOf());
    }

    private static String range(OptionalInt least, OptionalInt most) {
        String from = least.orElse(0) == 0 ? "" : Integer.toString(least.getAsInt());
        String to = most.isPresent() ? Integer.toString(most.getAsInt()) : "";
        return "[" + from + ".." + to + "]";
    }

    private static String number(Optional<BigDecimal> number) {
        return number.map(CanonicalForm::number).orElse("");
    }

    private static String number(BigDecimal number) {
        return number.stripTrailingZeros().toString();
    }

    /** A JSON value, members sorted. */
    static String literal(Literal literal) {
        if (literal instanceof Literal.StringLiteral string) {
            return quote(string.value());
        }
        if (literal instanceof Literal.NumberLiteral number) {
            return number(number.value());
        }
        if (literal instanceof Literal.BooleanLiteral bool) {
            return Boolean.toString(bool.value());
        }
        if (literal instanceof Literal.ListLiteral list) {
            return list.items().stream()
                    .map(CanonicalForm::literal)
                    .collect(Collectors.joining(",", "[", "]"));
        }
        if (literal instanceof Literal.ObjectLiteral object) {
            return new TreeMap<>(object.members())
                    .entrySet().stream()
                            .map(
                                    member ->
                                            quote(member.getKey())
                                                    + ":"
                                                    + literal(member.getValue()))
                            .collect(Collectors.joining(",", "{", "}"));
        }
        return "null";
    }

    private static String quote(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
