package dev.gdwire.protocol.generated;

import dev.gdwire.gen.ir.Doc;
import dev.gdwire.gen.ir.FieldDef;
import dev.gdwire.gen.ir.Literal;
import dev.gdwire.gen.ir.MessageDef;
import dev.gdwire.gen.ir.NativeType;
import dev.gdwire.gen.ir.Protocol;
import dev.gdwire.gen.ir.RecordDef;
import dev.gdwire.gen.ir.Rule;
import dev.gdwire.gen.ir.TextFormat;
import dev.gdwire.gen.ir.TypeDef;
import dev.gdwire.gen.ir.TypeName;
import dev.gdwire.gen.ir.TypeRef;
import dev.gdwire.gen.ir.UnknownFields;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;

/** Makes schema sets, the same for the same random numbers. */
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
    private static final List<String> RECORDS =
            List.of("object", "string", "override", "list", "maybe", "check");
    private static final List<String> OTHERS =
            List.of("mood", "rank", "any_of_three", "color", "port", "pair", "pet");

    private final Random random;
    private final List<String> usable = new ArrayList<>(OTHERS);

    RandomProtocols(Random random) {
        this.random = random;
    }

    Protocol protocol() {
        List<TypeDef> types = new ArrayList<>();
        // A record refers only to those before it, so that no value is endless.
        for (String name : RECORDS) {
            types.add(record(Ir.name(name)));
            usable.add(name);
        }
        List<MessageDef> messages = new ArrayList<>();
        for (int i = 10; i < 30; i++) {
            messages.add(Ir.message(record(Ir.name("message" + i))));
        }
        types.addAll(others());
        return Ir.protocol(messages, types, Collections.emptySortedMap());
    }

    private static List<TypeDef> others() {
        return List.of(
                Ir.closed("mood", "\"happy\"", "\"very-sad\"", "\"class\"", "\"2fast\""),
                Ir.closed("rank", "1", "2", "-3"),
                Ir.closed("any_of_three", "1", "\"1\"", "true"),
                Ir.open("color", Ir.TEXT, "\"red\"", "\"blue\""),
                Ir.open("port", Ir.INT32, "80", "443"),
                Ir.tuple("pair", Ir.INTEGER, Ir.nullable(Ir.TEXT), Ir.list(Ir.NUMBER)),
                Ir.union("pet", "kind", Ir.one("cat", "\"cat\""), Ir.one("dog", "\"dog\"")),
                Ir.kept(
                        "cat",
                        Ir.INTEGER,
                        "{\"minProperties\": 1}",
                        Ir.required("kind", Ir.constant("\"cat\"")),
                        Ir.optional("lives", Ir.INT32)),
                Ir.record(
                        "dog",
                        Ir.required("kind", Ir.constant("\"dog\"")),
                        Ir.optional("friend", Ir.named("pet"))));
    }

    private RecordDef record(TypeName name) {
        List<FieldDef> fields = new ArrayList<>();
        for (String field : NAMES) {
            if (random.nextInt(4) == 0) {
                fields.add(field(field));
            }
        }
        UnknownFields unknown = UnknownFields.values()[random.nextInt(3)];
        Optional<TypeRef> others =
                unknown == UnknownFields.KEPT ? Optional.of(item(2)) : Optional.empty();
        Rule rule = random.nextInt(3) == 0 ? Ir.rule("{\"minProperties\": 0}") : Rule.ANYTHING;
        return new RecordDef(name, Ir.SOURCE, Doc.NONE, fields, unknown, others, rule);
    }

    private FieldDef field(String name) {
        TypeRef type = type(2);
        boolean optional = random.nextBoolean();
        Optional<Literal> defaultValue = Optional.empty();
        boolean nullable =
                !(type instanceof TypeRef.ConstRef) && !(type instanceof TypeRef.JsonRef);
        if (random.nextInt(4) == 0 && nullable) {
            type = new TypeRef.NullableRef(type);
            if (optional && random.nextBoolean()) {
                defaultValue = Optional.of(new Literal.NullLiteral());
            }
        } else if (optional && type instanceof TypeRef.StringRef) {
            defaultValue = Optional.of(new Literal.StringLiteral("d\"\n\\"));
        }
        FieldDef.Presence presence =
                optional ? FieldDef.Presence.OPTIONAL : FieldDef.Presence.REQUIRED;
        return new FieldDef(name, Ir.SOURCE, Doc.NONE, type, presence, defaultValue);
    }

    private TypeRef type(int depth) {
        return switch (random.nextInt(depth == 0 ? 17 : 20)) {
            case 0 -> new TypeRef.BooleanRef();
            case 1 -> random.nextBoolean() ? Ir.INTEGER : Ir.INT32;
            case 2 -> new TypeRef.Int64StringRef();
            case 3, 4 -> random.nextBoolean() ? Ir.NUMBER : Ir.FLOAT;
            case 5, 6 ->
                    new TypeRef.StringRef(
                            OptionalInt.empty(), OptionalInt.of(99), Optional.of("^[^$]*$"));
            case 7 -> Ir.constant("\"k\\\"\\\\\"");
            case 8 -> new TypeRef.NativeRef(NativeType.VECTOR3);
            case 9, 10, 11 -> Ir.named(usable.get(random.nextInt(usable.size())));
            case 12, 13 -> Ir.format(pick(TextFormat.values()));
            case 14 -> Ir.packed(pick(TypeRef.PackedKind.values()));
            case 15 -> Ir.json(random.nextBoolean() ? "true" : "{\"not\": false}");
            case 16 -> Ir.checked(Ir.INTEGER, "{\"type\": \"integer\"}");
            case 17 -> Ir.map(item(depth));
            case 18 -> Ir.set(item(depth));
            default ->
                    new TypeRef.ListRef(item(depth), OptionalInt.of(0), OptionalInt.of(9), false);
        };
    }

    /** Json values are never nullable, as null is one of them. */
    private TypeRef item(int depth) {
        TypeRef type = type(depth - 1);
        return random.nextInt(4) == 0 && !(type instanceof TypeRef.JsonRef)
                ? new TypeRef.NullableRef(type)
                : type;
    }

    private <T> T pick(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
