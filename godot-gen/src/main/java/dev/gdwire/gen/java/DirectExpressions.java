package dev.gdwire.gen.java;

import com.palantir.javapoet.CodeBlock;
import dev.gdwire.gen.ir.EnumDef;
import dev.gdwire.gen.ir.Literal;
import dev.gdwire.gen.ir.NativeType;
import dev.gdwire.gen.ir.TypeDef;
import dev.gdwire.gen.ir.TypeRef;
import java.util.ArrayList;
import java.util.List;

/** Java expressions that read a value from bytes. */
final class DirectExpressions {
    private final JavaSet set;
    private final CodecExpressions trees;
    private final List<String> taken;

    /**
     * Expressions for one method.
     *
     * @param taken the names of its variables
     */
    DirectExpressions(JavaSet set, List<String> taken) {
        this.set = set;
        this.trees = new CodecExpressions(set);
        this.taken = List.copyOf(taken);
    }

    /** Reads a value of the type from a variable of the run time's input. */
    CodeBlock read(TypeRef ref, String in) {
        if (ref instanceof TypeRef.CheckedRef checked) {
            return read(checked.type(), in);
        }
        if (ref instanceof TypeRef.NullableRef nullable) {
            return CodeBlock.of("$N.nothing() ? null : $L", in, read(nullable.type(), in));
        }
        if (ref instanceof TypeRef.ListRef list && JavaTypes.primitiveList(list).isEmpty()) {
            return CodeBlock.of("$T.list($N, $L)", RunTime.DIRECT, in, reader(list.items()));
        }
        if (ref instanceof TypeRef.MapRef map) {
            return CodeBlock.of("$T.map($N, $L)", RunTime.DIRECT, in, reader(map.values()));
        }
        if (ref instanceof TypeRef.NamedRef named) {
            return named(set.type(named.name()), in);
        }
        if (ref instanceof TypeRef.ConstRef constant) {
            return constant(constant.value(), in);
        }
        if (ref instanceof TypeRef.NativeRef nativeRef) {
            return nativeValue(nativeRef, in);
        }
        if (ref instanceof TypeRef.FormatRef || ref instanceof TypeRef.PackedRef) {
            return CodeBlock.of("$T.text($N, $L)", RunTime.DIRECT, in, trees.reader(ref));
        }
        String method = CodecExpressions.plainMethod(ref);
        boolean ofDirect = ref instanceof TypeRef.ListRef || ref instanceof TypeRef.JsonRef;
        return ofDirect
                ? CodeBlock.of("$T.$L($N)", RunTime.DIRECT, method, in)
                : CodeBlock.of("$N.$L()", in, method.equals("string") ? "text" : method);
    }

    /** Reads a constant. */
    CodeBlock constant(Literal value, String in) {
        return value instanceof Literal.NullLiteral
                ? CodeBlock.of("$T.nothing($N)", RunTime.DIRECT, in)
                : CodeBlock.of("$T.constant($N, $L)", RunTime.DIRECT, in, Literals.constant(value));
    }

    /** A function that reads a value of the type. */
    private CodeBlock reader(TypeRef type) {
        if (type instanceof TypeRef.NamedRef named
                && !(set.type(named.name()) instanceof EnumDef)) {
            return CodeBlock.of("$T::direct", set.codecName(named.name()));
        }
        String item = JavaNames.fresh("item", taken);
        List<String> inside = new ArrayList<>(taken);
        inside.add(item);
        return CodeBlock.of("$N -> $L", item, new DirectExpressions(set, inside).read(type, item));
    }

    private CodeBlock named(TypeDef type, String in) {
        if (!(type instanceof EnumDef definition)) {
            return CodeBlock.of("$T.direct($N)", set.codecName(type.name()), in);
        }
        CodeBlock value = read(EnumNames.wireType(definition), in);
        return definition.open().isPresent()
                ? CodeBlock.of("new $T($L)", set.className(type.name()), value)
                : CodeBlock.of("$T.fromWire($L)", set.className(type.name()), value);
    }

    private CodeBlock nativeValue(TypeRef.NativeRef ref, String in) {
        return switch (ref.type()) {
            case NODE_PATH, STRING_NAME, PACKED_BYTE_ARRAY ->
                    CodeBlock.of("$T.text($N, $L)", RunTime.DIRECT, in, trees.reader(ref));
            default ->
                    CodeBlock.of(
                            "$T.of($T.$L($N))",
                            RunTime.godot(JavaTypes.nativeName(ref.type())),
                            RunTime.DIRECT,
                            isOfIntegers(ref.type()) ? "intArray" : "floatArray",
                            in);
        };
    }

    private static boolean isOfIntegers(NativeType type) {
        return type == NativeType.VECTOR2I || type == NativeType.VECTOR3I;
    }
}
