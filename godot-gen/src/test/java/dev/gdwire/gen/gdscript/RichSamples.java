package dev.gdwire.gen.gdscript;

import static dev.gdwire.gen.gdscript.Ir.BOOLEAN;
import static dev.gdwire.gen.gdscript.Ir.INT32;
import static dev.gdwire.gen.gdscript.Ir.INTEGER;
import static dev.gdwire.gen.gdscript.Ir.NUMBER;
import static dev.gdwire.gen.gdscript.Ir.STRING;
import static dev.gdwire.gen.gdscript.Ir.array;
import static dev.gdwire.gen.gdscript.Ir.checked;
import static dev.gdwire.gen.gdscript.Ir.constant;
import static dev.gdwire.gen.gdscript.Ir.enumeration;
import static dev.gdwire.gen.gdscript.Ir.format;
import static dev.gdwire.gen.gdscript.Ir.json;
import static dev.gdwire.gen.gdscript.Ir.keeping;
import static dev.gdwire.gen.gdscript.Ir.list;
import static dev.gdwire.gen.gdscript.Ir.literal;
import static dev.gdwire.gen.gdscript.Ir.map;
import static dev.gdwire.gen.gdscript.Ir.named;
import static dev.gdwire.gen.gdscript.Ir.nullable;
import static dev.gdwire.gen.gdscript.Ir.object;
import static dev.gdwire.gen.gdscript.Ir.open;
import static dev.gdwire.gen.gdscript.Ir.optional;
import static dev.gdwire.gen.gdscript.Ir.packed;
import static dev.gdwire.gen.gdscript.Ir.record;
import static dev.gdwire.gen.gdscript.Ir.required;
import static dev.gdwire.gen.gdscript.Ir.rule;
import static dev.gdwire.gen.gdscript.Ir.scalars;
import static dev.gdwire.gen.gdscript.Ir.set;
import static dev.gdwire.gen.gdscript.Ir.tuple;
import static dev.gdwire.gen.gdscript.Ir.union;
import static dev.gdwire.gen.gdscript.Ir.value;
import static dev.gdwire.gen.gdscript.Ir.withDefault;

import dev.gdwire.gen.ir.RecordDef;
import dev.gdwire.gen.ir.Rule;
import dev.gdwire.gen.ir.TextFormat;
import dev.gdwire.gen.ir.TypeDef;
import dev.gdwire.gen.ir.TypeRef;
import dev.gdwire.gen.ir.TypeRef.PackedKind;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/** The parts of the rich set with unions, tuples, enums of all kinds, and rules. */
final class RichSamples {
    private RichSamples() {}

    static List<TypeDef> types() {
        return List.of(
                record(
                        "circle",
                        "A round shape.",
                        required("kind", constant(literal("circle"))),
                        required("radius", NUMBER),
                        optional("holes", list(named("shape")))),
                enumeration(
                        "sign", "", "<=", "+", "c", "c#", "a b", "a-b", "日本", "é", "-1", "OK",
                        "node"),
                scalars("level", value(-1, "Below all.", "lowest"), value(0), value(10)),
                scalars("mixture", value(1.5), value(15), value(-1), value("1"), value(true)),
                open(enumeration("mood", "calm", "wild"), Ir.text(1, 20)),
                open(scalars("speed", value(1, "A walk.", "slow"), value(9)), INTEGER),
                tuple(
                        "pair",
                        required("name", STRING),
                        required("count", nullable(INTEGER)),
                        required("item_2", named("node")),
                        required("end", constant(literal("!")))),
                union("shape", "kind", "circle", "circle", "square", "square", 3, "solid"),
                record(
                        "solid",
                        "A shape of three dimensions.",
                        required("kind", constant(literal(3))),
                        optional("inside", named("shape"))),
                record(
                        "square",
                        "A shape of four sides.",
                        required("kind", constant(literal("square"))),
                        required("side", INTEGER)));
    }

    static RecordDef kinds() {
        return record(
                "kinds",
                "Types of all kinds.",
                required("shape", named("shape")),
                optional("maybe_shape", nullable(named("shape"))),
                optional("shapes", list(named("shape"))),
                optional("shape_map", map(named("shape"))),
                required("pair", named("pair")),
                optional("pairs", set(named("pair"))),
                optional("pair_map", map(nullable(named("pair")))),
                optional("pair_lists", map(list(named("pair")))),
                optional("flag_lists", map(list(BOOLEAN))),
                optional("sign", named("sign")),
                optional("sign_lists", map(list(named("sign")))),
                required("level", named("level")),
                optional("levels", list(named("level"))),
                optional("level_or_null", nullable(named("level"))),
                required("mixture", named("mixture")),
                optional("mixtures", set(named("mixture"))),
                optional("mixture_or_null", nullable(named("mixture"))),
                optional("mood", named("mood")),
                optional("moods", list(named("mood"))),
                withDefault("default_mood", named("mood"), literal("mild")),
                withDefault("speed", named("speed"), literal(9)),
                optional("speeds", list(nullable(named("speed")))),
                optional("id", format(TextFormat.UUID)),
                optional("days", list(format(TextFormat.DATE))),
                optional(
                        "mail",
                        new TypeRef.StringRef(
                                OptionalInt.empty(),
                                OptionalInt.of(30),
                                java.util.Optional.empty(),
                                java.util.Optional.of(TextFormat.EMAIL))),
                optional("floats", packed(PackedKind.FLOAT32)),
                optional("doubles", nullable(packed(PackedKind.FLOAT64))),
                optional("ints", packed(PackedKind.INT32)),
                optional("blocks", list(packed(PackedKind.UINT8))),
                withDefault("start", named("level"), literal(10)),
                withDefault("first", named("pair"), array("a", 1, object("name", "n"), "!")),
                withDefault("form", named("shape"), object("kind", "square", "side", 2)),
                withDefault("wave", packed(PackedKind.FLOAT32), literal("AACAPw==")),
                withDefault("any", json(Rule.ANYTHING), array(1, object("a", true))));
    }

    static RecordDef kept() {
        return keeping(
                record(
                        "kept",
                        "Keeps what it does not know.",
                        required("name", STRING),
                        optional("additional", INTEGER)),
                checked(INT32, rule("multipleOf", 5)),
                rule("maxProperties", 3, "propertyNames", rule("maxLength", 10).schema()));
    }

    static RecordDef ruled() {
        return new RecordDef(
                record("ruled", "").name(),
                record("ruled", "").source(),
                record("ruled", "Values with rules.").doc(),
                List.of(
                        required("any", json(Rule.ANYTHING)),
                        optional("scalar", json(rule("type", array("integer", "string")))),
                        optional("tree", json(rule("$ref", "tree"))),
                        optional(
                                "nothing",
                                json(
                                        new Rule(
                                                new dev.gdwire.gen.ir.Literal.BooleanLiteral(
                                                        false)))),
                        optional(
                                "list",
                                checked(
                                        list(INTEGER),
                                        rule("contains", object("minimum", 5), "maxContains", 2))),
                        optional("texts", map(checked(STRING, rule("not", object("const", "x"))))),
                        optional("flag", nullable(checked(BOOLEAN, rule("const", true)))),
                        optional(
                                "words",
                                list(
                                        json(
                                                rule(
                                                        "pattern",
                                                        "^\\w$",
                                                        "portable",
                                                        object("^\\w$", "\\A[A-Za-z0-9_]\\z"))))),
                        optional(
                                "node",
                                checked(
                                        named("node"),
                                        rule(
                                                "anyOf",
                                                array(
                                                        object("required", array("left")),
                                                        object(
                                                                "properties",
                                                                object(
                                                                        "name",
                                                                        object(
                                                                                "minLength",
                                                                                3)))))))),
                record("ruled", "").unknown(),
                java.util.Optional.empty(),
                rule("dependentRequired", object("scalar", array("tree"))));
    }

    static SortedMap<String, Rule> rules() {
        return new TreeMap<>(
                java.util.Map.of(
                        "leaf", rule("type", "string"),
                        "tree",
                                rule(
                                        "anyOf",
                                        array(
                                                object("$ref", "leaf"),
                                                object(
                                                        "type",
                                                        "array",
                                                        "items",
                                                        object("$ref", "tree"))))));
    }
}
