package dev.gdwire.gen.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.gdwire.gen.ir.EnumDef;
import dev.gdwire.gen.ir.FieldDef;
import dev.gdwire.gen.ir.Literal;
import dev.gdwire.gen.ir.RecordDef;
import dev.gdwire.gen.ir.TupleDef;
import dev.gdwire.gen.ir.TypeDef;
import dev.gdwire.gen.ir.TypeRef;
import dev.gdwire.gen.ir.UnionDef;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Java expressions for the values that stand in schemas. */
final class Literals {
    private static final int MOST_PARTS = 500;

    /** What a packed number takes in base64 at least. */
    private static final int PACKED_SIGNS = 5;

    private final JavaSet set;
    private final JavaTypes types;
    private final Components components;

    Literals(JavaSet set, JavaTypes types, Components components) {
        this.set = set;
        this.types = types;
        this.components = components;
    }

    /**
     * A default: the literal as a value of the type. One of very many parts is read from JSON,
     * since its expression would not fit into a method.
     */
    CodeBlock ofDefault(TypeRef ref, Literal literal) {
        if (size(ref, literal) <= MOST_PARTS) {
            return of(ref, literal);
        }
        return CodeBlock.of(
                "$T.read($S, $L, $L)",
                RunTime.JACKSON_FORM,
                "",
                json(literal),
                new CodecExpressions(set).reader(ref));
    }

    /** How many values there are in a value. */
    private static int size(TypeRef ref, Literal literal) {
        if (literal instanceof Literal.ListLiteral list) {
            return 1 + list.items().stream().mapToInt(item -> size(ref, item)).sum();
        }
        if (literal instanceof Literal.ObjectLiteral object) {
            return 1 + object.members().values().stream().mapToInt(item -> size(ref, item)).sum();
        }
        boolean packed = Refs.leaf(ref) instanceof TypeRef.PackedRef;
        return packed && literal instanceof Literal.StringLiteral text
                ? text.value().length() / PACKED_SIGNS
                : 1;
    }

    /** The literal as a value of the type. */
    CodeBlock of(TypeRef ref, Literal literal) {
        if (ref instanceof TypeRef.NullableRef nullable) {
            return literal instanceof Literal.NullLiteral
                    ? CodeBlock.of("null")
                    : of(nullable.type(), literal);
        }
        if (ref instanceof TypeRef.CheckedRef checked) {
            return of(checked.type(), literal);
        }
        if (ref instanceof TypeRef.JsonRef) {
            return json(literal);
        }
        if (ref instanceof TypeRef.ListRef list) {
            return list(list, (Literal.ListLiteral) literal);
        }
        if (ref instanceof TypeRef.MapRef map) {
            return map(map, (Literal.ObjectLiteral) literal);
        }
        if (ref instanceof TypeRef.NamedRef named) {
            return named(named, literal);
        }
        if (ref instanceof TypeRef.NativeRef nativeRef) {
            return nativeValue(nativeRef, literal);
        }
        if (ref instanceof TypeRef.FormatRef format) {
            return format(format, ((Literal.StringLiteral) literal).value());
        }
        if (ref instanceof TypeRef.PackedRef packed) {
            return PackedLiterals.of(types.of(ref), packed.kind(), (Literal.StringLiteral) literal);
        }
        return scalar(types.of(ref), literal);
    }

    /** A constant's value. */
    static CodeBlock constant(Literal literal) {
        if (literal instanceof Literal.NumberLiteral number) {
            boolean integer = JavaTypes.isInteger(number.value());
            return number(integer ? TypeName.LONG : TypeName.DOUBLE, number.value());
        }
        return scalar(TypeName.BOOLEAN, literal);
    }

    /** A string; it is no constant expression if it is too long for one. */
    static CodeBlock text(String value) {
        return TextBlocks.isConstant(value)
                ? CodeBlock.of("$L", Signs.quote(value))
                : TextBlocks.joined(TextBlocks.strings(value));
    }

    /** A number of a primitive type. */
    static CodeBlock number(TypeName type, BigDecimal value) {
        if (type.equals(TypeName.INT)) {
            return CodeBlock.of("$L", value.intValueExact());
        }
        if (type.equals(TypeName.LONG)) {
            return CodeBlock.of("$LL", value.longValueExact());
        }
        if (type.equals(TypeName.FLOAT)) {
            return CodeBlock.of("$Lf", value.floatValue());
        }
        return CodeBlock.of("$L", value.doubleValue());
    }

    private static CodeBlock scalar(TypeName type, Literal literal) {
        if (literal instanceof Literal.BooleanLiteral bool) {
            return CodeBlock.of("$L", bool.value());
        }
        if (literal instanceof Literal.NumberLiteral number) {
            return number(type, number.value());
        }
        if (literal instanceof Literal.StringLiteral text) {
            return type.equals(TypeName.LONG)
                    ? CodeBlock.of("$LL", Long.parseLong(text.value()))
                    : text(text.value());
        }
        return CodeBlock.of("null");
    }

    private CodeBlock list(TypeRef.ListRef list, Literal.ListLiteral literal) {
        List<CodeBlock> items =
                literal.items().stream().map(item -> of(list.items(), item)).toList();
        if (JavaTypes.primitiveList(list).isPresent()) {
            return CodeBlock.of("$T.of($L)", types.of(list), join(items));
        }
        if (list.items() instanceof TypeRef.NullableRef) {
            return CodeBlock.of("$T.asList($L)", Arrays.class, join(items));
        }
        return CodeBlock.of("$T.of($L)", List.class, join(items));
    }

    private CodeBlock map(TypeRef.MapRef map, Literal.ObjectLiteral literal) {
        List<CodeBlock> entries = new ArrayList<>();
        literal.members()
                .forEach(
                        (name, item) ->
                                entries.add(
                                        CodeBlock.of(
                                                "$T.entry($L, $L)",
                                                RunTime.COPY,
                                                text(name),
                                                of(map.values(), item))));
        return entries.isEmpty()
                ? CodeBlock.of("$T.of()", Map.class)
                : CodeBlock.of("$T.mapOf($L)", RunTime.COPY, join(entries));
    }

    private CodeBlock named(TypeRef.NamedRef named, Literal literal) {
        TypeDef type = set.type(named.name());
        if (type instanceof EnumDef definition) {
            return set.enums().constant(definition, literal);
        }
        if (type instanceof UnionDef union) {
            return named(new TypeRef.NamedRef(chosen(union, members(literal))), literal);
        }
        List<CodeBlock> arguments = new ArrayList<>();
        if (type instanceof TupleDef tuple) {
            List<Component> parts = components.of(tuple).components();
            List<Literal> items = ((Literal.ListLiteral) literal).items();
            for (int i = 0; i < parts.size(); i++) {
                arguments.add(of(parts.get(i).field().type(), items.get(i)));
            }
        } else {
            Map<String, Literal> others = new LinkedHashMap<>(members(literal));
            ((RecordDef) type).fields().forEach(field -> others.remove(field.wireName()));
            for (Component part : components.of(type).components()) {
                arguments.add(argument(part, members(literal), others));
            }
        }
        return CodeBlock.of("new $T($L)", set.className(named.name()), join(arguments));
    }

    private static Map<String, Literal> members(Literal literal) {
        return ((Literal.ObjectLiteral) literal).members();
    }

    private static dev.gdwire.gen.ir.TypeName chosen(UnionDef union, Map<String, Literal> members) {
        Literal value = members.get(union.property());
        return union.cases().stream()
                .filter(c -> c.values().stream().anyMatch(v -> EnumNames.isSame(v, value)))
                .findFirst()
                .orElseThrow()
                .record();
    }

    private CodeBlock argument(
            Component part, Map<String, Literal> members, Map<String, Literal> others) {
        if (part.isOthers()) {
            return of(part.value(), new Literal.ObjectLiteral(others));
        }
        FieldDef field = part.field();
        Literal given = members.get(field.wireName());
        if (!part.isMaybe()) {
            Literal value =
                    given != null
                            ? given
                            : field.defaultValue().orElseGet(Literal.NullLiteral::new);
            boolean absent = given == null && !part.isDefaulted();
            return absent ? CodeBlock.of("null") : of(field.type(), value);
        }
        if (given == null) {
            return CodeBlock.of("$T.absent()", RunTime.MAYBE);
        }
        return given instanceof Literal.NullLiteral
                ? CodeBlock.of("$T.ofNull()", RunTime.MAYBE)
                : CodeBlock.of("$T.of($L)", RunTime.MAYBE, of(field.type(), given));
    }

    /** A JSON value. */
    static CodeBlock json(Literal literal) {
        if (literal instanceof Literal.NullLiteral) {
            return CodeBlock.of("$T.NULL", RunTime.JSON_VALUE);
        }
        if (literal instanceof Literal.StringLiteral
                || literal instanceof Literal.BooleanLiteral
                || literal instanceof Literal.NumberLiteral) {
            return CodeBlock.of("$T.of($L)", RunTime.JSON_VALUE, constant(literal));
        }
        return CodeBlock.of(
                "$T.parse($L)", RunTime.JSON_VALUE, TextBlocks.of(JsonTexts.lines(literal)));
    }

    private CodeBlock format(TypeRef.FormatRef ref, String text) {
        TypeName type = types.of(ref);
        return switch (ref.format()) {
            case DATE_TIME, DATE, TIME -> CodeBlock.of("$T.parse($L)", type, text(text));
            case UUID -> CodeBlock.of("$T.fromString($L)", type, text(text));
            case URI -> CodeBlock.of("$T.create($L)", type, text(text));
            default -> text(text);
        };
    }

    private CodeBlock nativeValue(TypeRef.NativeRef ref, Literal literal) {
        TypeName type = types.of(ref);
        if (literal instanceof Literal.StringLiteral text) {
            return JavaTypes.nativeName(ref.type()).equals("Bytes")
                    ? CodeBlock.of("$T.ofBase64($L)", type, text(text.value()))
                    : CodeBlock.of("new $T($L)", type, text(text.value()));
        }
        boolean integers = ref.type().godotName().endsWith("i");
        List<CodeBlock> numbers =
                ((Literal.ListLiteral) literal)
                        .items().stream()
                                .map(item -> ((Literal.NumberLiteral) item).value())
                                .map(n -> number(integers ? TypeName.INT : TypeName.FLOAT, n))
                                .toList();
        return CodeBlock.of("$T.of($L)", type, join(numbers));
    }

    private static CodeBlock join(List<CodeBlock> parts) {
        return parts.stream().collect(CodeBlock.joining(", "));
    }
}
