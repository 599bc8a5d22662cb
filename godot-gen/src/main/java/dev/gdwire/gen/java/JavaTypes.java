package dev.gdwire.gen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.gdwire.gen.ir.Literal;
import dev.gdwire.gen.ir.NativeType;
import dev.gdwire.gen.ir.TextFormat;
import dev.gdwire.gen.ir.TypeRef;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Java's types for the types of the IR. */
final class JavaTypes {
    private static final ClassName STRING = ClassName.get(String.class);
    private static final ClassName LIST = ClassName.get(List.class);
    private static final ClassName MAP = ClassName.get(Map.class);
    private static final BigDecimal LARGEST_INTEGER = BigDecimal.valueOf((1L << 53) - 1);

    private final JavaSet set;

    JavaTypes(JavaSet set) {
        this.set = set;
    }

    /** The type of a value; one that may be null is boxed and {@code @Nullable}. */
    TypeName of(TypeRef ref) {
        if (ref instanceof TypeRef.NullableRef nullable) {
            return RunTime.nullable(of(nullable.type()));
        }
        if (ref instanceof TypeRef.CheckedRef checked) {
            return of(checked.type());
        }
        if (ref instanceof TypeRef.ListRef list) {
            Optional<ClassName> primitive = primitiveList(list);
            return primitive.isPresent() ? primitive.get() : listOf(list.items());
        }
        if (ref instanceof TypeRef.MapRef map) {
            return ParameterizedTypeName.get(MAP, STRING, of(map.values()).box());
        }
        if (ref instanceof TypeRef.NamedRef named) {
            return set.className(named.name());
        }
        if (ref instanceof TypeRef.NativeRef nativeRef) {
            return RunTime.godot(nativeName(nativeRef.type()));
        }
        if (ref instanceof TypeRef.ConstRef constant) {
            return ofConstant(constant.value());
        }
        if (ref instanceof TypeRef.FormatRef format) {
            return ofFormat(format.format());
        }
        if (ref instanceof TypeRef.PackedRef packed) {
            return ofPacked(packed.kind());
        }
        return ref instanceof TypeRef.JsonRef ? RunTime.JSON_VALUE : ofScalar(ref);
    }

    private static TypeName ofFormat(TextFormat format) {
        return switch (format) {
            case DATE_TIME -> ClassName.get(Instant.class);
            case DATE -> ClassName.get(LocalDate.class);
            case TIME -> ClassName.get(OffsetTime.class);
            case UUID -> ClassName.get(UUID.class);
            case URI -> ClassName.get(URI.class);
            default -> STRING;
        };
    }

    private static TypeName ofPacked(TypeRef.PackedKind kind) {
        return switch (kind) {
            case FLOAT32 -> RunTime.protocol("FloatList");
            case FLOAT64 -> RunTime.protocol("DoubleList");
            case INT32 -> RunTime.protocol("IntList");
            case UINT8 -> RunTime.godot("Bytes");
        };
    }

    /** The immutable list of Gdwire's that holds the items without boxes, if there is one. */
    static Optional<ClassName> primitiveList(TypeRef.ListRef list) {
        TypeRef items = Refs.unchecked(list.items());
        String name = null;
        if (items instanceof TypeRef.BooleanRef) {
            name = "BooleanList";
        } else if (items instanceof TypeRef.IntegerRef integer) {
            name = isInt32(integer) ? "IntList" : "LongList";
        } else if (items instanceof TypeRef.NumberRef number) {
            name = isFloat32(number) ? "FloatList" : "DoubleList";
        }
        return Optional.ofNullable(name).map(RunTime::protocol);
    }

    static boolean isInt32(TypeRef.IntegerRef integer) {
        return integer.width() == TypeRef.IntegerWidth.INT32;
    }

    static boolean isFloat32(TypeRef.NumberRef number) {
        return number.precision() == TypeRef.NumberPrecision.FLOAT32;
    }

    /** Whether a constant is an integer, a {@code long} in Java. */
    static boolean isInteger(BigDecimal value) {
        return value.stripTrailingZeros().scale() <= 0
                && value.abs().compareTo(LARGEST_INTEGER) <= 0;
    }

    static String nativeName(NativeType type) {
        return switch (type) {
            case AABB -> "Aabb";
            case PACKED_BYTE_ARRAY -> "Bytes";
            default -> type.godotName();
        };
    }

    private TypeName listOf(TypeRef items) {
        return ParameterizedTypeName.get(LIST, of(items).box());
    }

    private static TypeName ofScalar(TypeRef ref) {
        if (ref instanceof TypeRef.BooleanRef) {
            return TypeName.BOOLEAN;
        }
        if (ref instanceof TypeRef.IntegerRef integer) {
            return isInt32(integer) ? TypeName.INT : TypeName.LONG;
        }
        if (ref instanceof TypeRef.NumberRef number) {
            return isFloat32(number) ? TypeName.FLOAT : TypeName.DOUBLE;
        }
        return ref instanceof TypeRef.Int64StringRef ? TypeName.LONG : STRING;
    }

    private static TypeName ofConstant(Literal value) {
        if (value instanceof Literal.BooleanLiteral) {
            return TypeName.BOOLEAN;
        }
        if (value instanceof Literal.NumberLiteral number) {
            return isInteger(number.value()) ? TypeName.LONG : TypeName.DOUBLE;
        }
        return value instanceof Literal.NullLiteral
                ? RunTime.nullable(ClassName.get(Void.class))
                : STRING;
    }
}
