package dev.gdwire.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import dev.gdwire.integration.VerdictTable.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A JSON Schema validator that knows nothing of Gdwire reads the schemas as both languages do, but
 * for the narrowings that docs/wire.md lists.
 */
class SchemaVerdictTest {
    private static final List<String> DECLARE_THEIR_TAG = List.of("moved");
    private static final String SET = "file:///rich/";
    private static final String BUNDLED = "gdwire:godot/";

    private static final ReferenceValidator VALIDATOR =
            new ReferenceValidator(SchemaVerdictTest::schema);

    static List<Verdict> verdicts() throws IOException {
        return VerdictTable.verdicts("rich");
    }

    static List<Verdict> narrowings() throws IOException {
        return VerdictTable.verdicts("narrowings");
    }

    @ParameterizedTest
    @MethodSource("verdicts")
    void schemasSayTheSame(Verdict row) throws IOException {
        if (row.isMalformed()) {
            assertThatThrownBy(() -> ReferenceValidator.MAPPER.readTree(row.json()))
                    .isInstanceOf(JsonProcessingException.class);
        } else if (row.verdict().startsWith("$:") || row.verdict().startsWith("$.type:")) {
            // The tag is Gdwire's own: without one there is no schema to ask.
            assertThat(ReferenceValidator.MAPPER.readTree(row.json()).path("type").asText())
                    .isNotIn("ping", "pong", "scalars", "states");
        } else if (Narrowings.of(row.verdict()).isEmpty()) {
            assertThat(errors(row).isEmpty()).as(row.json() + errors(row)).isEqualTo(row.isOk());
        }
    }

    @ParameterizedTest
    @MethodSource("narrowings")
    void narrowingsAreAllThatDiffers(Verdict row) throws IOException {
        assertThat(errors(row).isEmpty()).as(row.json() + errors(row)).isNotEqualTo(row.isOk());
    }

    private static List<Error> errors(Verdict row) throws IOException {
        ObjectNode message = (ObjectNode) ReferenceValidator.MAPPER.readTree(row.json());
        JsonNode tag = message.get("type");
        if (!DECLARE_THEIR_TAG.contains(tag.textValue())) {
            message.remove("type");
        }
        message.remove(List.of("$id", "$re", "$seq", "$ack"));
        return VALIDATOR.errors(SET + tag.textValue() + ".schema.json", message);
    }

    private static String schema(String iri) {
        try {
            if (iri.startsWith(SET)) {
                String name = iri.substring(SET.length());
                return Files.readString(VerdictTable.SCHEMAS.resolve(name));
            }
            return iri.startsWith(BUNDLED) ? bundled(iri.substring(BUNDLED.length())) : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String bundled(String name) throws IOException {
        String path = "/dev/gdwire/schemas/godot/" + name + ".schema.json";
        try (InputStream in = SchemaVerdictTest.class.getResourceAsStream(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
