package dev.gdwire.protocol.generated;

import dev.gdwire.gen.ir.Doc;
import dev.gdwire.gen.ir.EnumDef;
import dev.gdwire.gen.ir.FieldDef;
import dev.gdwire.gen.ir.Literal;
import dev.gdwire.gen.ir.MessageDef;
import dev.gdwire.gen.ir.NativeType;
import dev.gdwire.gen.ir.Protocol;
import dev.gdwire.gen.ir.RecordDef;
import dev.gdwire.gen.ir.Sender;
import dev.gdwire.gen.ir.Source;
import dev.gdwire.gen.ir.TypeDef;
import dev.gdwire.gen.ir.TypeName;
import dev.gdwire.gen.ir.TypeRef;
import dev.gdwire.gen.ir.UnknownFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;

/** Makes schema sets and valid values of them, the same for the same seed. */
final class RandomProtocols {
    private static final String[] NAMES = {
        "x",
        "class",
        "item",
        "value",
        "in",
        "out",
        "of",
        "builder",
        "hashCode",
        "at-once",
        "wait",
        "record",
        "max_hp",
        "Name",
        "fromJackson",
        "build",
        "instance",
        "üñí",
        "a b",
        "2fast",
        "this",
        "check",
        "read",
        "write",
        "text",
        "list",
        "object",
        "string"
    };
    private static final TypeName ENUM = new TypeName(List.of("mood"));
    private static final List<String> MOODS = List.of("happy", "very-sad", "class", "2fast");

    private final Random random;
    private final List<RecordDef> shared = new ArrayList<>();

    RandomProtocols(long seed) {
        this.random = new Random(seed);
    }

    Protocol protocol() {
        for (String name : List.of("object", "string", "override", "list", "maybe", "check")) {
            shared.add(record(new TypeName(List.of(name))));
        }
        List<MessageDef> messages = new ArrayList<>();
        for (int i = 10; i < 30; i++) {
            String tag = "message" + i;
            RecordDef record = record(new TypeName(List.of(tag)));
            messages.add(new MessageDef(tag, record, Sender.BOTH, Optional.empty(), "f" + i));
        }
        List<TypeDef> types = new ArrayList<>(shared);
        types.add(EnumDef.ofTexts(ENUM, source(), Doc.NONE, MOODS));
        return new Protocol(
                "random", "1.0", "type", Optional.empty(), Optional.empty(), "f", messages, types);
    }

    /** JSON of a message, all of which is valid. */
    String json(MessageDef message) {
        String members = members(message.record(), 0);
        String tag = "\"type\":\"" + message.tag() + "\"";
        return "{" + (members.isEmpty() ? tag : members + "," + tag) + "}";
    }

    private RecordDef record(TypeName name) {
        List<FieldDef> fields = new ArrayList<>();
        for (String field : NAMES) {
            if (random.nextInt(4) == 0) {
                fields.add(field(field));
            }
        }
        UnknownFields unknown = UnknownFields.values()[random.nextInt(2)];
        return new RecordDef(name, source(), Doc.NONE, fields, unknown);
    }

    private FieldDef field(String name) {
        TypeRef type = type(2);
        boolean optional = random.nextBoolean();
        Optional<Literal> defaultValue = Optional.empty();
        if (random.nextInt(4) == 0 && !(type instanceof TypeRef.ConstRef)) {
            type = new TypeRef.NullableRef(type);
            if (optional && random.nextBoolean()) {
                defaultValue = Optional.of(new Literal.NullLiteral());
            }
        } else if (optional && type instanceof TypeRef.StringRef) {
            defaultValue = Optional.of(new Literal.StringLiteral("d\"\n\\"));
        }
        FieldDef.Presence presence =
                optional ? FieldDef.Presence.OPTIONAL : FieldDef.Presence.REQUIRED;
        return new FieldDef(name, source(), Doc.NONE, type, presence, defaultValue);
    }

    private TypeRef type(int depth) {
        return switch (random.nextInt(depth == 0 ? 10 : 13)) {
            case 0 -> new TypeRef.BooleanRef();
            case 1 ->
                    new TypeRef.IntegerRef(
                            TypeRef.IntegerWidth.values()[random.nextInt(2)],
                            TypeRef.NumberLimits.NONE);
            case 2 -> new TypeRef.Int64StringRef();
            case 3, 4 ->
                    new TypeRef.NumberRef(
                            TypeRef.NumberPrecision.values()[random.nextInt(2)],
                            TypeRef.NumberLimits.NONE);
            case 5, 6 ->
                    new TypeRef.StringRef(
                            OptionalInt.empty(), OptionalInt.of(99), Optional.of("^[^$]*$"));
            case 7 -> new TypeRef.ConstRef(new Literal.StringLiteral("k\"\\"));
            case 8 -> new TypeRef.NativeRef(NativeType.VECTOR3);
            case 9 ->
                    new TypeRef.NamedRef(
                            shared.isEmpty() || random.nextBoolean()
                                    ? ENUM
                                    : shared.get(random.nextInt(shared.size())).name());
            case 10 -> new TypeRef.MapRef(item(depth), OptionalInt.empty(), OptionalInt.of(9));
            default ->
                    new TypeRef.ListRef(item(depth), OptionalInt.of(0), OptionalInt.of(9), false);
        };
    }

    private TypeRef item(int depth) {
        TypeRef type = type(depth - 1);
        return random.nextInt(4) == 0 ? new TypeRef.NullableRef(type) : type;
    }

    private String members(RecordDef record, int depth) {
        List<String> members = new ArrayList<>();
        for (FieldDef field : record.fields()) {
            boolean there = field.presence() == FieldDef.Presence.REQUIRED || random.nextBoolean();
            if (there) {
                members.add("\"" + field.wireName() + "\":" + value(field.type(), depth));
            }
        }
        return String.join(",", members);
    }

    private String value(TypeRef ref, int depth) {
        if (ref instanceof TypeRef.NullableRef nullable) {
            return random.nextInt(3) == 0 ? "null" : value(nullable.type(), depth);
        }
        if (ref instanceof TypeRef.IntegerRef integer) {
            boolean narrow = integer.width() == TypeRef.IntegerWidth.INT32;
            return Long.toString(narrow ? random.nextInt() : random.nextLong() >> 11);
        }
        if (ref instanceof TypeRef.NumberRef number) {
            boolean narrow = number.precision() == TypeRef.NumberPrecision.FLOAT32;
            double wide = random.nextGaussian() * Math.pow(10, random.nextInt(600) - 300);
            return narrow ? Float.toString(random.nextFloat()) : Double.toString(wide);
        }
        if (ref instanceof TypeRef.ListRef list) {
            return "[" + items(list.items(), depth, "") + "]";
        }
        if (ref instanceof TypeRef.MapRef map) {
            return "{" + items(map.values(), depth, "\"k %d\":") + "}";
        }
        if (ref instanceof TypeRef.NamedRef named) {
            return named(named, depth);
        }
        return scalar(ref);
    }

    private String scalar(TypeRef ref) {
        if (ref instanceof TypeRef.BooleanRef) {
            return Boolean.toString(random.nextBoolean());
        }
        if (ref instanceof TypeRef.Int64StringRef) {
            return "\"" + random.nextLong() + "\"";
        }
        if (ref instanceof TypeRef.ConstRef) {
            return "\"k\\\"\\\\\"";
        }
        return ref instanceof TypeRef.NativeRef ? "[1,2.5,-3]" : "\"\\n é \\ud83d\\ude00\"";
    }

    private String named(TypeRef.NamedRef named, int depth) {
        if (named.name().equals(ENUM)) {
            return "\"" + MOODS.get(random.nextInt(MOODS.size())) + "\"";
        }
        RecordDef record =
                shared.stream()
                        .filter(r -> r.name().equals(named.name()))
                        .findFirst()
                        .orElseThrow();
        return "{" + members(record, depth + 1) + "}";
    }

    private String items(TypeRef type, int depth, String prefix) {
        List<String> items = new ArrayList<>();
        int size = random.nextInt(4);
        for (int i = 0; i < size; i++) {
            items.add(prefix.formatted(i) + value(type, depth));
        }
        return String.join(",", items);
    }

    private static Source source() {
        return new Source("random.schema.json", "", 1, 1);
    }
}
