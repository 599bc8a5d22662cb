package dev.gdwire.gen.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.gdwire.gen.ir.EnumDef;
import dev.gdwire.gen.ir.FieldDef;
import dev.gdwire.gen.ir.Literal;
import dev.gdwire.gen.ir.RecordDef;
import dev.gdwire.gen.ir.TypeRef;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Java expressions for the values that stand in schemas. */
final class Literals {
    /** Kinds of signs that are no part of the text that people see. */
    private static final Set<Byte> UNSHOWN =
            Set.of(
                    Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE);

    private final JavaSet set;
    private final JavaTypes types;

    Literals(JavaSet set, JavaTypes types) {
        this.set = set;
        this.types = types;
    }

    /** The literal as a value of the type. */
    CodeBlock of(TypeRef ref, Literal literal) {
        if (ref instanceof TypeRef.NullableRef nullable) {
            return literal instanceof Literal.NullLiteral
                    ? CodeBlock.of("null")
                    : of(nullable.type(), literal);
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

    /**
     * A string. JavaPoet takes U+2028 and U+2029 for ends of lines, and signs that change how the
     * text around them is shown do not belong in a source: all are written by their numbers.
     */
    static CodeBlock text(String value) {
        StringBuilder out = new StringBuilder("\"");
        value.codePoints().forEach(point -> append(out, point));
        return CodeBlock.of("$L", out.append('"'));
    }

    private static void append(StringBuilder out, int point) {
        switch (point) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                if (UNSHOWN.contains((byte) Character.getType(point))) {
                    for (char c : Character.toChars(point)) {
                        out.append(String.format("\\u%04x", (int) c));
                    }
                } else {
                    out.appendCodePoint(point);
                }
            }
        }
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
        if (set.type(named.name()) instanceof EnumDef) {
            String value = ((Literal.StringLiteral) literal).value();
            return CodeBlock.of(
                    "$T.$L", set.className(named.name()), JavaNames.constantName(value));
        }
        RecordDef record = (RecordDef) set.type(named.name());
        Map<String, Literal> members = ((Literal.ObjectLiteral) literal).members();
        List<CodeBlock> arguments = new ArrayList<>();
        for (FieldDef field : record.fields()) {
            if (!Components.isFixed(field)) {
                arguments.add(argument(field, members));
            }
        }
        return CodeBlock.of("new $T($L)", set.className(named.name()), join(arguments));
    }

    private CodeBlock argument(FieldDef field, Map<String, Literal> members) {
        Literal given = members.get(field.wireName());
        Component.Presence presence = Components.presence(field);
        if (presence != Component.Presence.MAYBE) {
            Literal value =
                    given != null
                            ? given
                            : field.defaultValue().orElseGet(Literal.NullLiteral::new);
            return value instanceof Literal.NullLiteral
                    ? CodeBlock.of("null")
                    : of(field.type(), value);
        }
        if (given == null) {
            return CodeBlock.of("$T.absent()", RunTime.MAYBE);
        }
        return given instanceof Literal.NullLiteral
                ? CodeBlock.of("$T.ofNull()", RunTime.MAYBE)
                : CodeBlock.of("$T.of($L)", RunTime.MAYBE, of(field.type(), given));
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
