package dev.gdwire.gen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.gdwire.gen.ir.EnumDef;
import dev.gdwire.gen.ir.Literal;
import dev.gdwire.gen.ir.NativeType;
import dev.gdwire.gen.ir.TypeDef;
import dev.gdwire.gen.ir.TypeRef;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * Java expressions that read a value from bytes. Lists and maps inside of others have methods of
 * their own: functions within functions take compilers long to tell the types of.
 */
final class DirectExpressions {
    private final JavaSet set;
    private final CodecExpressions trees;
    private final ClassName codec;
    private final Constants constants;
    private final List<String> taken;
    private final List<MethodSpec> methods = new ArrayList<>();

    /**
     * Expressions for one method.
     *
     * @param codec the class of the method
     * @param constants of that class
     * @param taken the names of its variables
     */
    DirectExpressions(JavaSet set, ClassName codec, Constants constants, List<String> taken) {
        this.set = set;
        this.trees = new CodecExpressions(set);
        this.codec = codec;
        this.constants = constants;
        this.taken = List.copyOf(taken);
    }

    /** The methods that the expressions call. */
    List<MethodSpec> methods() {
        return List.copyOf(methods);
    }

    /**
     * Reads a value of the type from a variable of the run time's input.
     *
     * @param name what methods for its parts are named after
     */
    CodeBlock read(TypeRef ref, String in, String name) {
        if (ref instanceof TypeRef.CheckedRef checked) {
            return read(checked.type(), in, name);
        }
        if (ref instanceof TypeRef.NullableRef nullable) {
            return CodeBlock.of("$N.nothing() ? null : $L", in, read(nullable.type(), in, name));
        }
        if (ref instanceof TypeRef.ListRef list && JavaTypes.primitiveList(list).isEmpty()) {
            CodeBlock items = reader(list.items(), name + "Item");
            return CodeBlock.of("$T.list($N, $L)", RunTime.DIRECT, in, items);
        }
        if (ref instanceof TypeRef.MapRef map) {
            CodeBlock values = reader(map.values(), name + "Value");
            return CodeBlock.of("$T.map($N, $L)", RunTime.DIRECT, in, values);
        }
        if (ref instanceof TypeRef.NamedRef named) {
            return named(set.type(named.name()), in);
        }
        if (ref instanceof TypeRef.ConstRef constant) {
            return constant(constant.value(), in);
        }
        if (ref instanceof TypeRef.NativeRef nativeRef && !isBytes(ref)) {
            return nativeValue(nativeRef, in);
        }
        if (isText(ref)) {
            return CodeBlock.of("$T.text($N, $L)", RunTime.DIRECT, in, trees.reader(ref));
        }
        return isOfDirect(ref)
                ? CodeBlock.of("$T.$L($N)", RunTime.DIRECT, CodecExpressions.plainMethod(ref), in)
                : CodeBlock.of("$N.$L()", in, inputMethod(ref));
    }

    /** Reads a constant. */
    CodeBlock constant(Literal value, String in) {
        return value instanceof Literal.NullLiteral
                ? CodeBlock.of("$T.nothing($N)", RunTime.DIRECT, in)
                : CodeBlock.of("$T.constant($N, $L)", RunTime.DIRECT, in, Literals.constant(value));
    }

    /** A function that reads a value of the type. */
    CodeBlock reader(TypeRef ref, String name) {
        TypeRef type = Refs.unchecked(ref);
        if (isMadeOfOthers(type)) {
            return CodeBlock.of("$T::$L", codec, method(type, name));
        }
        if (type instanceof TypeRef.NamedRef named) {
            if (!(set.type(named.name()) instanceof EnumDef definition)) {
                return CodeBlock.of("$T::direct", set.codecName(named.name()));
            }
            if (EnumNames.isOfTexts(definition)) {
                return CodeBlock.of("$N::read", enumReader(definition));
            }
        } else if (isOfDirect(type)) {
            return CodeBlock.of("$T::$L", RunTime.DIRECT, CodecExpressions.plainMethod(type));
        } else if (isOfInput(type)) {
            return CodeBlock.of("$T::$L", RunTime.JSON_INPUT, inputMethod(type));
        }
        String item = JavaNames.fresh("item", taken);
        return CodeBlock.of("$N -> $L", item, read(type, item, name));
    }

    /** Whether a value is a list or a map, or null in place of one. */
    private static boolean isMadeOfOthers(TypeRef ref) {
        TypeRef type = Refs.unchecked(Refs.value(ref));
        return type instanceof TypeRef.MapRef
                || type instanceof TypeRef.ListRef list && JavaTypes.primitiveList(list).isEmpty();
    }

    private String method(TypeRef type, String wish) {
        List<String> others = new ArrayList<>(methods.stream().map(MethodSpec::name).toList());
        others.add("direct");
        String name = JavaNames.fresh(wish, others);
        int place = methods.size();
        MethodSpec.Builder method =
                MethodSpec.methodBuilder(name)
                        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                        .returns(new JavaTypes(set).of(type))
                        .addParameter(RunTime.JSON_INPUT, "in");
        methods.add(method.build());
        method.addStatement("return $L", read(type, "in", name));
        methods.set(place, method.build());
        return name;
    }

    private static boolean isText(TypeRef type) {
        return type instanceof TypeRef.FormatRef;
    }

    private static boolean isOfDirect(TypeRef type) {
        return type instanceof TypeRef.JsonRef
                || type instanceof TypeRef.ListRef list
                        && JavaTypes.primitiveList(list).isPresent();
    }

    private static boolean isOfInput(TypeRef type) {
        return type instanceof TypeRef.StringRef
                || type instanceof TypeRef.BooleanRef
                || type instanceof TypeRef.IntegerRef
                || type instanceof TypeRef.NumberRef
                || type instanceof TypeRef.Int64StringRef
                || type instanceof TypeRef.PackedRef
                || isBytes(type);
    }

    private static boolean isBytes(TypeRef type) {
        return type instanceof TypeRef.NativeRef ref && ref.type() == NativeType.PACKED_BYTE_ARRAY;
    }

    private static String inputMethod(TypeRef type) {
        if (type instanceof TypeRef.PackedRef packed) {
            return packedMethod(packed);
        }
        if (isBytes(type)) {
            return "bytes";
        }
        String method = CodecExpressions.plainMethod(type);
        return method.equals("string") ? "text" : method;
    }

    private static String packedMethod(TypeRef.PackedRef type) {
        return switch (type.kind()) {
            case FLOAT32 -> "packedFloats";
            case FLOAT64 -> "packedDoubles";
            case INT32 -> "packedInts";
            case UINT8 -> "bytes";
        };
    }

    private CodeBlock named(TypeDef type, String in) {
        if (!(type instanceof EnumDef definition)) {
            return CodeBlock.of("$T.direct($N)", set.codecName(type.name()), in);
        }
        if (EnumNames.isOfTexts(definition)) {
            return CodeBlock.of("$N.read($N)", enumReader(definition), in);
        }
        CodeBlock value = read(EnumNames.wireType(definition), in, "value");
        return definition.open().isPresent()
                ? CodeBlock.of("new $T($L)", set.className(type.name()), value)
                : CodeBlock.of("$T.fromWire($L)", set.className(type.name()), value);
    }

    private String enumReader(EnumDef definition) {
        return constants.enumReader(set.className(definition.name()));
    }

    private CodeBlock nativeValue(TypeRef.NativeRef ref, String in) {
        return switch (ref.type()) {
            case NODE_PATH, STRING_NAME ->
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
