package dev.gdwire.protocol.generated;

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

    private static IntStream numbers(int count) {
        return IntStream.range(10_000, 10_000 + count);
    }

    private static CompiledSet set(List<MessageDef> messages, List<TypeDef> types, Path folder)
            throws Exception {
        Protocol protocol = Ir.protocol(messages, types, Collections.emptySortedMap());
        return CompiledSet.of(protocol, "large", folder);
    }
}
