package dev.gdwire.gen.link;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gdwire.gen.ir.Literal;
import dev.gdwire.gen.ir.NativeType;
import dev.gdwire.gen.ir.Rule;
import dev.gdwire.gen.ir.TextFormat;
import dev.gdwire.gen.ir.TypeRef;
import dev.gdwire.gen.ir.TypeRef.IntegerWidth;
import dev.gdwire.gen.ir.TypeRef.NumberPrecision;
import dev.gdwire.gen.ir.TypeRef.PackedKind;
import dev.gdwire.gen.merge.JsonLiterals;
import dev.gdwire.gen.merge.PlainSet;
import dev.gdwire.gen.merge.TextFormats;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Makes type references of what the rules captured. */
final class TypeBuilder {
    private static final Rule ONLY_NULL =
            new Rule(new Literal.ObjectLiteral(Map.of("const", new Literal.NullLiteral())));

    private final PlainSet plain;
    private final Captures captures;
    private final TypeNames names;

    TypeBuilder(PlainSet plain, Captures captures, TypeNames names) {
        this.plain = plain;
        this.captures = captures;
        this.names = names;
    }

    /** The type of a plain schema where it is used. */
    TypeRef type(ObjectNode schema) {
        Captured captured = captures.get(schema);
        if (captured instanceof Captured.Nullable nullable) {
            return orNull(type(nullable.schema()));
        }
        Rule rule = plain.schema(schema).rule();
        if (captured instanceof Captured.AnyType) {
            return new TypeRef.JsonRef(rule);
        }
        TypeRef type = plainType(schema, captured);
        return rule.isAnything() ? type : new TypeRef.CheckedRef(AsWritten.of(type), rule);
    }

    private TypeRef plainType(ObjectNode schema, Captured captured) {
        if (captured instanceof Captured.Reference reference) {
            return new TypeRef.NamedRef(names.of(reference.reference()));
        }
        if (captured instanceof Captured.NativeReference reference) {
            return nativeType(reference.uri());
        }
        if (captured instanceof Captured.ArrayType array) {
            boolean unique = schema.path("uniqueItems").asBoolean();
            TypeRef items = inside(array.items());
            return new TypeRef.ListRef(
                    unique ? AsWritten.ofTexts(items) : items,
                    Limits.count(schema, "minItems"),
                    Limits.count(schema, "maxItems"),
                    unique);
        }
        if (captured instanceof Captured.MapType map) {
            return new TypeRef.MapRef(
                    inside(map.values()),
                    Limits.count(schema, "minProperties"),
                    Limits.count(schema, "maxProperties"));
        }
        if (captured instanceof Captured.ScalarType) {
            return scalar(schema, PlainKind.of(schema));
        }
        throw new IllegalStateException("a type without a name: " + schema);
    }

    /** The type of what need not be there: what can be nothing but null has no type of its own. */
    TypeRef inside(ObjectNode schema) {
        TypeRef type = type(schema);
        boolean onlyNull =
                type instanceof TypeRef.ConstRef constant
                        && constant.value() instanceof Literal.NullLiteral;
        return onlyNull ? new TypeRef.JsonRef(ONLY_NULL) : type;
    }

    private static TypeRef scalar(ObjectNode schema, PlainKind kind) {
        String format = schema.path("format").asText("");
        return switch (kind) {
            case BOOLEAN -> new TypeRef.BooleanRef();
            case INTEGER -> integer(schema, format);
            case NUMBER ->
                    new TypeRef.NumberRef(
                            format.equals("float")
                                    ? NumberPrecision.FLOAT32
                                    : NumberPrecision.FLOAT64,
                            Limits.ofNumber(schema));
            case STRING -> string(schema, format);
            case CONST -> new TypeRef.ConstRef(JsonLiterals.of(schema.get("const")));
            default -> throw new IllegalStateException(kind + " is no scalar");
        };
    }

    private static TypeRef integer(ObjectNode schema, String format) {
        IntegerWidth width = format.equals("int32") ? IntegerWidth.INT32 : IntegerWidth.INT53;
        return new TypeRef.IntegerRef(width, Limits.ofInteger(schema, width));
    }

    private static TypeRef string(ObjectNode schema, String format) {
        boolean limited =
                schema.has("minLength") || schema.has("maxLength") || schema.has("pattern");
        Optional<TextFormat> known = TextFormats.of(format);
        if (!limited && format.equals("int64")) {
            return new TypeRef.Int64StringRef();
        }
        if (schema.has("contentEncoding")) {
            return packed(schema);
        }
        if (!limited && known.isPresent()) {
            return new TypeRef.FormatRef(known.get());
        }
        return new TypeRef.StringRef(
                Limits.count(schema, "minLength"),
                Limits.count(schema, "maxLength"),
                Optional.ofNullable(schema.get("pattern")).map(JsonNode::textValue),
                known);
    }

    private static TypeRef packed(ObjectNode schema) {
        JsonNode packed = schema.path(Gdwire.KEY).path("packed");
        return packed.isTextual()
                ? new TypeRef.PackedRef(
                        PackedKind.valueOf(packed.textValue().toUpperCase(Locale.ROOT)))
                : new TypeRef.NativeRef(NativeType.PACKED_BYTE_ARRAY);
    }

    private static TypeRef nativeType(String uri) {
        return Arrays.stream(NativeType.values())
                .filter(type -> uri.endsWith("/" + type.schemaName()))
                .findFirst()
                .map(TypeRef.NativeRef::new)
                .orElseThrow(() -> new IllegalStateException("no native type " + uri));
    }

    private static TypeRef orNull(TypeRef type) {
        boolean isNull =
                type instanceof TypeRef.NullableRef
                        || type instanceof TypeRef.JsonRef
                        || type instanceof TypeRef.ConstRef constant
                                && constant.value() instanceof Literal.NullLiteral;
        return isNull ? type : new TypeRef.NullableRef(type);
    }
}
