package dev.gdwire.gen.gdscript;

import dev.gdwire.gen.ir.TypeRef;
import dev.gdwire.gen.ir.TypeRef.PackedKind;
import java.util.Locale;

/** Expressions that make a JSON value of a property, for {@code to_dict}. */
final class JsonValues {
    private final GdTypes types;

    JsonValues(GdTypes types) {
        this.types = types;
    }

    /** The JSON value of an expression that is not null. */
    String value(TypeRef type, String expression) {
        if (type instanceof TypeRef.ListRef list) {
            return list(list.items(), expression);
        } else if (type instanceof TypeRef.MapRef map) {
            return isPlain(map.values())
                    ? expression + ".duplicate()"
                    : "GdwireValue.each_member(" + expression + ", " + callable(map.values()) + ")";
        } else if (types.isObject(type)) {
            return expression + (types.isTuple(type) ? ".to_array()" : ".to_dict()");
        }
        return isPlain(type) ? expression : callable(type) + "(" + expression + ")";
    }

    private String list(TypeRef items, String expression) {
        if (isPlain(items) || isFloat32(items)) {
            return "Array(" + expression + ")";
        } else if (types.isObject(items) && !(items instanceof TypeRef.NullableRef)) {
            return "GdwireValue.records(" + expression + ")";
        }
        return "GdwireValue.each_item(" + expression + ", " + callable(items) + ")";
    }

    private String callable(TypeRef type) {
        if (type instanceof TypeRef.NullableRef nullable) {
            return "GdwireValue.nullable.bind(" + callable(nullable.type()) + ")";
        } else if (type instanceof TypeRef.ListRef list) {
            return "GdwireValue.each.bind(" + callable(list.items()) + ")";
        } else if (type instanceof TypeRef.MapRef map) {
            return "GdwireValue.each.bind(" + callable(map.values()) + ")";
        } else if (type instanceof TypeRef.NativeRef ref) {
            return "GdwireValue." + ref.type().schemaName();
        } else if (type instanceof TypeRef.Int64StringRef) {
            return "GdwireValue.int64";
        } else if (isFloat32(type)) {
            return "GdwireValue.float32";
        } else if (type instanceof TypeRef.JsonRef) {
            return "GdwireValue.json";
        } else if (type instanceof TypeRef.PackedRef packed) {
            return packed.kind() == PackedKind.UINT8
                    ? "GdwireValue.packed_byte_array"
                    : "GdwireValue.packed_" + packed.kind().name().toLowerCase(Locale.ROOT);
        }
        return types.isObject(type) ? "GdwireValue.record" : "GdwireValue.plain";
    }

    /** A program may have set one of 64 bits, of which the other side reads the nearest. */
    private static boolean isFloat32(TypeRef type) {
        return type instanceof TypeRef.NumberRef number
                && number.precision() == TypeRef.NumberPrecision.FLOAT32;
    }

    /** Whether the value is a JSON value as it is. */
    private boolean isPlain(TypeRef type) {
        if (type instanceof TypeRef.NullableRef nullable) {
            return isPlain(nullable.type());
        }
        return type instanceof TypeRef.BooleanRef
                || type instanceof TypeRef.IntegerRef
                || type instanceof TypeRef.NumberRef && !isFloat32(type)
                || type instanceof TypeRef.StringRef
                || type instanceof TypeRef.FormatRef
                || type instanceof TypeRef.ConstRef
                || types.isClosedEnum(type)
                || types.openEnum(type).isPresent();
    }
}
