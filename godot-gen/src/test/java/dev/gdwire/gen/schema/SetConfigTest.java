package dev.gdwire.gen.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gdwire.gen.Generator;
import dev.gdwire.gen.LoadResult;
import dev.gdwire.gen.ir.Protocol;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SetConfigTest {
    private static final String MESSAGE = "{\"type\": \"object\"}";

    @Test
    void everyKeyIsRead() {
        LoadResult result =
                load(
                        """
                        {"$schema": "protocol.schema.json", "name": "space_race", "version": "2.10",
                        "javaPackage": "com.example.race", "godotClassName": "RaceApi",
                        "discriminator": "kind"}
                        """);
        assertThat(result.printed()).isEmpty();
        Protocol protocol = result.orThrow();
        assertThat(protocol.name()).isEqualTo("space_race");
        assertThat(protocol.version()).isEqualTo("2.10");
        assertThat(protocol.javaPackage()).contains("com.example.race");
        assertThat(protocol.godotClassName()).contains("RaceApi");
        assertThat(protocol.discriminator()).isEqualTo("kind");
    }

    @Test
    void itsOwnSchemaNamesTheSameKeys() throws IOException {
        try (InputStream in = Generator.class.getResourceAsStream("protocol.schema.json")) {
            JsonNode schema = new ObjectMapper().readTree(in);
            assertThat(schema.get("properties").fieldNames())
                    .toIterable()
                    .containsExactlyInAnyOrder(
                            "$schema",
                            "name",
                            "version",
                            "javaPackage",
                            "godotClassName",
                            "discriminator",
                            "messages");
        }
    }

    @Test
    void aFolderWithoutAGoodNameNeedsTheFile() {
        LoadResult result =
                Generator.load(
                        new MemorySource("2021", Map.of("a.schema.json", MESSAGE)),
                        Strictness.STRICT);
        assertThat(result.printed())
                .isEqualTo(
                        """
                        2021: error GW007: no name for the protocol can be made from the folder's \
                        name
                          hint: name it in protocol.json: {"name": "space_race"}
                        """);
    }

    private static LoadResult load(String config) {
        return Generator.load(
                new MemorySource("set", Map.of("a.schema.json", MESSAGE, "protocol.json", config)),
                Strictness.STRICT);
    }
}
