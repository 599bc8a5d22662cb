package dev.gdwire.protocol.generated;

import dev.gdwire.gen.ir.EnumDef;
import dev.gdwire.gen.ir.FieldDef;
import dev.gdwire.gen.ir.Literal;
import dev.gdwire.gen.ir.MessageDef;
import dev.gdwire.gen.ir.Protocol;
import dev.gdwire.gen.ir.RecordDef;
import dev.gdwire.gen.ir.TupleDef;
import dev.gdwire.gen.ir.TypeDef;
import dev.gdwire.gen.ir.TypeName;
import dev.gdwire.gen.ir.TypeRef;
import dev.gdwire.gen.ir.UnionDef;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Makes valid JSON of the types of a schema set, the same for the same random numbers. */
final class RandomValues {
    private final Random random;
    private final Nulls nulls;
    private final Map<TypeName, TypeDef> types = new HashMap<>();

    /**
     * Whether optional properties that may be null sometimes are: Jackson takes that for absent.
     */
    enum Nulls {
        EVERYWHERE,
        WHERE_REQUIRED
    }

    RandomValues(Random random, Protocol protocol, Nulls nulls) {
        this.random = random;
        this.nulls = nulls;
        protocol.types().forEach(type -> types.put(type.name(), type));
    }

    /** JSON of a message. */
    String json(MessageDef message) {
        String members = members(message.record(), 0);
        String tag = "\"type\":\"" + message.tag() + "\"";
        return "{" + (members.isEmpty() ? tag : members + "," + tag) + "}";
    }

    private String members(RecordDef record, int depth) {
        List<String> members = new ArrayList<>();
        for (FieldDef field : record.fields()) {
            boolean required = field.presence() == FieldDef.Presence.REQUIRED;
            if (required || depth < 4 && random.nextBoolean()) {
                String value = value(field.type(), depth);
                if (required || nulls == Nulls.EVERYWHERE || !value.equals("null")) {
                    members.add("\"" + field.wireName() + "\":" + value);
                }
            }
        }
        record.others()
                .filter(others -> random.nextBoolean())
                .ifPresent(others -> members.add("\"o:1\":" + value(others, depth)));
        return String.join(",", members);
    }

    private String value(TypeRef ref, int depth) {
        if (ref instanceof TypeRef.NullableRef nullable) {
            return random.nextInt(3) == 0 ? "null" : value(nullable.type(), depth);
        }
        if (ref instanceof TypeRef.CheckedRef checked) {
            return value(checked.type(), depth);
        }
        if (ref instanceof TypeRef.ListRef list) {
            int most = list.unique() ? 1 : 3;
            return "[" + items(list.items(), depth, "", most) + "]";
        }
        if (ref instanceof TypeRef.MapRef map) {
            return "{" + items(map.values(), depth, "\"k %d\":", 3) + "}";
        }
        if (ref instanceof TypeRef.NamedRef named) {
            return named(types.get(named.name()), depth);
        }
        if (ref instanceof TypeRef.JsonRef) {
            return pick("null", "1", "\"x\"", "[1.5,{\"a\":null}]", "{\"b\":[true]}");
        }
        return ref instanceof TypeRef.ConstRef constant ? scalar(constant.value()) : scalar(ref);
    }

    private String scalar(TypeRef ref) {
        if (ref instanceof TypeRef.IntegerRef integer) {
            boolean narrow = integer.width() == TypeRef.IntegerWidth.INT32;
            return Long.toString(narrow ? random.nextInt() : random.nextLong() >> 11);
        }
        if (ref instanceof TypeRef.NumberRef number) {
            boolean narrow = number.precision() == TypeRef.NumberPrecision.FLOAT32;
            double wide = random.nextGaussian() * Math.pow(10, random.nextInt(600) - 300);
            return narrow ? Float.toString(random.nextFloat()) : Double.toString(wide);
        }
        if (ref instanceof TypeRef.BooleanRef) {
            return Boolean.toString(random.nextBoolean());
        }
        if (ref instanceof TypeRef.Int64StringRef) {
            return "\"" + random.nextLong() + "\"";
        }
        if (ref instanceof TypeRef.FormatRef format) {
            return "\"" + text(format) + "\"";
        }
        if (ref instanceof TypeRef.PackedRef) {
            byte[] bytes = ByteBuffer.allocate(8).putInt(random.nextInt(99)).array();
            return "\"" + Base64.getEncoder().encodeToString(bytes) + "\"";
        }
        // Patterns of random protocols have that sign at their end.
        return ref instanceof TypeRef.NativeRef
                ? "[1,2.5,-3]"
                : Spelling.text(Spelling.randomText(random, '$'), random);
    }

    private String text(TypeRef.FormatRef ref) {
        int day = 10 + random.nextInt(19);
        return switch (ref.format()) {
            case DATE_TIME -> "2024-02-" + day + "T10:11:" + day + "+01:00";
            case DATE -> "2024-02-" + day;
            case TIME -> "10:11:" + pick("00", "12.5") + pick("Z", "-01:30");
            case DURATION -> "P1DT2H";
            case UUID -> "01234567-89ab-cdef-0123-4567" + (10_000_000 + random.nextInt(999));
            case URI -> "http://example.com/a?b#c";
            case EMAIL -> "a@example.com";
            case IPV4 -> "1.2.3." + day;
            case IPV6 -> "::" + day;
            case HOSTNAME -> "example.com";
            case INT64 -> Long.toString(random.nextLong());
            case BASE64 -> "R2Q=";
        };
    }

    private String named(TypeDef type, int depth) {
        if (type instanceof EnumDef definition) {
            return scalar(pick(definition.values()).value());
        }
        if (type instanceof TupleDef tuple) {
            List<String> items = new ArrayList<>();
            tuple.items().forEach(item -> items.add(value(item.type(), depth + 1)));
            return "[" + String.join(",", items) + "]";
        }
        RecordDef record =
                (RecordDef)
                        (type instanceof UnionDef union
                                ? types.get(pick(union.cases()).record())
                                : type);
        return "{" + members(record, depth + 1) + "}";
    }

    private static String scalar(Literal literal) {
        if (literal instanceof Literal.StringLiteral text) {
            return "\"" + text.value().replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        }
        if (literal instanceof Literal.NumberLiteral number) {
            return number.value().toString();
        }
        return literal instanceof Literal.BooleanLiteral bool
                ? Boolean.toString(bool.value())
                : "null";
    }

    private String items(TypeRef type, int depth, String prefix, int most) {
        List<String> items = new ArrayList<>();
        int size = depth > 4 ? 0 : random.nextInt(most + 1);
        for (int i = 0; i < size; i++) {
            items.add(prefix.formatted(i) + value(type, depth + 1));
        }
        return String.join(",", items);
    }

    private String pick(String... texts) {
        return pick(List.of(texts));
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
