package dev.gdwire.gen.java;

import dev.gdwire.gen.ir.Doc;
import dev.gdwire.gen.ir.EnumDef;
import dev.gdwire.gen.ir.EnumValue;
import dev.gdwire.gen.ir.FieldDef;
import dev.gdwire.gen.ir.Literal;
import dev.gdwire.gen.ir.Protocol;
import dev.gdwire.gen.ir.RecordDef;
import dev.gdwire.gen.ir.Rule;
import dev.gdwire.gen.ir.Sender;
import dev.gdwire.gen.ir.TextFormat;
import dev.gdwire.gen.ir.TupleDef;
import dev.gdwire.gen.ir.TypeName;
import dev.gdwire.gen.ir.TypeRef;
import dev.gdwire.gen.ir.UnionDef;
import dev.gdwire.gen.ir.UnknownFields;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** A set with the types that need more than an object: unions, tuples, rules and so on. */
final class ShopSample {
    private static final String WORDS =
            """
            What somebody pays with. Give **one** of these:

            - `card`: see [the list](https://example.com/cards?all=1&now)
            - `cash`, which
              may be foreign

            ```json
            {"kind": "cash", "sum": 3}
            ```\
            """;

    private ShopSample() {}

    static Protocol shop() {
        Protocol plain =
                Samples.protocol(
                        "shop",
                        List.of(
                                Samples.message(stock(), Sender.GODOT, null),
                                Samples.message(buy(), Sender.JAVA, "stock"),
                                Samples.message(haggle(), Sender.JAVA, null)),
                        List.of(
                                size(), answer(), color(), price(), payment(), card(), cash(),
                                coupon()));
        return new Protocol(
                plain.name(),
                plain.version(),
                plain.discriminator(),
                plain.javaPackage(),
                plain.godotClassName(),
                plain.fingerprint(),
                plain.messages(),
                plain.types(),
                new TreeMap<>(Map.of("filter", filter())));
    }

    private static RecordDef buy() {
        return Samples.record(
                "buy",
                "Buys something.",
                List.of(
                        Samples.required("payment", "With what.", Samples.named("payment")),
                        Samples.required("size", "Which.", Samples.named("size")),
                        Samples.optional("color", "Of what color.", Samples.named("color")),
                        Samples.optional("sure", "Whether to ask.", Samples.named("answer")),
                        Samples.optional("prices", "What it may cost, all different.", prices()),
                        Samples.optional(
                                "at", "When.", new TypeRef.FormatRef(TextFormat.DATE_TIME)),
                        Samples.optional("id", "Which.", new TypeRef.FormatRef(TextFormat.UUID)),
                        Samples.optional(
                                "mail", "To whom.", new TypeRef.FormatRef(TextFormat.EMAIL)),
                        Samples.optional(
                                "curve",
                                "The price over time.",
                                new TypeRef.PackedRef(TypeRef.PackedKind.FLOAT32)),
                        Samples.optional(
                                "filter",
                                "What else must be.",
                                new TypeRef.JsonRef(rule("$ref", Samples.string("filter")))),
                        Samples.optional(
                                "count",
                                "How many.",
                                new TypeRef.CheckedRef(Samples.INTEGER, rule("not", type("null")))),
                        Samples.defaulted(
                                "note",
                                "Anything.",
                                new TypeRef.JsonRef(Rule.ANYTHING),
                                Samples.object(Map.of("text", Samples.string("")))),
                        old(Samples.optional("coupon", "", Samples.named("coupon"))),
                        Samples.required("gift", "To whom, if to another.", nullableText()),
                        Samples.optional("foo_bar", "A name.", Samples.TEXT),
                        Samples.optional("fooBar", "Another.", Samples.TEXT),
                        Samples.optional("<=", "A sign.", Samples.TEXT)));
    }

    private static TypeRef nullableText() {
        return Samples.nullable(Samples.TEXT);
    }

    private static TypeRef prices() {
        return new TypeRef.ListRef(
                Samples.named("price"), OptionalInt.empty(), OptionalInt.empty(), true);
    }

    /** A message of which all is deprecated, as is one of its types. */
    private static RecordDef haggle() {
        return new RecordDef(
                Samples.name("haggle"),
                Samples.source("haggle"),
                deprecated("Asks for another price."),
                List.of(
                        old(Samples.optional("price", "", Samples.named("price"))),
                        old(Samples.required("style", "", Samples.constant("loud"))),
                        old(Samples.required("since", "", Samples.INT64))),
                UnknownFields.IGNORED);
    }

    private static RecordDef coupon() {
        return new RecordDef(
                Samples.name("coupon"),
                Samples.source("types/coupon"),
                deprecated("What one saves."),
                List.of(Samples.required("percent", "How much.", Samples.INTEGER)),
                UnknownFields.IGNORED);
    }

    private static FieldDef old(FieldDef field) {
        return new FieldDef(
                field.wireName(),
                field.source(),
                deprecated("What nobody needs."),
                field.type(),
                field.presence(),
                field.defaultValue());
    }

    private static Doc deprecated(String words) {
        return new Doc(Optional.empty(), Optional.of(words), true);
    }

    private static RecordDef stock() {
        return new RecordDef(
                Samples.name("stock"),
                Samples.source("stock"),
                Samples.doc("How many are left of each, by name."),
                List.of(Samples.required("place", "Where.", Samples.TEXT)),
                UnknownFields.KEPT,
                Optional.of(Samples.atLeast(Samples.INTEGER, 0)),
                rule("minProperties", Samples.number("2")));
    }

    private static UnionDef payment() {
        TypeName card = Samples.name("card");
        TypeName cash = Samples.name("cash");
        return new UnionDef(
                Samples.name("payment"),
                Samples.source("types/payment"),
                Samples.doc(WORDS),
                "kind",
                List.of(card, cash),
                List.of(
                        new UnionDef.Case(List.of(Samples.string("card")), card),
                        new UnionDef.Case(List.of(Samples.string("cash")), cash)));
    }

    private static RecordDef card() {
        return Samples.record(
                "card",
                "A card.",
                List.of(
                        Samples.required("kind", "What it is.", Samples.constant("card")),
                        Samples.required("number", "Its number.", Samples.text(4, 19, "^\\d+$"))));
    }

    private static RecordDef cash() {
        return Samples.record(
                "cash",
                "Coins and notes.",
                List.of(
                        Samples.required("kind", "What it is.", Samples.constant("cash")),
                        Samples.required("sum", "How much.", Samples.named("price"))));
    }

    private static TupleDef price() {
        return new TupleDef(
                Samples.name("price"),
                Samples.source("types/price"),
                Samples.doc("An amount with its currency."),
                List.of(
                        item("amount", "How much.", Samples.atLeast(Samples.NUMBER, 0)),
                        item("currency", "Of what.", Samples.text(3, 3, null))));
    }

    private static TupleDef.Item item(String label, String words, TypeRef type) {
        return new TupleDef.Item(label, Samples.source("types/price"), Samples.doc(words), type);
    }

    private static EnumDef size() {
        return new EnumDef(
                Samples.name("size"),
                Samples.source("types/size"),
                Samples.doc("How large."),
                List.of(
                        new EnumValue(
                                Samples.number("1"),
                                Samples.doc("As large as a hand."),
                                Optional.of("small")),
                        EnumValue.of(Samples.number("2")),
                        EnumValue.of(Samples.number("-1"))),
                Optional.empty());
    }

    private static EnumDef answer() {
        return new EnumDef(
                Samples.name("answer"),
                Samples.source("types/answer"),
                Doc.NONE,
                List.of(
                        EnumValue.of(new Literal.BooleanLiteral(true)),
                        EnumValue.of(Samples.string("ask me")),
                        EnumValue.of(Samples.number("0.5"))),
                Optional.empty());
    }

    private static EnumDef color() {
        return new EnumDef(
                Samples.name("color"),
                Samples.source("types/color"),
                Samples.doc("A color."),
                List.of(EnumValue.of(Samples.string("red")), EnumValue.of(Samples.string("blue"))),
                Optional.of(Samples.text(1, 20, null)));
    }

    private static Rule filter() {
        return rule("anyOf", new Literal.ListLiteral(List.of(type("string"), either())));
    }

    private static Literal either() {
        Literal filter = Samples.object(Map.of("$ref", Samples.string("filter")));
        return Samples.object(Map.of("additionalProperties", filter));
    }

    private static Literal type(String name) {
        return Samples.object(Map.of("type", Samples.string(name)));
    }

    private static Rule rule(String keyword, Literal value) {
        return new Rule(Samples.object(Map.of(keyword, value)));
    }
}
