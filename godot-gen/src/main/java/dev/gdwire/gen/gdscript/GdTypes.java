package dev.gdwire.gen.gdscript;

import dev.gdwire.gen.ir.EnumDef;
import dev.gdwire.gen.ir.Literal;
import dev.gdwire.gen.ir.NativeType;
import dev.gdwire.gen.ir.TypeRef;
import dev.gdwire.gen.ir.TypeRef.IntegerWidth;
import dev.gdwire.gen.ir.TypeRef.NumberPrecision;
import dev.gdwire.gen.ir.TypeRef.PackedKind;
import java.util.Optional;

/** Which GDScript type a value has. */
final class GdTypes {
    private final GdProtocol protocol;

    GdTypes(GdProtocol protocol) {
        this.protocol = protocol;
    }

    GdProtocol protocol() {
        return protocol;
    }

    /** The type of all values for an open enum; any other type as it is. */
    TypeRef plain(TypeRef type) {
        return openEnum(type).flatMap(EnumDef::open).orElse(type);
    }

    /** The enum that a type is, if it is an open one. */
    Optional<EnumDef> openEnum(TypeRef type) {
        return type instanceof TypeRef.NamedRef named
                        && protocol.type(named.name()) instanceof EnumDef def
                        && def.open().isPresent()
                ? Optional.of(def)
                : Optional.empty();
    }

    /** The type of a property, parameter or item that is not null. */
    String name(TypeRef of) {
        TypeRef type = plain(of);
        if (type instanceof TypeRef.BooleanRef) {
            return "bool";
        } else if (type instanceof TypeRef.IntegerRef || type instanceof TypeRef.Int64StringRef) {
            return "int";
        } else if (type instanceof TypeRef.NumberRef) {
            return "float";
        } else if (type instanceof TypeRef.StringRef || type instanceof TypeRef.FormatRef) {
            return "String";
        } else if (type instanceof TypeRef.PackedRef packed) {
            return packedType(packed.kind());
        } else if (type instanceof TypeRef.ConstRef constant) {
            return constantType(constant.value());
        } else if (type instanceof TypeRef.NamedRef named) {
            return namedType(named);
        } else if (type instanceof TypeRef.NativeRef ref) {
            return ref.type().godotName();
        } else if (type instanceof TypeRef.ListRef list) {
            return listType(list.items());
        } else if (type instanceof TypeRef.MapRef) {
            return "Dictionary";
        }
        boolean isNullableObject = type instanceof TypeRef.NullableRef && isObject(type);
        return isNullableObject ? name(((TypeRef.NullableRef) type).type()) : "Variant";
    }

    private String namedType(TypeRef.NamedRef named) {
        if (protocol.type(named.name()) instanceof EnumDef def) {
            return switch (def.kind()) {
                case STRINGS -> "String";
                case INTEGERS -> "int";
                case MIXED -> "Variant";
            };
        }
        return protocol.isUnion(named.name()) ? "GdwireRecord" : className(named);
    }

    private static String packedType(PackedKind kind) {
        return switch (kind) {
            case FLOAT32 -> "PackedFloat32Array";
            case FLOAT64 -> "PackedFloat64Array";
            case INT32 -> "PackedInt32Array";
            case UINT8 -> "PackedByteArray";
        };
    }

    /** Class of a type with a name. */
    String className(TypeRef type) {
        return protocol.className(((TypeRef.NamedRef) type).name());
    }

    /** The function that reads a type with a class of its own. */
    String reading(TypeRef type) {
        if (type instanceof TypeRef.NullableRef nullable) {
            return reading(nullable.type());
        }
        return className(type) + (isTuple(type) ? ".from_array" : ".from_dict");
    }

    /** The value of a property that was not set. */
    String initial(TypeRef type) {
        String name = name(type);
        return switch (name) {
            case "bool" -> "false";
            case "int" -> "0";
            case "float" -> "0.0";
            case "String" -> "\"\"";
            case "Dictionary" -> "{}";
            case "Variant" -> "null";
            default -> {
                if (isObject(type)) {
                    yield "null";
                }
                yield type instanceof TypeRef.ListRef && name.startsWith("Array")
                        ? "[]"
                        : name + "()";
            }
        };
    }

    /** Whether it is a generated class's object, or null. */
    boolean isObject(TypeRef type) {
        if (type instanceof TypeRef.NullableRef nullable) {
            return isObject(nullable.type());
        }
        return type instanceof TypeRef.NamedRef named && !protocol.isEnum(named.name());
    }

    /** Whether null itself says that there is no value, so that no flag must. */
    boolean canBeNull(TypeRef type) {
        return isObject(type) || name(type).equals("Variant");
    }

    boolean isRecord(TypeRef type) {
        return type instanceof TypeRef.NamedRef named && protocol.isRecord(named.name());
    }

    boolean isUnion(TypeRef type) {
        return type instanceof TypeRef.NamedRef named && protocol.isUnion(named.name());
    }

    boolean isTuple(TypeRef type) {
        return type instanceof TypeRef.NamedRef named && protocol.isTuple(named.name());
    }

    boolean isClosedEnum(TypeRef type) {
        return type instanceof TypeRef.NamedRef named
                && protocol.isEnum(named.name())
                && openEnum(type).isEmpty();
    }

    /** Whether it is a closed enum whose values are of one kind. */
    boolean isClosedEnum(TypeRef type, EnumDef.Kind kind) {
        return isClosedEnum(type)
                && type instanceof TypeRef.NamedRef named
                && protocol.type(named.name()) instanceof EnumDef def
                && def.kind() == kind;
    }

    /** Whether a property of the type can be changed in place, past its setter. */
    boolean isContainer(TypeRef type) {
        return type instanceof TypeRef.ListRef
                || type instanceof TypeRef.MapRef
                || type instanceof TypeRef.PackedRef
                || type instanceof TypeRef.NativeRef ref
                        && ref.type() == NativeType.PACKED_BYTE_ARRAY;
    }

    /** Whether it is an {@code Array[T]}, which takes new items by {@code assign} only. */
    boolean isTypedArray(TypeRef type) {
        return name(type).startsWith("Array[");
    }

    /** The type of a list of such items. */
    String listType(TypeRef of) {
        TypeRef items = plain(of);
        if (items instanceof TypeRef.IntegerRef integer) {
            return integer.width() == IntegerWidth.INT32 ? "PackedInt32Array" : "PackedInt64Array";
        } else if (items instanceof TypeRef.Int64StringRef
                || isClosedEnum(items, EnumDef.Kind.INTEGERS)) {
            return "PackedInt64Array";
        } else if (items instanceof TypeRef.NumberRef number) {
            boolean narrow = number.precision() == NumberPrecision.FLOAT32;
            return narrow ? "PackedFloat32Array" : "PackedFloat64Array";
        } else if (items instanceof TypeRef.StringRef
                || items instanceof TypeRef.FormatRef
                || isClosedEnum(items, EnumDef.Kind.STRINGS)) {
            return "PackedStringArray";
        }
        String item = name(items);
        if (item.equals("Variant")) {
            return "Array";
        }
        return "Array["
                + (items instanceof TypeRef.ListRef && item.startsWith("Array") ? "Array" : item)
                + "]";
    }

    private static String constantType(Literal value) {
        if (value instanceof Literal.StringLiteral) {
            return "String";
        } else if (value instanceof Literal.BooleanLiteral) {
            return "bool";
        } else if (value instanceof Literal.NumberLiteral number) {
            return GdText.isWhole(number.value()) ? "int" : "float";
        }
        return "Variant";
    }
}
