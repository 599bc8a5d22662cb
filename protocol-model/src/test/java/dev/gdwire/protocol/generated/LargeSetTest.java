package dev.gdwire.protocol.generated;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gdwire.gen.ir.FieldDef;
import dev.gdwire.gen.ir.MessageDef;
import dev.gdwire.gen.ir.Protocol;
import dev.gdwire.gen.ir.TypeDef;
import dev.gdwire.gen.ir.UnionDef;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.ObjectMapper;

/** What published protocols have: thousands of messages, and objects with hundreds of members. */
class LargeSetTest {
    @Test
    void aSetOfManyMessagesWorks(@TempDir Path folder) throws Exception {
        List<MessageDef> messages =
                numbers(300).mapToObj(i -> Ir.message(Ir.record("m" + i))).toList();
        CompiledSet set = set(messages, List.of(), folder);
        assertThat(set.encode(set.decode("{\"type\":\"m10007\"}")))
                .isEqualTo("{\"type\":\"m10007\"}");
    }

    @Test
    void enumsUnionsAndRecordsOfManyPartsWork(@TempDir Path folder) throws Exception {
        String[] values = numbers(2500).mapToObj(i -> "\"v" + i + "\"").toArray(String[]::new);
        List<TypeDef> types = new ArrayList<>();
        types.add(Ir.closed("many", values));
        List<UnionDef.Case> cases = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            types.add(Ir.record("case" + i, Ir.required("k", Ir.constant("\"c" + i + "\""))));
            cases.add(Ir.one("case" + i, "\"c" + i + "\""));
        }
        types.add(Ir.union("choice", "k", cases.toArray(UnionDef.Case[]::new)));
        List<FieldDef> fields = new ArrayList<>();
        fields.add(Ir.optional("many", Ir.named("many")));
        fields.add(Ir.optional("choice", Ir.named("choice")));
        for (int i = 0; i < 251; i++) {
            fields.add(Ir.optional("field_" + i, i % 2 == 0 ? Ir.TEXT : Ir.INTEGER));
        }
        MessageDef wide =
                Ir.message(
                        Ir.kept(
                                "wide",
                                Ir.ANY,
                                "{\"maxProperties\": 300}",
                                fields.toArray(FieldDef[]::new)));
        CompiledSet set = set(List.of(wide), types, folder);
        String json =
                "{\"type\":\"wide\",\"many\":\"v12499\",\"choice\":{\"k\":\"c149\"},\"field_250\":\"x\"}";
        assertThat(set.encode(set.decode(json))).isEqualTo(json);
    }

    /** The compiler follows a chain of calls into the depth, and its stack has an end. */
    @Test
    void aUnionOfAThousandRecordsWorks(@TempDir Path folder) throws Exception {
        List<TypeDef> types = new ArrayList<>();
        List<UnionDef.Case> cases = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            types.add(Ir.record("case" + i, Ir.required("k", Ir.constant("\"c" + i + "\""))));
            cases.add(Ir.one("case" + i, "\"c" + i + "\""));
        }
        types.add(Ir.union("choice", "k", cases.toArray(UnionDef.Case[]::new)));
        MessageDef message = Ir.message(Ir.record("m", Ir.required("choice", Ir.named("choice"))));
        CompiledSet set = set(List.of(message), types, folder);
        String json = "{\"type\":\"m\",\"choice\":{\"k\":\"c999\"}}";
        assertThat(set.encode(set.decode(json))).isEqualTo(json);
    }

    /** A constant of a class file holds 65,535 bytes, and a method as many. */
    @Test
    void longTextsAndListsWork(@TempDir Path folder) throws Exception {
        String text = "\"" + "x".repeat(70_000) + "\"";
        String accents = "\"" + "\u00e9".repeat(40_000) + "\"";
        String list = numbers(10_000).mapToObj(Integer::toString).collect(joining(",", "[", "]"));
        String texts = list.replaceAll("(\\d+)", "\"$1\"");
        MessageDef message =
                Ir.message(
                        Ir.record(
                                "m",
                                Ir.required("same", Ir.constant(text)),
                                Ir.optional("maybe", Ir.constant(text)),
                                Ir.required("one", Ir.named("one")),
                                Ir.required("open", Ir.named("open")),
                                Ir.defaulted("words", Ir.TEXT, accents),
                                Ir.defaulted("numbers", Ir.list(Ir.INTEGER), list),
                                Ir.defaulted("texts", Ir.list(Ir.TEXT), texts)));
        List<TypeDef> types =
                List.of(
                        Ir.closed("one", text, accents, "\"y\""),
                        Ir.open("open", Ir.TEXT, text, "\"y\""));
        CompiledSet set = set(List.of(message), types, folder);
        String start = "{\"type\":\"m\",\"same\":" + text + ",\"maybe\":" + text;
        String given = start + ",\"one\":" + accents + ",\"open\":" + text;
        String rest =
                ",\"words\":" + accents + ",\"numbers\":" + list + ",\"texts\":" + texts + "}";
        assertThat(set.encode(set.decode(given + "}"))).isEqualTo(given + rest);
        assertThat(new ObjectMapper().readValue(given + "}", set.type("HandMessage")))
                .isEqualTo(set.decode(given + "}"));
    }

    @Test
    void longNamesWork(@TempDir Path folder) throws Exception {
        String name = "a".repeat(90);
        MessageDef message =
                Ir.message(Ir.record(name, Ir.required("b".repeat(90), Ir.named(name + "_of_it"))));
        TypeDef part = Ir.record(name + "_of_it", Ir.optional("c".repeat(90), Ir.TEXT));
        CompiledSet set = set(List.of(message), List.of(part), folder);
        String json = "{\"type\":\"" + name + "\",\"" + "b".repeat(90) + "\":{}}";
        assertThat(set.encode(set.decode(json))).isEqualTo(json);
    }

    private static IntStream numbers(int count) {
        return IntStream.range(10_000, 10_000 + count);
    }

    private static CompiledSet set(List<MessageDef> messages, List<TypeDef> types, Path folder)
            throws Exception {
        Protocol protocol = Ir.protocol(messages, types, Collections.emptySortedMap());
        return CompiledSet.of(protocol, "large", folder);
    }
}
