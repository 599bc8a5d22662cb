package dev.gdwire.gen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.gdwire.gen.ir.EnumDef;
import dev.gdwire.gen.ir.Literal;
import dev.gdwire.gen.ir.NativeType;
import dev.gdwire.gen.ir.TextFormat;
import dev.gdwire.gen.ir.TupleDef;
import dev.gdwire.gen.ir.TypeDef;
import dev.gdwire.gen.ir.TypeRef;

/** Java expressions for the readers and writers of the run time. */
final class CodecExpressions {
    private static final Methods READERS =
            new Methods(RunTime.READ, RunTime.READ_NATIVE, RunTime.READ_TEXT, RunTime.READ_PACKED);
    private static final Methods WRITERS =
            new Methods(
                    RunTime.WRITE, RunTime.WRITE_NATIVE, RunTime.WRITE_TEXT, RunTime.WRITE_PACKED);

    private final JavaSet set;
    private final JavaTypes types;

    CodecExpressions(JavaSet set) {
        this.set = set;
        types = new JavaTypes(set);
    }

    /** A reader of the type. */
    CodeBlock reader(TypeRef ref) {
        if (ref instanceof TypeRef.NullableRef nullable) {
            return CodeBlock.of("$T.nullable($L)", RunTime.READ, reader(nullable.type()));
        }
        if (ref instanceof TypeRef.CheckedRef checked) {
            return reader(checked.type());
        }
        if (ref instanceof TypeRef.ListRef list && JavaTypes.primitiveList(list).isEmpty()) {
            return CodeBlock.of("$T.list($L)", RunTime.READ, reader(list.items()));
        }
        if (ref instanceof TypeRef.MapRef map) {
            return CodeBlock.of("$T.map($L)", RunTime.READ, reader(map.values()));
        }
        if (ref instanceof TypeRef.NamedRef named) {
            return namedReader(set.type(named.name()));
        }
        if (ref instanceof TypeRef.ConstRef constant) {
            return constantReader(constant.value());
        }
        if (ref instanceof TypeRef.FormatRef format && !hasClass(format.format())) {
            return CodeBlock.of("$T.format($L)", RunTime.READ_TEXT, format(format.format()));
        }
        return method(ref, READERS);
    }

    /** A writer of the type. */
    CodeBlock writer(TypeRef ref) {
        if (ref instanceof TypeRef.NullableRef nullable) {
            return CodeBlock.of("$T.nullable($L)", RunTime.WRITE, writer(nullable.type()));
        }
        if (ref instanceof TypeRef.CheckedRef checked) {
            return writer(checked.type());
        }
        if (ref instanceof TypeRef.ListRef list && JavaTypes.primitiveList(list).isEmpty()) {
            return CodeBlock.of("$T.list($L)", RunTime.WRITE, writer(list.items()));
        }
        if (ref instanceof TypeRef.MapRef map) {
            return CodeBlock.of("$T.map($L)", RunTime.WRITE, writer(map.values()));
        }
        if (ref instanceof TypeRef.NamedRef named) {
            return namedWriter(set.type(named.name()));
        }
        if (ref instanceof TypeRef.FormatRef format && !hasClass(format.format())) {
            return CodeBlock.of("$T::string", RunTime.WRITE);
        }
        return method(ref, WRITERS);
    }

    /**
     * A writer of values that is always the same object.
     *
     * @param javaName what its constant is named after, if it needs one
     */
    private CodeBlock writer(TypeRef ref, String javaName, Constants constants) {
        TypeRef type = Refs.unchecked(ref);
        CodeBlock value = composed(type, constants);
        return isComposed(type) ? constant(type, javaName, value, constants) : value;
    }

    /** Whether the writer of a type is made of others. */
    private static boolean isComposed(TypeRef type) {
        return type instanceof TypeRef.NullableRef
                || type instanceof TypeRef.MapRef
                || type instanceof TypeRef.ListRef list && JavaTypes.primitiveList(list).isEmpty();
    }

    /** A writer whose parts for types of their own are constants named after them. */
    private CodeBlock composed(TypeRef ref, Constants constants) {
        TypeRef type = Refs.unchecked(ref);
        if (type instanceof TypeRef.NamedRef named) {
            ClassName name = set.className(named.name());
            return isEnumOfTexts(named)
                    ? CodeBlock.of("$N", constants.enumWriter(name))
                    : constant(
                            type,
                            name.simpleName(),
                            namedWriter(set.type(named.name())),
                            constants);
        }
        if (type instanceof TypeRef.NullableRef nullable) {
            return CodeBlock.of(
                    "$T.nullable($L)", RunTime.WRITE, composed(nullable.type(), constants));
        }
        if (type instanceof TypeRef.ListRef list && JavaTypes.primitiveList(list).isEmpty()) {
            return CodeBlock.of("$T.list($L)", RunTime.WRITE, composed(list.items(), constants));
        }
        if (type instanceof TypeRef.MapRef map) {
            return CodeBlock.of("$T.map($L)", RunTime.WRITE, composed(map.values(), constants));
        }
        return writer(type);
    }

    private CodeBlock constant(
            TypeRef type, String javaName, CodeBlock value, Constants constants) {
        TypeName writer = ParameterizedTypeName.get(RunTime.WRITER, types.of(type).box());
        return CodeBlock.of("$N", constants.writer(javaName, writer, value));
    }

    /** Whether it is a closed enum that texts stand for. */
    private boolean isEnumOfTexts(TypeRef.NamedRef ref) {
        return set.type(ref.name()) instanceof EnumDef definition
                && EnumNames.isOfTexts(definition);
    }

    /** A call that writes a component's value. */
    CodeBlock write(String out, Component part, CodeBlock value, Constants constants) {
        String name = constants.fieldName(part.wireName(), part.name());
        TypeRef type = part.isMaybe() ? part.value() : part.field().type();
        if (part.presence() != Component.Presence.MAYBE
                && part.presence() != Component.Presence.OPTIONAL) {
            return field(out, name, part.name(), value, type, constants);
        }
        return CodeBlock.of(
                "$N.$L($N,$W$L,$W$L)",
                out,
                part.isMaybe() ? "maybe" : "optional",
                name,
                value,
                writer(type, part.name(), constants));
    }

    /** A call that writes a property that is always there. */
    CodeBlock field(
            String out,
            String name,
            String javaName,
            CodeBlock value,
            TypeRef type,
            Constants constants) {
        return switch (overload(type)) {
            case INT64 -> CodeBlock.of("$N.int64Field($N,$W$L)", out, name, value);
            case PLAIN -> CodeBlock.of("$N.field($N,$W$L)", out, name, value);
            case NONE ->
                    CodeBlock.of(
                            "$N.field($N,$W$L,$W$L)",
                            out,
                            name,
                            value,
                            writer(type, javaName, constants));
        };
    }

    /** A call that writes the members that have no component of their own. */
    CodeBlock others(String out, Component part, CodeBlock value, Constants constants) {
        TypeRef values = ((TypeRef.MapRef) part.value()).values();
        return CodeBlock.of(
                "$N.others($L,$W$L)", out, value, writer(values, part.name(), constants));
    }

    /** Writes an item of a tuple. */
    CodeBlock item(String out, Component part, CodeBlock value, Constants constants) {
        TypeRef type = part.field().type();
        return switch (overload(type)) {
            case INT64 -> CodeBlock.of("$N.int64Item($L)", out, value);
            case PLAIN -> CodeBlock.of("$N.item($L)", out, value);
            case NONE ->
                    CodeBlock.of(
                            "$N.item($L,$W$L)", out, value, writer(type, part.name(), constants));
        };
    }

    /** The methods of the run time's writer that take a value without a writer for it. */
    private enum Overload {
        PLAIN,
        INT64,
        NONE
    }

    private static Overload overload(TypeRef ref) {
        TypeRef type = Refs.unchecked(ref);
        if (type instanceof TypeRef.Int64StringRef) {
            return Overload.INT64;
        }
        boolean plain =
                isScalar(type)
                        || type instanceof TypeRef.FormatRef format && !hasClass(format.format())
                        || type instanceof TypeRef.ConstRef constant
                                && !(constant.value() instanceof Literal.NullLiteral);
        return plain ? Overload.PLAIN : Overload.NONE;
    }

    /** Whether the run time has methods for values of the type that take nothing else. */
    static boolean isScalar(TypeRef ref) {
        TypeRef type = Refs.unchecked(ref);
        return type instanceof TypeRef.BooleanRef
                || type instanceof TypeRef.IntegerRef
                || type instanceof TypeRef.NumberRef
                || type instanceof TypeRef.StringRef
                || type instanceof TypeRef.Int64StringRef;
    }

    /** The run time's constant for a format. */
    static CodeBlock format(TextFormat format) {
        return CodeBlock.of("$T.$L", RunTime.TEXT_FORMAT, format.name());
    }

    /** Whether Java has a class for the texts of a format. */
    static boolean hasClass(TextFormat format) {
        return switch (format) {
            case DATE_TIME, DATE, TIME, UUID, URI -> true;
            default -> false;
        };
    }

    /** Name of the run time's methods for a format that Java has a class for. */
    static String formatMethod(TextFormat format) {
        return format == TextFormat.DATE_TIME ? "dateTime" : format.word();
    }

    /** The classes of the run time that have a method for each type. */
    private record Methods(ClassName plain, ClassName natives, ClassName texts, ClassName packed) {}

    private static CodeBlock method(TypeRef ref, Methods methods) {
        if (ref instanceof TypeRef.NativeRef nativeRef) {
            return CodeBlock.of("$T::$L", methods.natives, nativeMethod(nativeRef.type()));
        }
        if (ref instanceof TypeRef.FormatRef format) {
            return CodeBlock.of("$T::$L", methods.texts, formatMethod(format.format()));
        }
        if (ref instanceof TypeRef.PackedRef packed) {
            return switch (packed.kind()) {
                case FLOAT32 -> CodeBlock.of("$T::floats", methods.packed);
                case FLOAT64 -> CodeBlock.of("$T::doubles", methods.packed);
                case INT32 -> CodeBlock.of("$T::ints", methods.packed);
                case UINT8 -> CodeBlock.of("$T::bytes", methods.natives);
            };
        }
        return CodeBlock.of("$T::$L", methods.plain, plainMethod(ref));
    }

    private CodeBlock namedReader(TypeDef type) {
        ClassName codec = set.codecName(type.name());
        if (type instanceof EnumDef definition) {
            CodeBlock made =
                    definition.open().isPresent()
                            ? CodeBlock.of("$T::new", set.className(type.name()))
                            : CodeBlock.of("$T::fromWire", set.className(type.name()));
            return CodeBlock.of(
                    "$T.as($L, $L)", RunTime.READ, reader(EnumNames.wireType(definition)), made);
        }
        return type instanceof TupleDef tuple
                ? CodeBlock.of("$T.tuple($L, $T::read)", RunTime.READ, tuple.items().size(), codec)
                : CodeBlock.of("$T.object($T::read)", RunTime.READ, codec);
    }

    private CodeBlock namedWriter(TypeDef type) {
        if (type instanceof EnumDef definition) {
            String accessor = definition.open().isPresent() ? "value" : "wireValue";
            return CodeBlock.of(
                    "$T.as($T::$L, $L)",
                    RunTime.WRITE,
                    set.className(type.name()),
                    accessor,
                    writer(EnumNames.wireType(definition)));
        }
        String method = type instanceof TupleDef ? "array" : "object";
        return CodeBlock.of("$T.$L($T::write)", RunTime.WRITE, method, set.codecName(type.name()));
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

    /** Name of the run time's methods for a type that has no classes of its own for it. */
    static String plainMethod(TypeRef ref) {
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
        if (ref instanceof TypeRef.JsonRef) {
            return "json";
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
