package dev.gdwire.gen.java;

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
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Pieces of IR, made by hand. */
final class Samples {
    static final TypeRef BOOLEAN = new TypeRef.BooleanRef();
    static final TypeRef INTEGER =
            new TypeRef.IntegerRef(TypeRef.IntegerWidth.INT53, TypeRef.NumberLimits.NONE);
    static final TypeRef INT32 =
            new TypeRef.IntegerRef(TypeRef.IntegerWidth.INT32, TypeRef.NumberLimits.NONE);
    static final TypeRef INT64 = new TypeRef.Int64StringRef();
    static final TypeRef NUMBER =
            new TypeRef.NumberRef(TypeRef.NumberPrecision.FLOAT64, TypeRef.NumberLimits.NONE);
    static final TypeRef FLOAT =
            new TypeRef.NumberRef(TypeRef.NumberPrecision.FLOAT32, TypeRef.NumberLimits.NONE);
    static final TypeRef TEXT =
            new TypeRef.StringRef(OptionalInt.empty(), OptionalInt.empty(), Optional.empty());

    private Samples() {}

    static Protocol protocol(String name, List<MessageDef> messages, List<TypeDef> types) {
        return new Protocol(
                name, "1.0", "type", Optional.empty(), Optional.empty(), "f00d", messages, types);
    }

    /** A set with a bit of everything. */
    static Protocol zoo() {
        EnumDef mood =
                EnumDef.ofTexts(
                        name("mood"),
                        source("types/mood"),
                        doc("How it feels."),
                        List.of("happy", "very-sad", "class", "2fast"));
        RecordDef unit =
                record(
                        "unit",
                        "A unit of the game.",
                        List.of(
                                required("hp", "Hit points; `0` is dead.", atLeast(INT32, 0)),
                                required("name", "Its name.", text(1, 20, "^[a-z]+$")),
                                optional("parent", "The unit that leads it.", named("unit"))));
        RecordDef order =
                new RecordDef(
                        name("order"),
                        source("order"),
                        doc("Orders units about. <b>Not</b> {@code bold}; */ \\u0041 & more."),
                        List.of(
                                required("kind", "Fixed.", constant("go")),
                                required("class", "A word that Java keeps.", TEXT),
                                required("units", "Who goes.", list(named("unit"), 1)),
                                required("target", "Where to.", native_(NativeType.VECTOR3)),
                                required("mood", "How.", named("mood")),
                                required("note", "A note, or none.", nullable(TEXT)),
                                optional("at-once", "At once or later.", BOOLEAN),
                                optional("tags", "Free words.", list(text(1, 9, null), 0)),
                                optional("weights", "Weights.", list(atLeast(NUMBER, 0), 0)),
                                optional("id", "Exact.", INT64),
                                optional("ids", "All exact.", list(INT64, 0)),
                                optional("scores", "By name.", map(nullable(INTEGER))),
                                optional("limit", "Absent, none or a number.", nullable(INTEGER)),
                                optional("grid", "Rows.", list(list(TEXT, 0), 0)),
                                optional("raw", "Bytes.", native_(NativeType.PACKED_BYTE_ARRAY)),
                                defaulted("speed", "How fast.", FLOAT, number("1.5")),
                                defaulted("mode", "How.", named("mood"), string("very-sad")),
                                defaulted("path", "By which way.", list(INT32, 0), numbers(1, 2))),
                        UnknownFields.REFUSED);
        RecordDef done =
                record("done", "An order was carried out.", List.of(required("ok", "", BOOLEAN)));
        RecordDef tick =
                record(
                        "tick",
                        "One tick.",
                        List.of(
                                required("step", "Its number.", INTEGER),
                                optional("last", "The last order.", named("order"))));
        RecordDef empty = record("leave", "Leaves.", List.of());
        return protocol(
                "zoo",
                List.of(
                        message(done, Sender.GODOT, null),
                        message(empty, Sender.JAVA, null),
                        message(order, Sender.JAVA, "done"),
                        message(tick, Sender.BOTH, null)),
                List.of(mood, unit));
    }

    static MessageDef message(RecordDef record, Sender sender, String reply) {
        return new MessageDef(
                record.name().snakeCase(),
                record,
                sender,
                Optional.ofNullable(reply),
                "f00d-" + record.name());
    }

    static RecordDef record(String name, String description, List<FieldDef> fields) {
        return new RecordDef(
                name(name), source(name), doc(description), fields, UnknownFields.IGNORED);
    }

    static FieldDef required(String name, String description, TypeRef type) {
        return field(name, description, type, FieldDef.Presence.REQUIRED, Optional.empty());
    }

    static FieldDef optional(String name, String description, TypeRef type) {
        return field(name, description, type, FieldDef.Presence.OPTIONAL, Optional.empty());
    }

    static FieldDef defaulted(String name, String description, TypeRef type, Literal value) {
        return field(name, description, type, FieldDef.Presence.OPTIONAL, Optional.of(value));
    }

    static TypeRef list(TypeRef items, int least) {
        OptionalInt minimum = least == 0 ? OptionalInt.empty() : OptionalInt.of(least);
        return new TypeRef.ListRef(items, minimum, OptionalInt.empty(), false);
    }

    static TypeRef map(TypeRef values) {
        return new TypeRef.MapRef(values, OptionalInt.empty(), OptionalInt.empty());
    }

    static TypeRef nullable(TypeRef type) {
        return new TypeRef.NullableRef(type);
    }

    static TypeRef native_(NativeType type) {
        return new TypeRef.NativeRef(type);
    }

    static TypeRef named(String name) {
        return new TypeRef.NamedRef(name(name));
    }

    static TypeRef constant(String value) {
        return new TypeRef.ConstRef(string(value));
    }

    static TypeRef text(int least, int most, String pattern) {
        return new TypeRef.StringRef(
                OptionalInt.of(least), OptionalInt.of(most), Optional.ofNullable(pattern));
    }

    static TypeRef atLeast(TypeRef type, long minimum) {
        TypeRef.NumberLimits limits =
                new TypeRef.NumberLimits(
                        Optional.of(BigDecimal.valueOf(minimum)),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        return type instanceof TypeRef.IntegerRef integer
                ? new TypeRef.IntegerRef(integer.width(), limits)
                : new TypeRef.NumberRef(((TypeRef.NumberRef) type).precision(), limits);
    }

    static Literal string(String value) {
        return new Literal.StringLiteral(value);
    }

    static Literal number(String value) {
        return new Literal.NumberLiteral(new BigDecimal(value));
    }

    static Literal numbers(int... values) {
        List<Literal> items = new ArrayList<>();
        for (int value : values) {
            items.add(number(Integer.toString(value)));
        }
        return new Literal.ListLiteral(items);
    }

    static Literal object(Map<String, Literal> members) {
        return new Literal.ObjectLiteral(members);
    }

    static TypeName name(String snakeCase) {
        return new TypeName(List.of(snakeCase.split("_")));
    }

    static Source source(String name) {
        return new Source(name + ".schema.json", "", 1, 1);
    }

    static Doc doc(String description) {
        return new Doc(Optional.empty(), Optional.of(description), false);
    }

    private static FieldDef field(
            String name,
            String description,
            TypeRef type,
            FieldDef.Presence presence,
            Optional<Literal> defaultValue) {
        return new FieldDef(name, source("order"), doc(description), type, presence, defaultValue);
    }
}
