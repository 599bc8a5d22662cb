package dev.gdwire.gen.gdscript;

import dev.gdwire.gen.ir.EnumDef;
import dev.gdwire.gen.ir.NativeType;
import dev.gdwire.gen.ir.TypeRef;
import dev.gdwire.gen.ir.TypeRef.IntegerWidth;
import dev.gdwire.gen.ir.TypeRef.NumberPrecision;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Statements that check what the type of a property leaves open, such as NaN in a float. */
final class Shapes {
    /** Where the values are that are checked. */
    enum Holder {
        /** In a property, whose lists are typed. */
        PROPERTY,
        /** In a list or a map, whose lists hold anything. */
        CONTAINER
    }

    private final GdTypes types;
    private final JsonValues values;
    private final String checks;
    private final Holder holder;

    Shapes(GdClass owner, String checks, Holder holder) {
        this.types = owner.types();
        this.values = owner.values();
        this.checks = checks;
        this.holder = holder;
    }

    /** The statements; none when the property's type says it all. */
    List<String> statements(TypeRef type, String key, String value, String place) {
        if (types.openEnum(type).isEmpty()) {
            return plainStatements(type, key, value, place);
        }
        List<String> all = new ArrayList<>(plainStatements(types.plain(type), key, value, place));
        if (Limits.has(types.plain(type))) {
            String arguments = String.join(", ", checks, key, value);
            all.add(types.className(type) + ".check_value(" + arguments + ")");
        }
        return all;
    }

    private List<String> plainStatements(TypeRef type, String key, String value, String place) {
        if (type instanceof TypeRef.ListRef || type instanceof TypeRef.MapRef) {
            return container(type, key, value, place);
        } else if (types.isClosedEnum(type)) {
            String all = types.className(type) + ".VALUES";
            return List.of(call(enumMethod(type), key, value + ", " + all));
        } else if (type instanceof TypeRef.ConstRef constant) {
            return List.of(call("same", key, value + ", " + GdText.expression(constant.value())));
        } else if (type instanceof TypeRef.FormatRef ref) {
            String word = GdText.quoted(ref.format().word());
            return List.of(call("text_format", key, value + ", " + word));
        } else if (type instanceof TypeRef.NativeRef ref && isFloats(ref.type())) {
            return List.of(call("native_finite", key, values.value(type, value)));
        }
        if (types.isObject(type)) {
            return List.of(objectCheck(type) + "(" + String.join(", ", checks, key, value) + ")");
        }
        String method = method(type);
        return method.isEmpty() ? List.of() : List.of(call(method, key, value));
    }

    private String method(TypeRef type) {
        if (type instanceof TypeRef.IntegerRef integer) {
            return integer.width() == IntegerWidth.INT32 ? "int32_range" : "integer_range";
        } else if (type instanceof TypeRef.NumberRef number) {
            return number.precision() == NumberPrecision.FLOAT32 ? "float32_range" : "finite";
        } else if (type instanceof TypeRef.PackedRef packed) {
            return switch (packed.kind()) {
                case FLOAT32 -> "float32s_finite";
                case FLOAT64 -> "numbers_finite";
                case INT32, UINT8 -> "";
            };
        }
        return type instanceof TypeRef.JsonRef ? "json" : "";
    }

    private String enumMethod(TypeRef type) {
        if (types.isClosedEnum(type, EnumDef.Kind.STRINGS)) {
            return "one_of";
        }
        return types.isClosedEnum(type, EnumDef.Kind.INTEGERS)
                ? "one_of_integers"
                : "one_of_values";
    }

    /** The function that checks an object of a generated class. */
    private String objectCheck(TypeRef type) {
        if (types.isUnion(type)) {
            return types.className(type) + ".check_member";
        }
        return types.isTuple(type) ? "check_tuple" : "check_record";
    }

    private List<String> container(TypeRef type, String key, String value, String place) {
        if (needsItemCheck(type)) {
            String function = "_check" + place + "_item";
            return List.of(checks + "." + Limits.eachCall(key, value) + ", " + function + ")");
        } else if (type instanceof TypeRef.ListRef list) {
            if (types.isObject(list.items())) {
                return List.of(call("each", key, value + ", " + objectCheck(list.items())));
            }
            String method = listMethod(list.items());
            return method.isEmpty() ? List.of() : List.of(call(method, key, value));
        }
        return List.of();
    }

    private String listMethod(TypeRef of) {
        TypeRef items = types.plain(of);
        if (items instanceof TypeRef.IntegerRef integer) {
            return integer.width() == IntegerWidth.INT53 ? "integers_range" : "";
        } else if (items instanceof TypeRef.NumberRef number) {
            boolean narrow = number.precision() == NumberPrecision.FLOAT32;
            return narrow ? "float32s_finite" : "numbers_finite";
        }
        return "";
    }

    /** Whether items are checked by a function of their own. */
    boolean needsItemCheck(TypeRef container) {
        if (!(container instanceof TypeRef.ListRef list)) {
            return container instanceof TypeRef.MapRef;
        }
        TypeRef items = types.plain(list.items());
        if (!items.equals(list.items()) && Limits.has(items)) {
            return true;
        } else if (items instanceof TypeRef.NullableRef || types.isClosedEnum(items)) {
            return true;
        }
        boolean known =
                items instanceof TypeRef.IntegerRef
                        || items instanceof TypeRef.NumberRef
                        || items instanceof TypeRef.Int64StringRef
                        || items instanceof TypeRef.StringRef;
        boolean typed = items instanceof TypeRef.BooleanRef || types.isObject(items);
        return !(known || typed && holder == Holder.PROPERTY);
    }

    /** An expression that reports a wrong type and is true then. */
    String wrongType(TypeRef type, String key, String value) {
        if (types.isUnion(type)) {
            return checks + ".is_no_object(" + key + ", " + value + ", GdwireRecord)";
        } else if (types.isObject(type)) {
            String method = types.isTuple(type) ? ".is_no_tuple(" : ".is_no_object(";
            return checks + method + String.join(", ", key, value, types.name(type)) + ")";
        }
        String constant = typeConstant(types.isTypedArray(type) ? "Array" : types.name(type));
        String word = GdText.quoted(word(type));
        return checks + ".is_no(" + String.join(", ", key, value, constant, word) + ")";
    }

    private String word(TypeRef of) {
        TypeRef type = types.plain(of);
        if (type instanceof TypeRef.BooleanRef) {
            return "boolean";
        } else if (type instanceof TypeRef.IntegerRef
                || type instanceof TypeRef.Int64StringRef
                || types.isClosedEnum(type, EnumDef.Kind.INTEGERS)) {
            return "integer";
        } else if (type instanceof TypeRef.NumberRef) {
            return "number";
        } else if (type instanceof TypeRef.MapRef) {
            return "object";
        }
        String name = types.name(type);
        return switch (name.replaceAll("\\[.*", "")) {
            case "String" -> "string";
            case "Array" -> "array";
            default -> name;
        };
    }

    /** The engine's constant for a type. */
    static String typeConstant(String name) {
        String words = name.replaceAll("([a-z0-9])([A-CE-Z])", "$1_$2").toUpperCase(Locale.ROOT);
        return words.equals("VARIANT") ? "TYPE_NIL" : "TYPE_" + words;
    }

    private static boolean isFloats(NativeType type) {
        return type.numbers() > 0 && !type.isWhole();
    }

    private String call(String method, String key, String rest) {
        return checks + "." + method + "(" + key + ", " + rest + ")";
    }
}
