package dev.gdwire.gen.link;

import dev.gdwire.gen.ir.EnumDef;
import dev.gdwire.gen.ir.FieldDef;
import dev.gdwire.gen.ir.Literal;
import dev.gdwire.gen.ir.RecordDef;
import dev.gdwire.gen.ir.TypeDef;
import dev.gdwire.gen.ir.TypeName;
import dev.gdwire.gen.ir.TypeRef;
import dev.gdwire.gen.ir.UnknownFields;
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

    LiteralFit(Collection<TypeDef> types) {
        types.forEach(type -> definitions.put(type.name(), type));
    }

    boolean fits(Literal value, TypeRef type) {
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
        return type instanceof TypeRef.StringRef limits
                ? fitsString(string.value(), limits)
                : isInt64(string.value());
    }

    private static boolean fitsString(String text, TypeRef.StringRef limits) {
        int length = text.codePointCount(0, text.length());
        return isWithin(length, limits.minLength(), limits.maxLength())
                && limits.pattern().map(p -> Patterns.finds(p, text)).orElse(true);
    }

    private static boolean isInt64(String text) {
        if (!INT64.matcher(text).matches()) {
            return false;
        }
        return new BigInteger(text).bitLength() <= 63;
    }

    private boolean fitsDefinition(Literal value, TypeDef definition) {
        if (definition instanceof EnumDef enumeration) {
            return value instanceof Literal.StringLiteral string
                    && enumeration.texts().contains(string.value());
        }
        return value instanceof Literal.ObjectLiteral object
                && fitsRecord(object.members(), (RecordDef) definition);
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
        return definition.unknown() == UnknownFields.IGNORED || known == members.size();
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
