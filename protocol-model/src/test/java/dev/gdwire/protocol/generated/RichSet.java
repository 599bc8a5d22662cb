package dev.gdwire.protocol.generated;

import dev.gdwire.gen.ir.Doc;
import dev.gdwire.gen.ir.Protocol;
import dev.gdwire.gen.ir.Rule;
import dev.gdwire.gen.ir.TextFormat;
import dev.gdwire.gen.ir.TypeRef.PackedKind;
import dev.gdwire.gen.ir.UnionDef;
import dev.gdwire.gen.ir.UnknownFields;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A set with every kind of type that schemas can have, made by hand. */
final class RichSet {
    private RichSet() {}

    static Protocol protocol() {
        SortedMap<String, Rule> rules = new TreeMap<>();
        rules.put(
                "tree",
                Ir.rule(
                        "{\"type\": \"object\", \"properties\": {\"left\": {\"$ref\": \"tree\"},"
                                + " \"n\": {\"type\": \"integer\", \"maximum\": 9}}}"));
        UnionDef figure =
                new UnionDef(
                        Ir.name("figure"),
                        Ir.SOURCE,
                        Doc.NONE,
                        "kind",
                        List.of(Ir.name("shape"), Ir.name("dot")),
                        List.of(
                                Ir.one("circle", "\"circle\""),
                                Ir.one("square", "\"square\""),
                                Ir.one("dot", "\"dot\"", "\"point\"")));
        return Ir.protocol(
                List.of(
                        Ir.message(
                                Ir.record(
                                        "draw",
                                        Ir.required("shape", Ir.named("shape")),
                                        Ir.optional("figures", Ir.list(Ir.named("figure"))),
                                        Ir.optional("circle", Ir.nullable(Ir.named("circle"))),
                                        Ir.optional("level", Ir.named("numbered")),
                                        Ir.defaulted(
                                                "start",
                                                Ir.named("figure"),
                                                "{\"kind\": \"square\", \"side\": 2}"))),
                        Ir.message(
                                Ir.kept(
                                        "bag",
                                        Ir.INTEGER,
                                        "{\"maxProperties\": 5, \"propertyNames\": {\"maxLength\":"
                                                + " 10}}",
                                        Ir.required("name", Ir.TEXT),
                                        Ir.required("additional", Ir.INT32),
                                        Ir.optional("", Ir.INTEGER),
                                        Ir.optional("out", Ir.nullable(Ir.INTEGER)),
                                        Ir.required("v", Ir.constant("1")))),
                        Ir.message(
                                Ir.record(
                                        "free",
                                        Ir.required("any", Ir.ANY),
                                        Ir.optional("tree", Ir.json("{\"$ref\": \"tree\"}")),
                                        Ir.optional("list", Ir.set(Ir.json("{\"minLength\": 2}"))),
                                        Ir.optional(
                                                "even",
                                                Ir.nullable(
                                                        Ir.checked(
                                                                Ir.INTEGER,
                                                                "{\"multipleOf\": 2}"))),
                                        Ir.optional(
                                                "evens",
                                                Ir.checked(
                                                        Ir.list(
                                                                Ir.checked(
                                                                        Ir.NUMBER,
                                                                        "{\"multipleOf\": 2}")),
                                                        "{\"contains\": {\"const\": 4}}")),
                                        Ir.optional("pairs", Ir.set(Ir.named("pair"))),
                                        Ir.optional("floats", Ir.set(Ir.FLOAT)),
                                        Ir.defaulted("fallback", Ir.ANY, "{\"a\": [1, null]}"))),
                        Ir.message(
                                Ir.record(
                                        "texts",
                                        Ir.optional("at", Ir.format(TextFormat.DATE_TIME)),
                                        Ir.optional("on", Ir.format(TextFormat.DATE)),
                                        Ir.optional("time", Ir.format(TextFormat.TIME)),
                                        Ir.optional("id", Ir.format(TextFormat.UUID)),
                                        Ir.optional("link", Ir.format(TextFormat.URI)),
                                        Ir.optional("host", Ir.format(TextFormat.HOSTNAME)),
                                        Ir.optional(
                                                "hosts", Ir.list(Ir.format(TextFormat.HOSTNAME))),
                                        Ir.optional("days", Ir.list(Ir.format(TextFormat.DATE))),
                                        Ir.defaulted(
                                                "since",
                                                Ir.format(TextFormat.DATE_TIME),
                                                "\"2020-01-01T00:00:00Z\""))),
                        Ir.message(
                                Ir.record(
                                        "packed",
                                        Ir.required("floats", Ir.packed(PackedKind.FLOAT32)),
                                        Ir.optional(
                                                "doubles",
                                                Ir.nullable(Ir.packed(PackedKind.FLOAT64))),
                                        Ir.optional("int_numbers", Ir.packed(PackedKind.INT32)),
                                        Ir.optional("bytes", Ir.packed(PackedKind.UINT8)),
                                        Ir.optional("many", Ir.list(Ir.packed(PackedKind.INT32))),
                                        Ir.defaulted(
                                                "start",
                                                Ir.packed(PackedKind.INT32),
                                                "\"AQAAAA==\""))),
                        Ir.message(
                                Ir.record(
                                        "enums",
                                        Ir.optional("level", Ir.named("level")),
                                        Ir.optional("mixed", Ir.named("mixed")),
                                        Ir.optional("color", Ir.named("color")),
                                        Ir.optional("port", Ir.named("port")),
                                        Ir.optional("scale", Ir.named("scale")),
                                        Ir.optional("operator", Ir.named("operator")),
                                        Ir.optional("levels", Ir.list(Ir.named("level"))),
                                        Ir.defaulted("best", Ir.named("level"), "3.0"),
                                        Ir.defaulted("hue", Ir.named("color"), "\"#fff\""))),
                        Ir.message(
                                Ir.record(
                                        "names",
                                        Ir.optional("fooBar", Ir.TEXT),
                                        Ir.optional("foo_bar", Ir.TEXT),
                                        Ir.optional("_fooBar", Ir.TEXT),
                                        Ir.optional("foo-bar", Ir.TEXT),
                                        Ir.optional("FooBar", Ir.TEXT),
                                        Ir.optional("", Ir.TEXT),
                                        Ir.optional("<=", Ir.TEXT),
                                        Ir.optional("日本", Ir.TEXT),
                                        Ir.optional("class", Ir.TEXT),
                                        Ir.optional("class_", Ir.TEXT),
                                        Ir.optional("3d", Ir.TEXT)))),
                List.of(
                        Ir.union(
                                "shape",
                                "kind",
                                Ir.one("circle", "\"circle\""),
                                Ir.one("square", "\"square\"")),
                        figure,
                        Ir.union("numbered", "v", Ir.one("one", "1"), Ir.one("two", "2.0", "3")),
                        Ir.record(
                                "circle",
                                UnknownFields.REFUSED,
                                Ir.required("kind", Ir.constant("\"circle\"")),
                                Ir.required("radius", Ir.NUMBER)),
                        Ir.record(
                                "square",
                                Ir.required("kind", Ir.constant("\"square\"")),
                                Ir.optional("side", Ir.NUMBER),
                                Ir.optional("inside", Ir.named("shape"))),
                        Ir.record("dot", Ir.required("kind", Ir.named("dot_kind"))),
                        Ir.record("one", Ir.required("v", Ir.constant("1"))),
                        Ir.record("two", Ir.required("v", Ir.named("two_v"))),
                        Ir.closed("two_v", "2", "3"),
                        Ir.closed("dot_kind", "\"dot\"", "\"point\""),
                        Ir.closed("level", "1", "2", "3", "-1"),
                        Ir.closed("mixed", "1", "\"a\"", "true", "1.5", "-1"),
                        Ir.closed(
                                "operator",
                                "\"\"",
                                "\"<=\"",
                                "\"+\"",
                                "\"3d\"",
                                "\"a b\"",
                                "\"日本\"",
                                "\"é\"",
                                "\"A B\"",
                                "\"C\"",
                                "\"C++\"",
                                "\"C#\"",
                                "\"true\""),
                        Ir.open("color", Ir.TEXT, "\"red\"", "\"green\""),
                        Ir.open("port", Ir.INT32, "80", "443"),
                        Ir.open("scale", Ir.NUMBER, "1", "0.5"),
                        Ir.tuple(
                                "pair",
                                Ir.INTEGER,
                                Ir.nullable(Ir.checked(Ir.TEXT, "{\"minLength\": 1}")))),
                rules);
    }
}
