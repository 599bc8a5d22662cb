package dev.gdwire.gen.gdscript;

import dev.gdwire.gen.ir.EnumDef;
import dev.gdwire.gen.ir.TypeRef;
import dev.gdwire.gen.ir.TypeRef.IntegerWidth;
import dev.gdwire.gen.ir.TypeRef.NumberPrecision;
import dev.gdwire.gen.ir.TypeRef.PackedKind;
import java.util.Locale;

/** Expressions that read a value out of parsed JSON. */
final class Readers {
    private final GdTypes types;
    private final String reader;

    /**
     * Expressions for one function.
     *
     * @param reader name of its parameter with the reader
     */
    Readers(GdTypes types, String reader) {
        this.types = types;
        this.reader = reader;
    }

    /** Reads the value of a key. */
    String value(TypeRef type, String container, String key) {
        String call = reader + "." + method(type) + "(" + container + ", " + key;
        String argument = argument(type);
        return call + (argument.isEmpty() ? "" : ", " + argument) + ")";
    }

    /** The same as a Callable of container and key. */
    String callable(TypeRef type) {
        String argument = argument(type);
        String method = reader + "." + method(type);
        return argument.isEmpty() ? method : method + ".bind(" + argument + ")";
    }

    private String argument(TypeRef of) {
        if (isLimited(of)) {
            String check = types.className(of) + ".check_value";
            return callable(types.plain(of)) + ", " + check;
        }
        TypeRef type = types.plain(of);
        if (type instanceof TypeRef.ConstRef constant) {
            return GdText.expression(constant.value());
        } else if (type instanceof TypeRef.FormatRef ref) {
            return GdText.quoted(ref.format().word());
        } else if (type instanceof TypeRef.NamedRef) {
            return types.isClosedEnum(type)
                    ? types.className(type) + ".VALUES"
                    : types.reading(type);
        } else if (type instanceof TypeRef.ListRef list) {
            return listArgument(list);
        } else if (type instanceof TypeRef.MapRef map) {
            return callable(map.values());
        } else if (type instanceof TypeRef.NullableRef nullable) {
            return callable(nullable.type());
        }
        return "";
    }

    private String listArgument(TypeRef.ListRef list) {
        return switch (listMethod(list.items())) {
            case "list" -> callable(list.items());
            case "packed_list" ->
                    callable(list.items()) + ", " + Shapes.typeConstant(types.name(list));
            case "objects" -> argument(list.items());
            default -> "";
        };
    }

    private boolean isLimited(TypeRef type) {
        return types.openEnum(type).isPresent() && Limits.has(types.plain(type));
    }

    private String method(TypeRef of) {
        if (isLimited(of)) {
            return "open_choice";
        }
        TypeRef type = types.plain(of);
        if (type instanceof TypeRef.BooleanRef) {
            return "boolean";
        } else if (type instanceof TypeRef.IntegerRef integer) {
            return integer.width() == IntegerWidth.INT32 ? "int32" : "integer";
        } else if (type instanceof TypeRef.Int64StringRef) {
            return "int64";
        } else if (type instanceof TypeRef.NumberRef number) {
            return number.precision() == NumberPrecision.FLOAT32 ? "float32" : "number";
        } else if (type instanceof TypeRef.StringRef) {
            return "string";
        } else if (type instanceof TypeRef.ConstRef) {
            return "constant";
        } else if (type instanceof TypeRef.NamedRef) {
            return namedMethod(type);
        } else if (type instanceof TypeRef.FormatRef) {
            return "formatted";
        } else if (type instanceof TypeRef.PackedRef packed) {
            return packed.kind() == PackedKind.UINT8
                    ? "packed_byte_array"
                    : "packed_" + packed.kind().name().toLowerCase(Locale.ROOT);
        } else if (type instanceof TypeRef.JsonRef) {
            return "json_value";
        } else if (type instanceof TypeRef.NativeRef ref) {
            return ref.type().schemaName();
        } else if (type instanceof TypeRef.ListRef list) {
            return listMethod(list.items());
        }
        return type instanceof TypeRef.MapRef ? "map" : "nullable";
    }

    private String namedMethod(TypeRef type) {
        if (types.isClosedEnum(type, EnumDef.Kind.STRINGS)) {
            return "choice";
        } else if (types.isClosedEnum(type, EnumDef.Kind.INTEGERS)) {
            return "integer_choice";
        } else if (types.isClosedEnum(type)) {
            return "any_choice";
        }
        return types.isTuple(type) ? "tuple" : "object";
    }

    private String listMethod(TypeRef of) {
        TypeRef items = isLimited(of) ? of : types.plain(of);
        boolean plain =
                items instanceof TypeRef.IntegerRef
                        || items instanceof TypeRef.Int64StringRef
                        || items instanceof TypeRef.NumberRef
                        || items instanceof TypeRef.StringRef
                        || method(items).equals("object");
        if (plain) {
            return method(items) + "s";
        }
        return types.listType(items).startsWith("Packed") ? "packed_list" : "list";
    }
}
