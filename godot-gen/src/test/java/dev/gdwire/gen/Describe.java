package dev.gdwire.gen;

import dev.gdwire.gen.ir.EnumDef;
import dev.gdwire.gen.ir.FieldDef;
import dev.gdwire.gen.ir.Literal;
import dev.gdwire.gen.ir.RecordDef;
import dev.gdwire.gen.ir.Rule;
import dev.gdwire.gen.ir.TupleDef;
import dev.gdwire.gen.ir.TypeDef;
import dev.gdwire.gen.ir.TypeRef;
import dev.gdwire.gen.ir.UnionDef;
import dev.gdwire.gen.ir.UnknownFields;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The IR in words that a test can compare. */
final class Describe {
    private Describe() {}

    static String type(TypeDef type) {
        if (type instanceof EnumDef enumeration) {
            return "enum "
                    + enumeration.values().stream()
                            .map(value -> json(value.value()))
                            .collect(Collectors.joining("|"))
                    + enumeration.open().map(open -> " open " + ref(open)).orElse("");
        }
        if (type instanceof UnionDef union) {
            return union.cases().stream()
                    .map(one -> json(new Literal.ListLiteral(one.values())) + " " + one.record())
                    .collect(Collectors.joining(", ", "union by " + union.property() + ": ", ""));
        }
        if (type instanceof TupleDef tuple) {
            return tuple.items().stream()
                    .map(item -> item.label() + ": " + ref(item.type()))
                    .collect(Collectors.joining(", ", "tuple [", "]"));
        }
        return record((RecordDef) type);
    }

    private static String record(RecordDef object) {
        String unknown =
                object.unknown() == UnknownFields.IGNORED
                        ? ""
                        : " " + object.unknown().name().toLowerCase(Locale.ROOT);
        return object.fields().stream()
                        .map(Describe::field)
                        .collect(Collectors.joining(", ", "{", "}"))
                + unknown
                + object.others().map(others -> " " + ref(others)).orElse("")
                + rule(object.rule());
    }

    private static String field(FieldDef field) {
        boolean optional = field.presence() == FieldDef.Presence.OPTIONAL;
        return field.wireName()
                + (optional ? "?" : "")
                + ": "
                + ref(field.type())
                + field.defaultValue().map(value -> " = " + json(value)).orElse("");
    }

    static String ref(TypeRef type) {
        if (type instanceof TypeRef.NullableRef nullable) {
            return ref(nullable.type()) + " or null";
        }
        if (type instanceof TypeRef.ListRef list) {
            return (list.unique() ? "set of " : "list of ") + ref(list.items());
        }
        if (type instanceof TypeRef.MapRef map) {
            return "map of " + ref(map.values());
        }
        if (type instanceof TypeRef.NamedRef named) {
            return named.name().toString();
        }
        if (type instanceof TypeRef.ConstRef constant) {
            return json(constant.value());
        }
        if (type instanceof TypeRef.CheckedRef checked) {
            return ref(checked.type()) + rule(checked.rule());
        }
        return type instanceof TypeRef.JsonRef any ? "json" + rule(any.rule()) : scalar(type);
    }

    private static String scalar(TypeRef type) {
        if (type instanceof TypeRef.IntegerRef integer) {
            return integer.width() == TypeRef.IntegerWidth.INT32 ? "int32" : "integer";
        }
        if (type instanceof TypeRef.NumberRef number) {
            return number.precision() == TypeRef.NumberPrecision.FLOAT32 ? "float" : "number";
        }
        if (type instanceof TypeRef.StringRef text) {
            return "string" + text.format().map(format -> " " + format.word()).orElse("");
        }
        if (type instanceof TypeRef.FormatRef format) {
            return format.format().word();
        }
        if (type instanceof TypeRef.PackedRef packed) {
            return "packed " + packed.kind();
        }
        if (type instanceof TypeRef.NativeRef nativeRef) {
            return nativeRef.type().godotName();
        }
        return type instanceof TypeRef.BooleanRef ? "boolean" : "int64 string";
    }

    static String rule(Rule rule) {
        return rule.isAnything() ? "" : " with " + json(rule.schema());
    }

    static String json(Literal value) {
        if (value instanceof Literal.StringLiteral text) {
            return "'" + text.value() + "'";
        }
        if (value instanceof Literal.NumberLiteral number) {
            return number.value().toPlainString();
        }
        if (value instanceof Literal.BooleanLiteral flag) {
            return Boolean.toString(flag.value());
        }
        if (value instanceof Literal.ListLiteral list) {
            return list.items().stream()
                    .map(Describe::json)
                    .collect(Collectors.joining(",", "[", "]"));
        }
        if (value instanceof Literal.ObjectLiteral object) {
            return object.members().entrySet().stream()
                    .map(Describe::member)
                    .collect(Collectors.joining(",", "{", "}"));
        }
        return "null";
    }

    private static String member(Map.Entry<String, Literal> member) {
        return member.getKey() + ":" + json(member.getValue());
    }
}
