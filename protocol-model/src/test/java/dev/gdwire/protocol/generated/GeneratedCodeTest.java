package dev.gdwire.protocol.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gdwire.protocol.DecodeException;
import dev.gdwire.protocol.Message;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class GeneratedCodeTest {
    private static final String LEAST =
            """
            {"type":"order","kind":"go","class":"x","units":[{"hp":1,"name":"a"}],
             "target":[0,1,0.5],"mood":"happy","note":null}\
            """;
    private static final String MOST =
            """
            {"raw":"AQID","speed":0.1,"mode":"happy","path":[],"big":-9007199254740991,
             "at-once":true,"tags":["a","b"],"weights":[0,1.5],"id":"-9223372036854775808",
             "ids":["1","2"],"scores":{"odd name":1,"none":null},"limit":9,"grid":[["a"],[]],
             "type":"order","kind":"go","class":"x\\n\\u0000\\"\\\\\\ud83d\\ude00",
             "units":[{"hp":1.0,"name":"a","parent":{"hp":0,"name":"b"}}],
             "target":[0,1,0.5],"mood":"very-sad","note":"n"}\
            """;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @TempDir static Path folder;
    private static CompiledSet zoo;

    @BeforeAll
    static void compile() throws Exception {
        zoo = CompiledSet.of(Path.of("src/test/schemas/zoo"), "zoo.messages", folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {LEAST, MOST, "{\"type\":\"done\"}"})
    void whatIsDecodedAndEncodedIsEqual(String json) {
        Message message = zoo.decode(json);
        String encoded = zoo.encode(message);
        assertThat(encoded).startsWith("{\"type\":\"").endsWith("}").doesNotContain("\n");
        assertThat(zoo.decode(encoded)).isEqualTo(message).hasSameHashCodeAs(message);
    }

    /** Else all would be right, and slow. */
    @ParameterizedTest
    @ValueSource(strings = {LEAST, MOST})
    void whatIsUsualIsReadWithoutATree(String json) throws Exception {
        assertThat(zoo.decodeDirectly("OrderCodec", json)).isEqualTo(zoo.decode(json));
    }

    @ParameterizedTest
    @ValueSource(strings = {LEAST, MOST})
    void aMessageInsideAnotherHasNoTag(String order) {
        String done = "{\"type\":\"done\",\"order\":" + untagged(order) + "}";
        Message message = zoo.decode(done);
        assertThat(zoo.decode(zoo.encode(message))).isEqualTo(message);
        assertThat(zoo.encode(message)).containsOnlyOnce("\"type\"");
        Mappers.assertSameWithModule(zoo, message, done);
    }

    /** Deprecated types and properties, a class named Builder, signs that end lines for some. */
    @Test
    void setsThatAreHardToWriteCompileWithoutAWarning(@TempDir Path classes) throws Exception {
        CompiledSet hard = CompiledSet.of(Path.of("src/test/schemas/hard"), "hard", classes);
        String ask = hard.encode(hard.decode("{\"type\":\"ask\",\"units\":[{\"hp\":1}]}"));
        assertThat(hard.encode(hard.decode(ask))).isEqualTo(ask).contains("\"hp\":3");
        String builder = "{\"type\":\"builder\",\"old\":{\"unit\":{\"hp\":2}}}";
        assertThat(hard.encode(hard.decode(builder))).isEqualTo(builder);
        String identity =
                "{\"type\":\"identity\",\"odd-name\":1,\"since\":\"2020-01-01T00:00:00Z\","
                        + "\"kind\":\"x\"}";
        Message old = hard.decode(identity);
        assertThat(old.getClass().getMethod("oddName").isAnnotationPresent(Deprecated.class))
                .isTrue();
        assertThat(hard.encode(old)).isEqualTo(identity);
        for (Object read :
                List.of(
                        new tools.jackson.databind.ObjectMapper()
                                .readValue(identity, hard.type("HardMessage")),
                        new com.fasterxml.jackson.databind.ObjectMapper()
                                .readValue(identity, hard.type("HardMessage")))) {
            assertThat(read).isEqualTo(old);
        }
        String written = new com.fasterxml.jackson.databind.ObjectMapper().writeValueAsString(old);
        assertThat(hard.decode(written)).isEqualTo(old);
        assertThat(written).doesNotContain("\"old\"");
    }

    @Test
    void absentAndNullAreTwoThings() throws Exception {
        Message absent = zoo.decode(LEAST);
        Message none = zoo.decode(with("limit", "null"));
        assertThat(absent).isNotEqualTo(none);
        assertThat(zoo.encode(none)).contains("\"limit\":null");
        assertThat(zoo.encode(absent)).doesNotContain("limit");
    }

    @Test
    void defaultsAreFilledIn() {
        assertThat(zoo.encode(zoo.decode(LEAST)))
                .contains("\"speed\":1.5", "\"mode\":\"very-sad\"", "\"path\":[1,2]");
    }

    @Test
    void theWiresOwnKeysAreNoPartOfAMessage() {
        assertThat(zoo.decode(with("$id", "7"))).isEqualTo(zoo.decode(LEAST));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "type | 1 | $.type: expected string, got integer",
                "type | \"nope\" | $.type: expected a known tag, got \"nope\"",
                "kind | \"stop\" | $.kind: expected \"go\", got \"stop\"",
                "kind | 1 | $.kind: expected \"go\", got 1",
                "class | null | $.class: expected string, got null",
                "class | 5 | $.class: expected string, got integer",
                "units | {} | $.units: expected array, got object",
                "units | [] | $.units: expected at least 1 items, got 0 items",
                "units | [{}] | $.units[0].hp: expected a value, got nothing",
                "units | [{\"hp\":1.5}] | $.units[0].hp: expected integer, got number",
                "units | [{\"hp\":2147483648}] | $.units[0].hp: expected integer within 32 bits,"
                        + " got integer",
                "units | [{\"hp\":-1,\"name\":\"a\"}] | $.units[0].hp: expected at least 0, got -1",
                "units | [{\"hp\":1,\"name\":\"\"}] | $.units[0].name: expected at least 1"
                        + " characters, got 0 characters",
                "units | [{\"hp\":1,\"name\":\"a\\n\"}] | $.units[0].name: expected text that"
                        + " matches ^[a-z]+$, got \"a\\n\"",
                "target | [1,2] | $.target: expected 3 numbers, got 2 items",
                "target | [1,2,\"3\"] | $.target[2]: expected number, got string",
                "target | [1,2,1e39] | $.target[2]: expected number within 32-bit float,"
                        + " got integer",
                "mood | \"glad\" | $.mood: expected one of \"happy\", \"very-sad\", got \"glad\"",
                "note | 1 | $.note: expected string or null, got integer",
                "at-once | 1 | $[\"at-once\"]: expected boolean, got integer",
                "tags | [\"a\",\"\"] | $.tags[1]: expected at least 1 characters, got 0 characters",
                "tags | [\"a\",\"b\",\"a\"] | $.tags: expected items that all differ, got the same"
                        + " at 0 and 2",
                "weights | [1,-0.5] | $.weights[1]: expected at least 0, got -0.5",
                "weights | [1,null] | $.weights[1]: expected number, got null",
                "id | \"01\" | $.id: expected 64-bit integer in decimal digits, got \"01\"",
                "id | 1 | $.id: expected string, got integer",
                "scores | {\"a b\":true} | $.scores[\"a b\"]: expected integer or null,"
                        + " got boolean",
                "scores | {\"a\":1,\"b\":1,\"c\":1,\"d\":1} | $.scores: expected at most 3 members,"
                        + " got 4 members",
                "limit | 4 | $.limit: expected a multiple of 3, got 4",
                "grid | [[],[\"a\",1]] | $.grid[1][1]: expected string, got integer",
                "raw | \"AQI\" | $.raw: expected base64, got \"AQI\"",
                "speed | 0 | $.speed: expected more than 0, got 0",
                "big | 9007199254740992 | $.big: expected integer within +-(2^53-1), got integer",
                "big | 1e999 | $.big: expected integer within +-(2^53-1), got integer",
                "more | [] | $.more: expected nothing, got array"
            })
    void aFaultHasItsPlaceAndWords(String name, String value, String words) {
        assertThatThrownBy(() -> zoo.decode(with(name, value)))
                .isInstanceOf(DecodeException.class)
                .hasMessage(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "[] | $: expected object, got array",
                "{} | $.type: expected a value, got nothing",
                "{\"type\":\"done\",\"type\":\"done\"} | $: expected JSON object, got malformed"
                        + " JSON at byte 22: Duplicate property \"type\"",
                "{\"type\":\"done\"}{} | $: expected JSON object, got malformed JSON at byte 15: ",
                "{\"type\":\"done\",} | $: expected JSON object, got malformed JSON at byte ",
                "{\"type\":\"done\" | $: expected JSON object, got malformed JSON at byte ",
                "NaN | $: expected JSON object, got malformed JSON at byte "
            })
    void whatIsNoObjectSaysSo(String json, String words) {
        assertThatThrownBy(() -> zoo.decode(json))
                .isInstanceOf(DecodeException.class)
                .hasMessageStartingWith(words)
                .hasMessageNotContainingAny("\n");
    }

    @Test
    void bytesThatAreNoUtf8SaySo() {
        byte[] json = {'{', '"', (byte) 0xc3, '"', '}'};
        assertThatThrownBy(() -> zoo.protocol().decode(json))
                .hasMessage("$: expected JSON object, got malformed JSON at byte 2: no UTF-8");
    }

    @Test
    void nothingSaysSo() {
        assertThatThrownBy(() -> zoo.decode(""))
                .hasMessage("$: expected JSON object, got malformed JSON at byte 0: nothing");
    }

    @ParameterizedTest
    @ValueSource(strings = {LEAST, MOST})
    void stockJackson3ReadsAndWritesTheSame(String json) throws Exception {
        var mapper = new tools.jackson.databind.ObjectMapper();
        Message message = zoo.decode(json);
        Object read = mapper.readValue(json, zoo.type("ZooMessage"));
        assertThat(read).isEqualTo(message);
        assertThat(zoo.decode(mapper.writeValueAsString(message))).isEqualTo(message);
        assertThat(mapper.readTree(mapper.writeValueAsString(message)))
                .isEqualTo(mapper.readTree(mapper.writeValueAsString(read)));
    }

    @ParameterizedTest
    @ValueSource(strings = {LEAST, MOST})
    void stockJackson2ReadsAndWritesTheSame(String json) throws Exception {
        var mapper = new com.fasterxml.jackson.databind.ObjectMapper();
        Message message = zoo.decode(json);
        assertThat((Object) mapper.readValue(json, zoo.type("ZooMessage"))).isEqualTo(message);
        assertThat(zoo.decode(mapper.writeValueAsString(message))).isEqualTo(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {LEAST, MOST})
    void stockJacksonKnowsThatAMessageInsideAnotherHasNoTag(String order) throws Exception {
        String json = "{\"type\":\"done\",\"order\":" + untagged(order) + "}";
        Message message = zoo.decode(json);
        var two = new com.fasterxml.jackson.databind.ObjectMapper();
        var three = new tools.jackson.databind.ObjectMapper();
        assertThat((Object) two.readValue(json, zoo.type("ZooMessage"))).isEqualTo(message);
        assertThat((Object) three.readValue(json, zoo.type("ZooMessage"))).isEqualTo(message);
        assertThat(zoo.decode(two.writeValueAsString(message))).isEqualTo(message);
        assertThat(zoo.decode(three.writeValueAsString(message))).isEqualTo(message);
    }

    private static String with(String name, String value) {
        ObjectNode object = (ObjectNode) MAPPER.readTree(LEAST);
        String rest = object.without(name).toString();
        return "{"
                + (rest.equals("{}") ? "" : rest.substring(1, rest.length() - 1) + ",")
                + "\""
                + name
                + "\":"
                + value
                + "}";
    }

    private static String untagged(String json) {
        JsonNode object = MAPPER.readTree(json);
        return ((ObjectNode) object).without("type").toString();
    }
}
