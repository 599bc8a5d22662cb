package dev.gdwire.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.gdwire.integration.VerdictTable.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
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
    private static final String SET = "file:///rich/";
    private static final String BUNDLED = "gdwire:godot/";

    /** What Gdwire asks for beyond JSON Schema. */
    private static final List<String> NARROWINGS =
            List.of(
                    "a known tag",
                    "integer within +-(2^53-1)",
                    "integer within 32 bits",
                    "64-bit integer in decimal digits",
                    "number within 32-bit float",
                    "number within 64-bit float",
                    "base64",
                    "node path",
                    "at most 64 levels");

    private static final ObjectMapper MAPPER =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .build();

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(
                    SpecificationVersion.DRAFT_2020_12,
                    builder -> builder.schemas(SchemaVerdictTest::schema));

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
            assertThatThrownBy(() -> MAPPER.readTree(row.json()))
                    .isInstanceOf(JsonProcessingException.class);
        } else if (row.verdict().startsWith("$:") || row.verdict().startsWith("$.type:")) {
            // The tag is Gdwire's own: without one there is no schema to ask.
            assertThat(MAPPER.readTree(row.json()).path("type").asText())
                    .isNotIn("ping", "pong", "scalars", "states");
        } else if (NARROWINGS.stream().noneMatch(words -> row.verdict().contains(words))) {
            assertThat(errors(row).isEmpty()).as(row.json() + errors(row)).isEqualTo(row.isOk());
        }
    }

    @ParameterizedTest
    @MethodSource("narrowings")
    void narrowingsAreAllThatDiffers(Verdict row) throws IOException {
        assertThat(errors(row).isEmpty()).as(row.json() + errors(row)).isNotEqualTo(row.isOk());
    }

    private static List<Error> errors(Verdict row) throws IOException {
        ObjectNode message = (ObjectNode) MAPPER.readTree(row.json());
        JsonNode tag = message.remove("type");
        message.remove(List.of("$id", "$re", "$seq", "$ack"));
        SchemaLocation location = SchemaLocation.of(SET + tag.textValue() + ".schema.json");
        return REGISTRY.getSchema(location).validate(withOneFormOfNumbers(message));
    }

    /** The validator takes 1 and 1.0, and 0 and -0.0, for different items; JSON Schema does not. */
    private static JsonNode withOneFormOfNumbers(JsonNode json) {
        if (json.isNumber()) {
            BigDecimal value = json.decimalValue().stripTrailingZeros();
            return value.scale() <= 0
                    ? BigIntegerNode.valueOf(value.toBigIntegerExact())
                    : DecimalNode.valueOf(value);
        }
        if (json.isObject()) {
            ObjectNode members = MAPPER.createObjectNode();
            json.properties()
                    .forEach(m -> members.set(m.getKey(), withOneFormOfNumbers(m.getValue())));
            return members;
        }
        if (json.isArray()) {
            ArrayNode items = MAPPER.createArrayNode();
            json.forEach(item -> items.add(withOneFormOfNumbers(item)));
            return items;
        }
        return json;
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
