package dev.gdwire.gen.link;

import dev.gdwire.gen.ir.EnumDef;
import dev.gdwire.gen.ir.FieldDef;
import dev.gdwire.gen.ir.Literal;
import dev.gdwire.gen.ir.NativeType;
import dev.gdwire.gen.ir.RecordDef;
import dev.gdwire.gen.ir.Rule;
import dev.gdwire.gen.ir.TupleDef;
import dev.gdwire.gen.ir.TypeDef;
import dev.gdwire.gen.ir.TypeName;
import dev.gdwire.gen.ir.TypeRef;
import dev.gdwire.gen.ir.UnionDef;
import dev.gdwire.gen.ir.UnknownFields;
import dev.gdwire.gen.merge.LiteralEquality;
import dev.gdwire.gen.merge.PatternSearch;
import dev.gdwire.gen.merge.RuleFit;
import java.math.BigInteger;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Decides whether a JSON value that stands in a schema is valid for a type. */
final class LiteralFit {
    private static final Pattern INT64 = Pattern.compile("0|-?[1-9][0-9]{0,18}");

    private final Map<TypeName, TypeDef> definitions = new HashMap<>();

    private final RuleFit rules;

    LiteralFit(Collection<TypeDef> types, Map<String, Rule> rules) {
        this.rules = new RuleFit(rules);
        types.forEach(type -> definitions.put(type.name(), type));
    }

    boolean fits(Literal value, TypeRef type) {
        if (type instanceof TypeRef.JsonRef json) {
            return rules.fits(value, json.rule().schema());
        }
        if (type instanceof TypeRef.CheckedRef checked) {
            return fits(value, checked.type()) && rules.fits(value, checked.rule().schema());
        }
        if (type instanceof TypeRef.NullableRef nullable) {
            return value instanceof Literal.NullLiteral || fits(value, nullable.type());
        }
        if (type instanceof TypeRef.ConstRef constant) {
            return LiteralEquality.equal(value, constant.value());
        }
        if (type instanceof TypeRef.NamedRef named) {
            return fitsDefinition(value, definitions.get(named.name()));
        }
        if (type instanceof TypeRef.ListRef list) {
            return value instanceof Literal.ListLiteral items && fitsList(items.items(), list);
        }
        if (type instanceof TypeRef.MapRef map) {
            return value instanceof Literal.ObjectLiteral object
                    && isWithin(object.members().size(), map.minProperties(), map.maxProperties())
                    && object.members().values().stream().allMatch(v -> fits(v, map.values()));
        }
        if (type instanceof TypeRef.NativeRef nativeType) {
            return NativeFit.fits(value, nativeType.type());
        }
        return fitsScalar(value, type);
    }

    private static boolean fitsScalar(Literal value, TypeRef type) {
        if (type instanceof TypeRef.IntegerRef integer) {
            return value instanceof Literal.NumberLiteral number
                    && NumberFit.fits(number.value(), integer);
        }
        if (type instanceof TypeRef.NumberRef number) {
            return value instanceof Literal.NumberLiteral literal
                    && NumberFit.fits(literal.value(), number);
        }
        if (type instanceof TypeRef.BooleanRef) {
            return value instanceof Literal.BooleanLiteral;
        }
        if (!(value instanceof Literal.StringLiteral string)) {
            return false;
        }
        return fitsText(string.value(), type);
    }

    private static boolean fitsText(String text, TypeRef type) {
        if (type instanceof TypeRef.StringRef limits) {
            return fitsString(text, limits);
        }
        if (type instanceof TypeRef.FormatRef format) {
            return FormatFit.fits(text, format.format());
        }
        return type instanceof TypeRef.PackedRef
                ? NativeFit.fits(new Literal.StringLiteral(text), NativeType.PACKED_BYTE_ARRAY)
                : isInt64(text);
    }

    private static boolean fitsString(String text, TypeRef.StringRef limits) {
        int length = text.codePointCount(0, text.length());
        return isWithin(length, limits.minLength(), limits.maxLength())
                && limits.pattern().map(p -> PatternSearch.finds(p, text)).orElse(true)
                && limits.format().map(f -> FormatFit.fits(text, f)).orElse(true);
    }

    private static boolean isInt64(String text) {
        if (!INT64.matcher(text).matches()) {
            return false;
        }
        return new BigInteger(text).bitLength() <= 63;
    }

    private boolean fitsDefinition(Literal value, TypeDef definition) {
        if (definition instanceof EnumDef enumeration) {
            return fitsEnum(value, enumeration);
        }
        if (definition instanceof TupleDef tuple) {
            return value instanceof Literal.ListLiteral list
                    && fitsTuple(list.items(), tuple)
                    && rules.fits(value, tuple.rule().schema());
        }
        if (!(value instanceof Literal.ObjectLiteral object)) {
            return false;
        }
        if (definition instanceof UnionDef union) {
            return union.cases().stream()
                    .filter(one -> isCase(object.members().get(union.property()), one))
                    .anyMatch(one -> fitsDefinition(value, definitions.get(one.record())));
        }
        RecordDef record = (RecordDef) definition;
        return fitsRecord(object.members(), record) && rules.fits(value, record.rule().schema());
    }

    private boolean fitsEnum(Literal value, EnumDef enumeration) {
        return enumeration.values().stream()
                        .anyMatch(one -> LiteralEquality.equal(value, one.value()))
                || enumeration.open().map(open -> fits(value, open)).orElse(false);
    }

    private boolean fitsTuple(List<Literal> items, TupleDef tuple) {
        boolean fits = items.size() == tuple.items().size();
        for (int i = 0; fits && i < items.size(); i++) {
            fits = fits(items.get(i), tuple.items().get(i).type());
        }
        return fits;
    }

    private static boolean isCase(Literal value, UnionDef.Case one) {
        return value != null
                && one.values().stream().anyMatch(v -> LiteralEquality.equal(value, v));
    }

    private boolean fitsRecord(Map<String, Literal> members, RecordDef definition) {
        int known = 0;
        for (FieldDef field : definition.fields()) {
            Literal member = members.get(field.wireName());
            if (member == null && field.presence() == FieldDef.Presence.REQUIRED) {
                return false;
            }
            if (member != null && !fits(member, field.type())) {
                return false;
            }
            known += member == null ? 0 : 1;
        }
        if (definition.others().isPresent() && !fitOthers(members, definition)) {
            return false;
        }
        return definition.unknown() != UnknownFields.REFUSED || known == members.size();
    }

    private boolean fitOthers(Map<String, Literal> members, RecordDef definition) {
        List<String> names = definition.fields().stream().map(FieldDef::wireName).toList();
        return members.entrySet().stream()
                .filter(member -> !names.contains(member.getKey()))
                .allMatch(member -> fits(member.getValue(), definition.others().orElseThrow()));
    }

    private boolean fitsList(List<Literal> items, TypeRef.ListRef list) {
        return isWithin(items.size(), list.minItems(), list.maxItems())
                && items.stream().allMatch(item -> fits(item, list.items()))
                && (!list.unique() || LiteralEquality.allDiffer(items));
    }

    private static boolean isWithin(int count, OptionalInt least, OptionalInt most) {
        return count >= least.orElse(0) && count <= most.orElse(Integer.MAX_VALUE);
    }
}
