package dev.gdwire.gen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gdwire.gen.ir.FieldDef;
import dev.gdwire.gen.ir.Literal;
import dev.gdwire.gen.ir.NativeType;
import dev.gdwire.gen.ir.Protocol;
import dev.gdwire.gen.ir.TypeRef;
import dev.gdwire.gen.ir.TypeRef.IntegerWidth;
import dev.gdwire.gen.ir.TypeRef.NumberLimits;
import dev.gdwire.gen.ir.TypeRef.NumberPrecision;
import dev.gdwire.gen.schema.MemorySource;
import dev.gdwire.gen.schema.Strictness;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** A random type, written as a schema and loaded, is the same type. */
class TypeRoundTripTest {
    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void theTypeComesBack(@ForAll long seed) {
        Random random = new Random(seed);
        TypeRef type = type(random, 5);
        String schema =
                "{\"type\":\"object\",\"properties\":{\"p\":"
                        + schema(type, random)
                        + ",\"q.r/s~t%\":{\"$ref\":\"#/properties/p\"},"
                        + "\"u\":{\"$ref\":\"#/properties/q.r~1s~0t%25\"}}}";
        LoadResult result =
                Generator.load(
                        new MemorySource("trip", Map.of("m.schema.json", schema)),
                        Strictness.STRICT);
        assertThat(result.printed()).isEmpty();
        Protocol protocol = result.orThrow();
        assertThat(protocol.messages().get(0).record().fields())
                .extracting(FieldDef::type)
                .containsExactly(type, type, type);
    }

    private static TypeRef type(Random random, int depth) {
        TypeRef plain = depth > 0 && random.nextInt(3) > 0 ? nested(random, depth) : scalar(random);
        boolean nullable = random.nextInt(4) == 0 && !(plain instanceof TypeRef.NullableRef);
        return nullable ? new TypeRef.NullableRef(plain) : plain;
    }

    private static TypeRef nested(Random random, int depth) {
        TypeRef inner = type(random, depth - 1);
        OptionalInt least = random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(1);
        OptionalInt most = random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(7);
        return random.nextBoolean()
                ? new TypeRef.ListRef(inner, least, most, random.nextBoolean())
                : new TypeRef.MapRef(inner, least, most);
    }

    private static TypeRef scalar(Random random) {
        NumberLimits limits =
                random.nextBoolean()
                        ? NumberLimits.NONE
                        : new NumberLimits(
                                Optional.of(BigDecimal.valueOf(-3)),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(BigDecimal.valueOf(8)),
                                Optional.of(BigDecimal.valueOf(2)));
        return switch (random.nextInt(7)) {
            case 0 -> new TypeRef.BooleanRef();
            case 1 -> new TypeRef.IntegerRef(pick(random, IntegerWidth.values()), limits);
            case 2 -> new TypeRef.NumberRef(pick(random, NumberPrecision.values()), limits);
            case 3 -> new TypeRef.Int64StringRef();
            case 4 -> new TypeRef.NativeRef(pick(random, NativeType.values()));
            case 5 -> new TypeRef.ConstRef(new Literal.StringLiteral("c\"\n"));
            default ->
                    new TypeRef.StringRef(
                            OptionalInt.of(2), OptionalInt.empty(), Optional.of("^[a-z]+$"));
        };
    }

    private static <T> T pick(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }

    private static String schema(TypeRef type, Random random) {
        if (type instanceof TypeRef.NullableRef nullable) {
            String inner = schema(nullable.type(), random);
            boolean list = inner.startsWith("{\"type\":\"") && !inner.contains("\"const\"");
            if (list && random.nextBoolean()) {
                int end = inner.indexOf('"', 9);
                return "{\"type\":[\"null\",\""
                        + inner.substring(9, end)
                        + "\"]"
                        + inner.substring(end + 1);
            }
            return "{\"oneOf\":[{\"type\":\"null\"}," + inner + "]}";
        }
        if (type instanceof TypeRef.ListRef list) {
            return "{\"type\":\"array\",\"items\":"
                    + schema(list.items(), random)
                    + count("minItems", list.minItems())
                    + count("maxItems", list.maxItems())
                    + (list.unique() ? ",\"uniqueItems\":true}" : "}");
        }
        if (type instanceof TypeRef.MapRef map) {
            return "{\"type\":\"object\",\"additionalProperties\":"
                    + schema(map.values(), random)
                    + count("minProperties", map.minProperties())
                    + count("maxProperties", map.maxProperties())
                    + "}";
        }
        return scalarSchema(type);
    }

    private static String scalarSchema(TypeRef type) {
        if (type instanceof TypeRef.IntegerRef integer) {
            String format = integer.width() == IntegerWidth.INT32 ? ",\"format\":\"int32\"" : "";
            return "{\"type\":\"integer\"" + format + limits(integer.limits()) + "}";
        }
        if (type instanceof TypeRef.NumberRef number) {
            boolean narrow = number.precision() == NumberPrecision.FLOAT32;
            String format = narrow ? ",\"format\":\"float\"" : "";
            return "{\"type\":\"number\"" + format + limits(number.limits()) + "}";
        }
        if (type instanceof TypeRef.NativeRef nativeType) {
            return "{\"$ref\":\"gdwire:godot/" + nativeType.type().schemaName() + "\"}";
        }
        if (type instanceof TypeRef.ConstRef) {
            return "{\"const\":\"c\\\"\\n\"}";
        }
        if (type instanceof TypeRef.BooleanRef) {
            return "{\"type\":\"boolean\"}";
        }
        return type instanceof TypeRef.Int64StringRef
                ? "{\"type\":\"string\",\"format\":\"int64\"}"
                : "{\"type\":\"string\",\"minLength\":2,\"pattern\":\"^[a-z]+$\"}";
    }

    private static String limits(NumberLimits limits) {
        return limits.equals(NumberLimits.NONE)
                ? ""
                : ",\"minimum\":-3,\"exclusiveMaximum\":8,\"multipleOf\":2";
    }

    private static String count(String keyword, OptionalInt count) {
        return count.isPresent() ? ",\"" + keyword + "\":" + count.getAsInt() : "";
    }
}
