package dev.gdwire.gen.java;

import com.palantir.javapoet.CodeBlock;
import dev.gdwire.gen.ir.EnumDef;
import dev.gdwire.gen.ir.Literal;
import dev.gdwire.gen.ir.NativeType;
import dev.gdwire.gen.ir.TypeRef;

/** Java expressions for the readers and writers of the run time. */
final class CodecExpressions {
    private final JavaSet set;

    CodecExpressions(JavaSet set) {
        this.set = set;
    }

    /** A reader of the type. */
    CodeBlock reader(TypeRef ref) {
        if (ref instanceof TypeRef.NullableRef nullable) {
            return CodeBlock.of("$T.nullable($L)", RunTime.READ, reader(nullable.type()));
        }
        if (ref instanceof TypeRef.ListRef list && JavaTypes.primitiveList(list).isEmpty()) {
            return CodeBlock.of("$T.list($L)", RunTime.READ, reader(list.items()));
        }
        if (ref instanceof TypeRef.MapRef map) {
            return CodeBlock.of("$T.map($L)", RunTime.READ, reader(map.values()));
        }
        if (ref instanceof TypeRef.NamedRef named) {
            return isEnum(named)
                    ? CodeBlock.of(
                            "$T.text($T::fromWire)", RunTime.READ, set.className(named.name()))
                    : CodeBlock.of(
                            "$T.object($T::read)", RunTime.READ, set.codecName(named.name()));
        }
        if (ref instanceof TypeRef.ConstRef constant) {
            return constantReader(constant.value());
        }
        return ref instanceof TypeRef.NativeRef nativeRef
                ? CodeBlock.of("$T::$L", RunTime.READ_NATIVE, nativeMethod(nativeRef.type()))
                : CodeBlock.of("$T::$L", RunTime.READ, plainMethod(ref));
    }

    /** A writer of the type. */
    CodeBlock writer(TypeRef ref) {
        if (ref instanceof TypeRef.NullableRef nullable) {
            return CodeBlock.of("$T.nullable($L)", RunTime.WRITE, writer(nullable.type()));
        }
        if (ref instanceof TypeRef.ListRef list && JavaTypes.primitiveList(list).isEmpty()) {
            return CodeBlock.of("$T.list($L)", RunTime.WRITE, writer(list.items()));
        }
        if (ref instanceof TypeRef.MapRef map) {
            return CodeBlock.of("$T.map($L)", RunTime.WRITE, writer(map.values()));
        }
        if (ref instanceof TypeRef.NamedRef named) {
            return isEnum(named)
                    ? CodeBlock.of(
                            "$T.text($T::wireValue)", RunTime.WRITE, set.className(named.name()))
                    : CodeBlock.of(
                            "$T.object($T::write)", RunTime.WRITE, set.codecName(named.name()));
        }
        return ref instanceof TypeRef.NativeRef nativeRef
                ? CodeBlock.of("$T::$L", RunTime.WRITE_NATIVE, nativeMethod(nativeRef.type()))
                : CodeBlock.of("$T::$L", RunTime.WRITE, plainMethod(ref));
    }

    private boolean isEnum(TypeRef.NamedRef named) {
        return set.type(named.name()) instanceof EnumDef;
    }

    private static CodeBlock constantReader(Literal value) {
        return value instanceof Literal.NullLiteral
                ? CodeBlock.of("$T::nothing", RunTime.READ)
                : CodeBlock.of("$T.constant($L)", RunTime.READ, Literals.constant(value));
    }

    private static String nativeMethod(NativeType type) {
        String name = JavaTypes.nativeName(type);
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    private static String plainMethod(TypeRef ref) {
        if (ref instanceof TypeRef.ListRef list) {
            return switch (JavaTypes.primitiveList(list).orElseThrow().simpleName()) {
                case "BooleanList" -> "booleans";
                case "IntList" -> "ints";
                case "LongList" -> "longs";
                case "FloatList" -> "floats";
                default -> "doubles";
            };
        }
        if (ref instanceof TypeRef.ConstRef constant) {
            return constantMethod(constant.value());
        }
        if (ref instanceof TypeRef.IntegerRef integer) {
            return JavaTypes.isInt32(integer) ? "int32" : "integer";
        }
        if (ref instanceof TypeRef.NumberRef number) {
            return JavaTypes.isFloat32(number) ? "float32" : "number";
        }
        if (ref instanceof TypeRef.Int64StringRef) {
            return "int64";
        }
        return ref instanceof TypeRef.BooleanRef ? "bool" : "string";
    }

    private static String constantMethod(Literal value) {
        if (value instanceof Literal.NumberLiteral number) {
            return JavaTypes.isInteger(number.value()) ? "integer" : "number";
        }
        if (value instanceof Literal.BooleanLiteral) {
            return "bool";
        }
        return value instanceof Literal.NullLiteral ? "nothing" : "string";
    }
}
