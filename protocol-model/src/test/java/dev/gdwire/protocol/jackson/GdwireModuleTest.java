package dev.gdwire.protocol.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.gdwire.protocol.DecodeException;
import dev.gdwire.protocol.FloatList;
import dev.gdwire.protocol.core.CoreMessage;
import dev.gdwire.protocol.core.CoreProtocol;
import dev.gdwire.protocol.core.Error;
import dev.gdwire.protocol.core.ErrorCode;
import dev.gdwire.protocol.core.Ping;
import dev.gdwire.protocol.core.Pong;
import dev.gdwire.protocol.rl.AgentAction;
import dev.gdwire.protocol.rl.RlFromGodot;
import dev.gdwire.protocol.rl.RlFromJava;
import dev.gdwire.protocol.rl.RlMessage;
import dev.gdwire.protocol.rl.RlProtocol;
import dev.gdwire.protocol.rl.Step;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DefaultTyping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/** The codec behind a mapper, in all the ways in which mappers are used. */
class GdwireModuleTest {
    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .addModule(GdwireModule.of(CoreProtocol.INSTANCE))
                    .addModule(GdwireModule.of(RlProtocol.INSTANCE))
                    .build();

    private static final Ping PING = new Ping(7);
    private static final String PING_JSON = "{\"gdwire\":\"ping\",\"nonce\":7}";
    private static final String UNTAGGED = "{\"nonce\":7}";
    private static final Error ERROR = Error.of(ErrorCode.MALFORMED, "a/\u00e9\ud83d\ude00");
    private static final Step STEP = Step.of(List.of(new AgentAction(FloatList.of(0.1f, 1e10f))));

    /** A class of a user's. */
    record Log(String name, CoreMessage any, Ping ping, List<CoreMessage> all, Object what) {}

    /** Tells messages apart by a property beside them, which is named as theirs inside. */
    record Beside(
            @JsonTypeInfo(
                            use = JsonTypeInfo.Id.NAME,
                            include = JsonTypeInfo.As.EXTERNAL_PROPERTY,
                            property = "gdwire")
                    CoreMessage message) {}

    /** Says of messages what generated records say of those that are parts of them. */
    record Whole(@JsonTypeInfo(use = JsonTypeInfo.Id.NONE) List<Ping> pings) {}

    @Test
    void writesWhatTheCodecWrites() {
        assertThat(MAPPER.writeValueAsBytes(ERROR)).isEqualTo(CoreProtocol.INSTANCE.encode(ERROR));
        assertThat(MAPPER.writeValueAsString(ERROR)).isEqualTo(encoded(ERROR));
        assertThat(MAPPER.writerFor(CoreMessage.class).writeValueAsString(PING))
                .isEqualTo(PING_JSON);
        assertThat(MAPPER.writeValueAsBytes(STEP)).isEqualTo(RlProtocol.INSTANCE.encode(STEP));
    }

    @Test
    void readsAnyMessageAndOneKindWithItsTagOrWithout() {
        assertThat(MAPPER.readValue(PING_JSON, CoreMessage.class)).isEqualTo(PING);
        assertThat(MAPPER.readValue(PING_JSON, Ping.class)).isEqualTo(PING);
        assertThat(MAPPER.readValue(UNTAGGED, Ping.class)).isEqualTo(PING);
        assertThat(MAPPER.readValue(RlProtocol.INSTANCE.encode(STEP), RlFromJava.class))
                .isEqualTo(STEP);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"nonce\":7.0,\"gdwire\":\"ping\"}",
                " {\"$id\":3,\"nonce\":70e-1,\"more\":[{}],\"gdwire\":\"ping\"} ",
                "{\"gdwire\":\"\\u0070ing\",\"\\u006eonce\":7}"
            })
    void readsWhatTheCodecReads(String json) {
        assertThat(MAPPER.readValue(json, CoreMessage.class)).isEqualTo(PING);
        assertThat(MAPPER.readValue(json, Ping.class)).isEqualTo(PING);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{'gdwire':'nope'} | $.gdwire: expected a known tag, got \"nope\"",
                "{'nonce':7} | $.gdwire: expected a value, got nothing",
                "{} | $.gdwire: expected a value, got nothing",
                "[] | $: expected object, got array",
                "7 | $: expected object, got integer",
                "'x' | $: expected object, got string",
                "{'gdwire':'ping'} | $.nonce: expected a value, got nothing",
                "{'gdwire':'ping','nonce':'7'} | $.nonce: expected integer, got string",
                "{'gdwire':'ping','nonce':1.5} | $.nonce: expected integer, got number",
                "{'gdwire':'ping','nonce':9007199254740992} | $.nonce: expected integer within"
                        + " +-(2^53-1), got integer",
                "{'gdwire':'ping','nonce':1e999} | $.nonce: expected integer within +-(2^53-1), got"
                        + " integer"
            })
    void aFaultHasTheCodecsWords(String quoted, String words) {
        String json = quoted.replace('\'', '"');
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> CoreProtocol.INSTANCE.decode(bytes)).hasMessage(words);
        assertFault(json, CoreMessage.class, words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{'gdwire':'ping','nonce':7,'nonce':7} | the name \"nonce\" twice",
                "{'gdwire':'ping','nonce':7,'x':[{'a':1,'\\u0061':1}]} | the name \"a\" twice",
                "{'gdwire':'ping','nonce':7,'x':'\\ud800'} | a lone surrogate at 0",
                "{'gdwire':'ping','nonce':7,'x\\udc00':1} | a lone surrogate at 1"
            })
    void whatIsNoJsonForTheCodecIsNoneForTheMapper(String quoted, String reason) {
        String json = quoted.replace('\'', '"');
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> CoreProtocol.INSTANCE.decode(bytes))
                .hasMessageStartingWith("$: expected JSON object, got malformed JSON at byte");
        String words = "$: expected JSON object, got malformed JSON: " + reason;
        assertFault(json, CoreMessage.class, words);
        assertFault(json, Ping.class, words);
    }

    @Test
    void anotherMessageThanWantedIsAFault() {
        assertFault(PING_JSON, Pong.class, "$: expected Pong, got Ping");
        assertFault("{\"type\":\"step\"}", RlFromGodot.class, "$: expected RlFromGodot, got Step");
        assertFault(
                "{\"gdwire\":\"nope\"}",
                Ping.class,
                "$.gdwire: expected a known tag, got \"nope\"");
    }

    private static void assertFault(String json, Class<?> type, String words) {
        assertThatThrownBy(() -> MAPPER.readValue(json, type))
                .isInstanceOfSatisfying(
                        MismatchedInputException.class,
                        e -> assertThat(e.getOriginalMessage()).isEqualTo(words))
                .hasCauseInstanceOf(DecodeException.class);
    }

    @Test
    void jacksonSaysWhatItCannotParse() {
        assertThatThrownBy(() -> MAPPER.readValue("{\"gdwire\":", CoreMessage.class))
                .isInstanceOf(StreamReadException.class);
        assertThatThrownBy(() -> MAPPER.readValue("", CoreMessage.class))
                .isInstanceOf(JacksonException.class);
        assertThatThrownBy(() -> MAPPER.readValue(PING_JSON + "{}", CoreMessage.class))
                .isInstanceOf(JacksonException.class);
    }

    @Test
    void messagesStandInOtherClasses() {
        Log log = new Log("x", ERROR, PING, Arrays.asList(PING, null, ERROR), null);
        String json =
                "{\"name\":\"x\",\"any\":%s,\"ping\":%s,\"all\":[%s,null,%s],\"what\":null}"
                        .formatted(encoded(ERROR), PING_JSON, PING_JSON, encoded(ERROR));
        assertThat(MAPPER.readTree(MAPPER.writeValueAsString(log)))
                .isEqualTo(MAPPER.readTree(json));
        assertThat(MAPPER.readValue(json, Log.class)).isEqualTo(log);
        assertThat(MAPPER.readValue("{\"ping\":" + UNTAGGED + "}", Log.class).ping())
                .isEqualTo(PING);
        assertThatThrownBy(() -> MAPPER.readValue("{\"all\":[{\"gdwire\":1}]}", Log.class))
                .isInstanceOf(DatabindException.class)
                .hasMessageContaining("$.gdwire: expected string, got integer")
                .hasMessageContaining("[\"all\"]->java.util.ArrayList[0]");
    }

    @Test
    void messagesStandInListsAndMaps() {
        List<CoreMessage> list = List.of(PING, ERROR);
        String json = MAPPER.writeValueAsString(list);
        assertThat(json).isEqualTo("[" + PING_JSON + "," + encoded(ERROR) + "]");
        assertThat(MAPPER.readValue(json, new TypeReference<List<CoreMessage>>() {}))
                .isEqualTo(list);
        Map<String, Ping> map = Map.of("a", PING);
        json = MAPPER.writeValueAsString(map);
        assertThat(json).isEqualTo("{\"a\":" + PING_JSON + "}");
        assertThat(MAPPER.readValue(json, new TypeReference<Map<String, Ping>>() {}))
                .isEqualTo(map);
        assertThat(MAPPER.writeValueAsString(new Object[] {PING})).isEqualTo("[" + PING_JSON + "]");
    }

    @Test
    void aPartOfAnotherTypeHasNoTag() {
        Whole whole = new Whole(List.of(PING));
        assertThat(MAPPER.writeValueAsString(whole)).isEqualTo("{\"pings\":[{\"nonce\":7}]}");
        assertThat(MAPPER.readValue("{\"pings\":[{\"nonce\":7}]}", Whole.class)).isEqualTo(whole);
    }

    @Test
    void manyMessagesAreReadOneAfterTheOther() {
        String lines = PING_JSON + "\n" + encoded(ERROR) + "\n";
        try (MappingIterator<CoreMessage> messages =
                MAPPER.readerFor(CoreMessage.class).readValues(lines)) {
            assertThat(messages.readAll()).containsExactly(PING, ERROR);
        }
    }

    @Test
    void aTreeIsAMessageAndAMessageATree() {
        JsonNode tree = MAPPER.valueToTree(STEP);
        assertThat(tree).isEqualTo(MAPPER.readTree(RlProtocol.INSTANCE.encode(STEP)));
        assertThat(MAPPER.treeToValue(tree, RlMessage.class)).isEqualTo(STEP);
        assertThat(MAPPER.convertValue(STEP, RlMessage.class)).isEqualTo(STEP);
        assertThat(MAPPER.convertValue(Map.of("nonce", 7L, "x", new byte[3]), Ping.class))
                .isEqualTo(PING);
        assertThat(MAPPER.<Map<String, Object>>convertValue(PING, new TypeReference<>() {}))
                .isEqualTo(Map.of("gdwire", "ping", "nonce", 7));
    }

    @Test
    void whatStandsInATreeInPlaceOfJsonIsRefused() {
        JsonNode tree = MAPPER.createObjectNode().put("nonce", 7).putPOJO("x", new Object());
        assertThatThrownBy(() -> MAPPER.treeToValue(tree, Ping.class))
                .isInstanceOf(MismatchedInputException.class)
                .hasMessageContaining("$: expected JSON, got java.lang.Object");
    }

    @Test
    void aPrettyPrinterIsHonoured() {
        String pretty = MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(ERROR);
        assertThat(pretty).startsWith("{\n  \"gdwire\" : \"error\",\n  \"code\" : \"malformed\"");
        assertThat(MAPPER.readValue(pretty, CoreMessage.class)).isEqualTo(ERROR);
    }

    @Test
    void escapesOfTheUsersAreHonoured() {
        String ascii =
                MAPPER.writer()
                        .with(JsonWriteFeature.ESCAPE_NON_ASCII)
                        .writeValueAsString(List.of(ERROR));
        assertThat(ascii).contains("a/\\u00E9\\uD83D\\uDE00");
        assertThat(ascii).isEqualTo(ascii.replaceAll("[^ -~]", "?"));
    }

    @Test
    void settingsForRecordsHaveNoEffect() {
        JsonMapper odd =
                MAPPER.rebuild()
                        .propertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE)
                        .build();
        assertThat(odd.writeValueAsString(PING)).isEqualTo(PING_JSON);
        assertThat(odd.readValue(PING_JSON, CoreMessage.class)).isEqualTo(PING);
    }

    @Test
    void typesThatJacksonTellsApartInItsOwnWayComeBack() {
        BasicPolymorphicTypeValidator ours =
                BasicPolymorphicTypeValidator.builder()
                        .allowIfSubType("dev.gdwire")
                        .allowIfSubType("java.util")
                        .build();
        Log log = new Log("x", ERROR, PING, List.of(ERROR), PING);
        JsonMapper named =
                MAPPER.rebuild()
                        .activateDefaultTypingAsProperty(ours, DefaultTyping.NON_FINAL, "gdwire")
                        .build();
        assertThat(named.readValue(named.writeValueAsString(log), Log.class)).isEqualTo(log);
        for (JsonTypeInfo.As include :
                List.of(JsonTypeInfo.As.PROPERTY, JsonTypeInfo.As.WRAPPER_ARRAY)) {
            JsonMapper typed =
                    MAPPER.rebuild()
                            .activateDefaultTyping(ours, DefaultTyping.NON_FINAL, include)
                            .build();
            assertThat(typed.readValue(typed.writeValueAsString(log), Log.class)).isEqualTo(log);
        }
    }

    @Test
    void aTagBesideAMessageIsJacksons() {
        Beside beside = new Beside(PING);
        String json = MAPPER.writeValueAsString(beside);
        assertThat(MAPPER.readTree(json))
                .isEqualTo(MAPPER.readTree("{\"gdwire\":\"ping\",\"message\":{\"nonce\":7}}"));
        assertThat(MAPPER.readValue(json, Beside.class)).isEqualTo(beside);
    }

    @Test
    void nullIsJavasNull() {
        assertThat(MAPPER.readValue("null", CoreMessage.class)).isNull();
        assertThat(MAPPER.writeValueAsString(null)).isEqualTo("null");
    }

    private static String encoded(CoreMessage message) {
        return new String(CoreProtocol.INSTANCE.encode(message), StandardCharsets.UTF_8);
    }
}
