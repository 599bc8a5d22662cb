package dev.gdwire.gen.link;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gdwire.gen.ir.Literal;
import dev.gdwire.gen.ir.NativeType;
import dev.gdwire.gen.ir.TypeRef;
import dev.gdwire.gen.ir.TypeRef.IntegerWidth;
import dev.gdwire.gen.ir.TypeRef.NumberPrecision;
import dev.gdwire.gen.schema.SchemaKind;
import dev.gdwire.gen.schema.SchemaShape;
import java.util.Arrays;
import java.util.Optional;

/** Makes type references of what the rules captured. References must not go round in circles. */
final class TypeBuilder {
    private final Captures captures;
    private final TypeNames names;

    TypeBuilder(Captures captures, TypeNames names) {
        this.captures = captures;
        this.names = names;
    }

    /** The type of a schema where it is used. */
    TypeRef type(ObjectNode schema) {
        Captured captured = captures.get(schema);
        if (captured instanceof Captured.Reference reference) {
            return type(reference.target());
        }
        if (captured instanceof Captured.Nullable nullable) {
            return orNull(type(nullable.schema()));
        }
        if (captured instanceof Captured.NativeReference reference) {
            return nativeType(reference.uri());
        }
        TypeRef plain = plainType(schema, captured);
        return SchemaShape.of(schema).orElseThrow().nullable() ? orNull(plain) : plain;
    }

    private TypeRef plainType(ObjectNode schema, Captured captured) {
        if (captured instanceof Captured.ArrayType array) {
            return new TypeRef.ListRef(
                    type(array.items()),
                    Limits.count(schema, "minItems"),
                    Limits.count(schema, "maxItems"),
                    schema.path("uniqueItems").asBoolean());
        }
        if (captured instanceof Captured.MapType map) {
            return new TypeRef.MapRef(
                    type(map.values()),
                    Limits.count(schema, "minProperties"),
                    Limits.count(schema, "maxProperties"));
        }
        if (captured instanceof Captured.ScalarType) {
            return scalar(schema, SchemaShape.of(schema).orElseThrow().kind());
        }
        return new TypeRef.NamedRef(names.of(schema));
    }

    private static TypeRef scalar(ObjectNode schema, SchemaKind kind) {
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
            case CONST -> new TypeRef.ConstRef(Literals.of(schema.get("const")));
            case NULL -> new TypeRef.ConstRef(new Literal.NullLiteral());
            default -> throw new IllegalStateException(kind + " is no scalar");
        };
    }

    private static TypeRef integer(ObjectNode schema, String format) {
        IntegerWidth width = format.equals("int32") ? IntegerWidth.INT32 : IntegerWidth.INT53;
        return new TypeRef.IntegerRef(width, Limits.ofInteger(schema, width));
    }

    private static TypeRef string(ObjectNode schema, String format) {
        if (format.equals("int64")) {
            return new TypeRef.Int64StringRef();
        }
        if (schema.path("contentEncoding").asText().equals("base64")) {
            return new TypeRef.NativeRef(NativeType.PACKED_BYTE_ARRAY);
        }
        return new TypeRef.StringRef(
                Limits.count(schema, "minLength"),
                Limits.count(schema, "maxLength"),
                Optional.ofNullable(schema.get("pattern")).map(JsonNode::textValue));
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
                        || type instanceof TypeRef.ConstRef constant
                                && constant.value() instanceof Literal.NullLiteral;
        return isNull ? type : new TypeRef.NullableRef(type);
    }
}
