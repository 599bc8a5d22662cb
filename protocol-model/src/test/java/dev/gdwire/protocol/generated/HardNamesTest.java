package dev.gdwire.protocol.generated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gdwire.gen.ir.MessageDef;
import dev.gdwire.gen.ir.Rule;
import dev.gdwire.gen.ir.TypeDef;
import dev.gdwire.gen.ir.TypeRef;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names and texts of schemas that Java could take for something else. */
class HardNamesTest {
    private static final TypeRef ANYTHING_IN_IT =
            new TypeRef.StringRef(
                    OptionalInt.empty(), OptionalInt.empty(), Optional.of("[A-Za-z]"));
    private static final TypeRef WORD =
            new TypeRef.StringRef(OptionalInt.empty(), OptionalInt.empty(), Optional.of("^[a-z]"));

    @Test
    void typesAreNamedAsClassesOfTheRunTimeAndPropertiesAsTheirPackages(@TempDir Path folder)
            throws Exception {
        List<TypeDef> types =
                List.of(
                        Ir.record("rule", Ir.required("a", Ir.TEXT)),
                        Ir.record("read", Ir.required("a", Ir.TEXT)),
                        Ir.record("check", Ir.required("a", WORD)),
                        Ir.record("list", Ir.required("a", Ir.TEXT)),
                        Ir.record("string", Ir.required("a", Ir.TEXT)));
        MessageDef config =
                Ir.message(
                        Ir.record(
                                "config",
                                Ir.required("dev", WORD),
                                Ir.required("java", Ir.list(Ir.TEXT)),
                                Ir.optional("ruled", Ir.json("{\"minimum\": 3}")),
                                Ir.optional("rule", Ir.list(Ir.named("rule"))),
                                Ir.optional("read", Ir.named("read")),
                                Ir.optional("list", Ir.named("list")),
                                Ir.optional("string", Ir.named("string")),
                                Ir.defaulted("check", Ir.named("check"), "{\"a\": \"b\"}")));
        CompiledSet set = set(List.of(config), types, Map.of(), folder);
        String json =
                "{\"type\":\"config\",\"dev\":\"x\",\"java\":[\"17\"],\"ruled\":3,\"rule\":[{\"a\":\"\"}],"
                    + "\"read\":{\"a\":\"\"},\"list\":{\"a\":\"\"},\"string\":{\"a\":\"\"},"
                    + "\"check\":{\"a\":\"c\"}}";
        assertThat(set.encode(set.decode(json))).isEqualTo(json);
    }

    @Test
    void propertiesDifferInCaseAndAreNamedAsClasses(@TempDir Path folder) throws Exception {
        MessageDef message =
                Ir.message(
                        Ir.record(
                                "m",
                                Ir.required("list", Ir.list(Ir.TEXT)),
                                Ir.required("List", Ir.list(Ir.TEXT)),
                                Ir.required("m", Ir.INTEGER),
                                Ir.required("M", Ir.INTEGER)));
        CompiledSet set = set(List.of(message), List.of(), Map.of(), folder);
        String json = "{\"type\":\"m\",\"list\":[\"a\"],\"List\":[],\"m\":1,\"M\":2}";
        assertThat(set.encode(set.decode(json))).isEqualTo(json);
    }

    @Test
    void constantsAreNamedAsWhatSurroundsThem(@TempDir Path folder) throws Exception {
        String[] values = {
            "\"text\"",
            "\"-text\"",
            "\"TEXT\"",
            "\"wireValue\"",
            "\"wire_value\"",
            "\"Check\"",
            "\"check\"",
            "\"value\"",
            "\"VALUE\"",
            "\"VALUE_PATTERN\""
        };
        List<TypeDef> types =
                List.of(
                        Ir.closed("closed", values),
                        Ir.closed("a", "\"A\"", "\"a\"", "\"B\""),
                        Ir.closed("n", "1", "2"),
                        Ir.open("open", ANYTHING_IN_IT, values));
        MessageDef message =
                Ir.message(
                        Ir.record(
                                "m",
                                Ir.required("closed", Ir.list(Ir.named("closed"))),
                                Ir.required("open", Ir.named("open")),
                                Ir.required("a", Ir.named("a")),
                                Ir.required("n", Ir.named("n"))));
        CompiledSet set = set(List.of(message), types, Map.of(), folder);
        String json =
                "{\"type\":\"m\",\"closed\":["
                        + String.join(",", values)
                        + "],\"open\":\"text\","
                        + "\"a\":\"A\",\"n\":2}";
        assertThat(set.encode(set.decode(json))).isEqualTo(json);
    }

    /** A constant of a class file holds 65,535 bytes, and quotes may stand where one is cut. */
    @Test
    void rulesAreLongerThanAConstant(@TempDir Path folder) throws Exception {
        TreeMap<String, Rule> rules = new TreeMap<>();
        for (int i = 0; i < 3000; i++) {
            rules.put("r" + i, Ir.rule("{\"enum\": [\"" + "\\\"".repeat(i % 90) + i + "\"]}"));
        }
        String word = "\u20ac\"\\ ".repeat(30_000);
        String quoted = "\"" + word.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        rules.put("long", Ir.rule("{\"enum\": [" + quoted + "]}"));
        MessageDef message =
                Ir.message(
                        Ir.record(
                                "m",
                                Ir.required("word", Ir.json("{\"$ref\": \"long\"}")),
                                Ir.required("other", Ir.json("{\"$ref\": \"r2\"}"))));
        CompiledSet set = set(List.of(message), List.of(), rules, folder);
        String json = "{\"type\":\"m\",\"word\":" + quoted + ",\"other\":\"\\\"\\\"2\"}";
        assertThat(set.encode(set.decode(json))).isEqualTo(json);
    }

    private static CompiledSet set(
            List<MessageDef> messages, List<TypeDef> types, Map<String, Rule> rules, Path folder)
            throws Exception {
        return CompiledSet.of(
                Ir.protocol(
                        messages, types, Collections.unmodifiableSortedMap(new TreeMap<>(rules))),
                "hand",
                folder);
    }
}
