package dev.gdwire.gen.gdscript;

import static dev.gdwire.gen.gdscript.Ir.BOOLEAN;
import static dev.gdwire.gen.gdscript.Ir.FLOAT;
import static dev.gdwire.gen.gdscript.Ir.INT32;
import static dev.gdwire.gen.gdscript.Ir.INT64;
import static dev.gdwire.gen.gdscript.Ir.INTEGER;
import static dev.gdwire.gen.gdscript.Ir.NUMBER;
import static dev.gdwire.gen.gdscript.Ir.STRING;
import static dev.gdwire.gen.gdscript.Ir.between;
import static dev.gdwire.gen.gdscript.Ir.constant;
import static dev.gdwire.gen.gdscript.Ir.documented;
import static dev.gdwire.gen.gdscript.Ir.enumeration;
import static dev.gdwire.gen.gdscript.Ir.godot;
import static dev.gdwire.gen.gdscript.Ir.integer;
import static dev.gdwire.gen.gdscript.Ir.list;
import static dev.gdwire.gen.gdscript.Ir.literal;
import static dev.gdwire.gen.gdscript.Ir.map;
import static dev.gdwire.gen.gdscript.Ir.message;
import static dev.gdwire.gen.gdscript.Ir.named;
import static dev.gdwire.gen.gdscript.Ir.nullable;
import static dev.gdwire.gen.gdscript.Ir.number;
import static dev.gdwire.gen.gdscript.Ir.optional;
import static dev.gdwire.gen.gdscript.Ir.pattern;
import static dev.gdwire.gen.gdscript.Ir.record;
import static dev.gdwire.gen.gdscript.Ir.request;
import static dev.gdwire.gen.gdscript.Ir.required;
import static dev.gdwire.gen.gdscript.Ir.set;
import static dev.gdwire.gen.gdscript.Ir.text;
import static dev.gdwire.gen.gdscript.Ir.withDefault;

import dev.gdwire.gen.ir.FieldDef;
import dev.gdwire.gen.ir.Literal;
import dev.gdwire.gen.ir.MessageDef;
import dev.gdwire.gen.ir.NativeType;
import dev.gdwire.gen.ir.Protocol;
import dev.gdwire.gen.ir.RecordDef;
import dev.gdwire.gen.ir.Sender;
import dev.gdwire.gen.ir.TypeDef;
import dev.gdwire.gen.ir.TypeRef.IntegerWidth;
import dev.gdwire.gen.ir.UnknownFields;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Schema sets made by hand. */
final class SampleProtocols {
    private SampleProtocols() {}

    /** The core set. */
    static Protocol core() {
        List<MessageDef> messages =
                List.of(
                        message(
                                record(
                                        "error",
                                        "Tells the peer that a line could not be used.",
                                        required("code", named("error", "code")),
                                        required("message", STRING),
                                        optional("path", STRING)),
                                Sender.BOTH),
                        message(
                                record(
                                        "fingerprints",
                                        "Digests of a protocol's messages.",
                                        required("protocol", STRING),
                                        required("messages", map(STRING))),
                                Sender.BOTH),
                        message(greeting("hello"), Sender.BOTH),
                        message(
                                record(
                                        "ping",
                                        "Asks for a sign of life.",
                                        required("nonce", INTEGER)),
                                Sender.BOTH),
                        message(
                                record("pong", "Answers a ping.", required("nonce", INTEGER)),
                                Sender.BOTH),
                        message(
                                record(
                                        "reject",
                                        "Refuses a hello or a welcome.",
                                        required("code", named("reject", "code")),
                                        required("message", STRING)),
                                Sender.BOTH),
                        message(greeting("welcome"), Sender.BOTH));
        List<TypeDef> types =
                List.of(
                        enumeration("error_code", "malformed", "too_long", "unknown_type"),
                        record(
                                "offer",
                                "A protocol that a peer speaks.",
                                required("name", text(1, 100)),
                                required("version", pattern("^[0-9]+\\.[0-9]+$")),
                                required("fingerprint", STRING)),
                        enumeration("reject_code", "wire_version", "busy"));
        return new Protocol(
                "core",
                "1.0",
                "gdwire",
                Optional.empty(),
                Optional.empty(),
                "digest-of-core",
                messages,
                types);
    }

    private static RecordDef greeting(String name) {
        return record(
                name,
                "Opens a connection.",
                required("wire", integer(IntegerWidth.INT53, 1, null)),
                required("library", STRING),
                required("protocols", list(named("offer"))),
                required("features", list(STRING)),
                required("maxFrame", integer(IntegerWidth.INT53, 1024, null)));
    }

    /** A set with everything that the IR has. */
    static Protocol rich() {
        List<MessageDef> messages =
                List.of(
                        message(awkward(), Sender.JAVA),
                        message(limits(), Sender.BOTH),
                        message(natives(), Sender.GODOT),
                        message(nested(), Sender.BOTH),
                        request(record("ping", "Asks.", UnknownFields.REFUSED), "pong"),
                        message(
                                record("pong", "Answers.", optional("seed", INTEGER)),
                                Sender.GODOT),
                        message(RichSamples.kept(), Sender.BOTH),
                        message(RichSamples.kinds(), Sender.BOTH),
                        message(RichSamples.ruled(), Sender.BOTH),
                        message(scalars(), Sender.JAVA),
                        message(states(), Sender.BOTH));
        List<TypeDef> types = new ArrayList<>(RichSamples.types());
        types.addAll(
                List.of(
                        enumeration("color", "red", "PI", "3d", "values", "hot-pink"),
                        record(
                                "node",
                                "A tree.",
                                UnknownFields.REFUSED,
                                required("name", STRING),
                                optional("left", named("node")),
                                optional("right", nullable(named("node"))),
                                optional("children", list(named("node"))))));
        return new Protocol(
                "rich",
                "2.1",
                "type",
                Optional.empty(),
                Optional.empty(),
                "digest-of-rich",
                messages,
                types,
                RichSamples.rules());
    }

    private static RecordDef scalars() {
        return record(
                "scalars",
                "One of each.",
                required("flag", BOOLEAN),
                required("whole", INTEGER),
                required("small", INT32),
                required("large", INT64),
                required("number", NUMBER),
                required("float", FLOAT),
                required("text", STRING),
                required("color", named("color")),
                required("kind", constant(literal("crate"))),
                required("version", constant(literal(3))),
                optional("mark", constant(literal("100%"))));
    }

    private static RecordDef states() {
        return record(
                "states",
                "Every way of having no value.",
                optional("first", INTEGER),
                required("nothing", nullable(INT32)),
                optional("maybe", nullable(STRING)),
                required("node", nullable(named("node"))),
                optional("extra", named("node")),
                optional("third", nullable(named("node"))),
                optional("names", list(STRING)),
                optional("nodes", list(named("node"))),
                optional("maybe_nodes", nullable(list(named("node")))),
                withDefault("count", INTEGER, literal(7)),
                withDefault("rate", NUMBER, literal(2)),
                withDefault("color", named("color"), literal("hot-pink")),
                withDefault(
                        "position",
                        godot(NativeType.VECTOR3),
                        new Literal.ListLiteral(List.of(literal(1), literal(2.5), literal(-3)))),
                withDefault(
                        "tree",
                        named("node"),
                        new Literal.ObjectLiteral(Map.of("name", literal("root")))),
                withDefault("limit", nullable(INTEGER), new Literal.NullLiteral()),
                withDefault("word", nullable(STRING), literal("tab\there")));
    }

    private static RecordDef nested() {
        return record(
                "nested",
                "Lists and maps.",
                required("grid", list(list(NUMBER, 1, 3))),
                required("points", list(godot(NativeType.VECTOR2))),
                required("ids", list(INT64)),
                required("flags", list(BOOLEAN)),
                required("colors", list(named("color"))),
                required("counts", map(INTEGER)),
                required("groups", map(list(named("node")))),
                required("holes", list(nullable(INTEGER))),
                required("floats", list(FLOAT)),
                required("numbers", list(NUMBER)),
                required("smalls", list(INT32)),
                required("wholes", list(INTEGER)),
                required("maps", list(map(STRING))));
    }

    private static RecordDef natives() {
        FieldDef[] fields =
                Arrays.stream(NativeType.values())
                        .map(type -> required(type.schemaName(), godot(type)))
                        .toArray(FieldDef[]::new);
        return record("natives", "Godot's own types.", fields);
    }

    private static RecordDef limits() {
        return record(
                "limits",
                "Values within limits.",
                required("age", integer(IntegerWidth.INT32, 0, 150)),
                optional("share", between("0", "1", "0.25")),
                required("name", text(1, 5)),
                required("code", pattern("^\\d{2}-\\w+$")),
                required("scores", list(number(0, null), 1, 3)),
                required("tags", set(text(1, 10))),
                optional("levels", map(nullable(number(null, 9)))),
                optional("spots", set(godot(NativeType.VECTOR2))));
    }

    private static RecordDef awkward() {
        return record(
                "awkward",
                "Names of all sorts, [b]not bold[/b].\nA second line.\n\n\tAnd \u0007 a bell.",
                required("class", STRING),
                required("script", STRING),
                required("value", INTEGER),
                required("data", INTEGER),
                required("reader", INTEGER),
                required("fields", INTEGER),
                required("result", INTEGER),
                required("checks", INTEGER),
                optional("text", STRING),
                optional("other", nullable(BOOLEAN)),
                required("key", list(integer(IntegerWidth.INT53, 0, 9))),
                required("max", INTEGER),
                required("str", INTEGER),
                required("2fast", INTEGER),
                required("größe", INTEGER),
                required("a b.c-d", INTEGER),
                documented(required("with \"quotes\" and %s", STRING), "Ends in a backslash \\"),
                required("_hidden", INTEGER),
                required("p_tag", INTEGER),
                required("tag", INTEGER),
                required("yield", INTEGER),
                // has_signal is the engine's own.
                optional("signal", INTEGER));
    }
}
