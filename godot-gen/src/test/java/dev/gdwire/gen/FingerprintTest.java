package dev.gdwire.gen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gdwire.gen.ir.MessageDef;
import dev.gdwire.gen.ir.Protocol;
import dev.gdwire.gen.schema.BundledSource;
import dev.gdwire.gen.schema.MemorySource;
import dev.gdwire.gen.schema.SetSource;
import dev.gdwire.gen.schema.Strictness;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FingerprintTest {
    private static final String UNIT =
            "{\"type\":\"object\",\"properties\":{\"hp\":{\"type\":\"integer\",\"minimum\":0},"
                    + "\"next\":{\"$ref\":\"#\"}},\"required\":[\"hp\"]}";
    private static final String MOVE =
            "{\"type\":\"object\",\"properties\":{\"unit\":{\"$ref\":\"types/unit.schema.json\"},"
                    + "\"x\":{\"type\":\"number\",\"default\":1}}}";

    @Property(tries = 30)
    void theOrderOfFilesDoesNotMatter(@ForAll long seed) throws IOException {
        for (String set : BundledSource.names()) {
            SetSource bundled = new BundledSource(set);
            List<String> paths = new ArrayList<>(bundled.paths());
            Collections.shuffle(paths, new Random(seed));
            Map<String, String> files = new LinkedHashMap<>();
            for (String path : paths) {
                files.put(path, new String(bundled.read(path), StandardCharsets.UTF_8));
            }
            Protocol shuffled =
                    Generator.load(new MemorySource(set, files), Strictness.STRICT).orThrow();
            assertThat(shuffled).isEqualTo(Generator.bundled(set).orThrow());
        }
    }

    @Test
    void layoutWordsAndOrderOfMembersDoNotMatter() {
        String other =
                "{ \"title\": \"Move\", \"$comment\": \"c\", \"examples\": [],\n"
                        + "\"properties\": {\"x\": {\"default\": 1.0, \"type\": \"number\","
                        + " \"description\": \"d\", \"x-unit\": \"m\"},"
                        + "\"unit\": {\"$ref\": \"types/unit.schema.json\", \"deprecated\": true}},"
                        + "\"type\": \"object\","
                        + "\"$schema\": \"https://json-schema.org/draft/2020-12/schema\"}";
        assertThat(fingerprint(other, UNIT)).isEqualTo(fingerprint(MOVE, UNIT));
    }

    @Test
    void aTypeInItsPlaceIsAsOneElsewhere() {
        String shared = MOVE.replace("types/unit.schema.json", "#/$defs/other");
        String plain = UNIT.replace("\"$ref\":\"#\"", "\"type\":\"string\"");
        String inside =
                shared.substring(0, shared.length() - 1) + ",\"$defs\":{\"other\":" + plain + "}}";
        String inline = MOVE.replace("{\"$ref\":\"types/unit.schema.json\"}", plain);
        assertThat(fingerprint(inside, UNIT)).isEqualTo(fingerprint(MOVE, plain));
        assertThat(fingerprint(inline, UNIT)).isEqualTo(fingerprint(MOVE, plain));
    }

    @Test
    void whatIsAcceptedMatters() {
        List<String> all =
                List.of(
                        fingerprint(MOVE, UNIT),
                        fingerprint(MOVE.replace("\"x\"", "\"y\""), UNIT),
                        fingerprint(MOVE.replace("number", "integer"), UNIT),
                        fingerprint(MOVE.replace("\"default\":1", "\"default\":2"), UNIT),
                        fingerprint(MOVE.replace("\"default\":1", "\"minimum\":1"), UNIT),
                        fingerprint(MOVE, UNIT.replace("\"minimum\":0", "\"minimum\":1")),
                        fingerprint(MOVE, UNIT.replace(",\"required\":[\"hp\"]", "")),
                        fingerprint(
                                MOVE.replace(
                                        "\"type\":\"object\",",
                                        "\"type\":\"object\",\"x-gdwire\":{\"from\":\"java\"},"),
                                UNIT),
                        fingerprint(
                                MOVE.replace(
                                        "\"type\":\"object\",",
                                        "\"type\":\"object\",\"additionalProperties\":false,"),
                                UNIT));
        assertThat(all).doesNotHaveDuplicates();
    }

    @Test
    void theProtocolsDependsOnTagsAndDiscriminator() {
        String one = protocol(Map.of("a.schema.json", "{\"type\":\"object\"}")).fingerprint();
        String renamed = protocol(Map.of("b.schema.json", "{\"type\":\"object\"}")).fingerprint();
        String other =
                protocol(
                                Map.of(
                                        "a.schema.json",
                                        "{\"type\":\"object\"}",
                                        "protocol.json",
                                        "{\"discriminator\":\"kind\"}"))
                        .fingerprint();
        assertThat(List.of(one, renamed, other)).doesNotHaveDuplicates();
        assertThat(one).matches("[0-9a-f]{32}");
    }

    private static String fingerprint(String move, String unit) {
        List<MessageDef> messages =
                protocol(Map.of("move.schema.json", move, "types/unit.schema.json", unit))
                        .messages();
        return messages.get(0).fingerprint();
    }

    private static Protocol protocol(Map<String, String> files) {
        return Generator.load(new MemorySource("set", files), Strictness.STRICT).orThrow();
    }
}
