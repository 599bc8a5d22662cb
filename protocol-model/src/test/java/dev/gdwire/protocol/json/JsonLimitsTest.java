package dev.gdwire.protocol.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gdwire.protocol.DecodeException;
import dev.gdwire.protocol.codec.JsonLimits;
import dev.gdwire.protocol.codec.JsonParser;
import dev.gdwire.protocol.rl.RlProtocol;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class JsonLimitsTest {
    private static final JsonLimits SMALL = new JsonLimits(3, 2);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[1,2] | ",
                "[[1,2],{\"abc\":\"abc\",\"b\":[]}] | ",
                "[] | ",
                "\"abc\" | ",
                "{\"a\":\"ä😀\"} | ",
                "{\"a\":\"\\u0061\\n\\\"\"} | ",
                "[1,2,3] | $: expected at most 2 items (limit: items), got more",
                "{\"a\":1,\"b\":1,\"c\":1} | $: expected at most 2 members (limit: items), got"
                        + " more",
                "\"abcd\" | $: expected text of at most 3 characters (limit: text), got more",
                "[0,\"😀😀\"] | $[1]: expected text of at most 3 characters (limit: text), got"
                        + " more",
                "[\"\\u0061\\n"
                    + "\\\\\\\"\"] | $[0]: expected text of at most 3 characters (limit: text), got"
                    + " more",
                "{\"a\":[{\"abcd\":[1,2,3]}]} | $.a[0]: expected names of at most 3 characters"
                        + " (limit: text), got more",
                "{\"a\":[0,{\"b c\":[1,2,3]}]} | $.a[1][\"b c\"]: expected at most 2 items (limit:"
                        + " items), got more",
            })
    void tellsTheFirstFault(String json, @Nullable String fault) {
        DecodeException found = SMALL.fault(parse(json));
        assertThat(found == null ? null : found.getMessage()).isEqualTo(fault);
        if (surelyHold(json, SMALL)) {
            assertThat(found).isNull();
        }
    }

    /** What is said to hold for sure does, or lines would be taken that are over the limits. */
    @Property(tries = 5_000)
    void whatSurelyHoldsHolds(
            @ForAll Random random,
            @ForAll @IntRange(min = 1, max = 12) int text,
            @ForAll @IntRange(min = 1, max = 5) int items) {
        String json = new String(new RandomJson(random).object(), StandardCharsets.UTF_8);
        JsonLimits limits = new JsonLimits(text, items);
        DecodeException fault = limits.fault(parse(json));
        if (surelyHold(json, limits)) {
            assertThat(fault).as(json).isNull();
        } else if (fault == null) {
            assertThat(json).contains("\\");
        }
    }

    @Test
    void holdsWithoutALookWhereNothingCanBeOver() {
        assertThat(surelyHold("[\"\\n\\n\"]", new JsonLimits(6, 3))).isTrue();
        assertThat(surelyHold("\"\\n\\n\\n\"", new JsonLimits(3, 3))).isFalse();
        assertThat(surelyHold("[0,0,0]", new JsonLimits(100, 2))).isFalse();
    }

    @Test
    void aNameInThePathDoesNotCountTwice() {
        String deep = "{\"" + "x".repeat(1000) + "\":";
        JsonLimits limits = new JsonLimits(1000, 1);
        String json = deep.repeat(1000) + "[1,2]" + "}".repeat(1000);
        DecodeException fault = limits.fault(parse(json));
        assertThat(fault).isNotNull();
        assertThat(fault.path()).hasSize(1 + 1000 * 1001);
    }

    @Test
    void aProtocolReadsWithinLimitsWhereItIsTold() {
        byte[] json = bytes("{\"type\":\"reset\",\"another\":[1,2,3],\"seed\":7}");
        assertThat(RlProtocol.INSTANCE.decode(json)).isNotNull();
        assertThat(RlProtocol.INSTANCE.decode(json, new JsonLimits(7, 3))).isNotNull();
        assertThatThrownBy(() -> RlProtocol.INSTANCE.decode(json, new JsonLimits(7, 2)))
                .isInstanceOf(DecodeException.class)
                .hasMessage("$: expected at most 2 members (limit: items), got more");
        assertThatThrownBy(() -> RlProtocol.INSTANCE.decode(json, new JsonLimits(6, 3)))
                .hasMessage("$: expected names of at most 6 characters (limit: text), got more");
    }

    private static boolean surelyHold(String json, JsonLimits limits) {
        byte[] bytes = bytes("xx" + json + "yyyyyyyyyyyyy");
        return limits.surelyHold(bytes, 2, bytes.length - 13);
    }

    private static JsonNode parse(String json) {
        byte[] bytes = bytes(json);
        return JsonParser.parse(bytes, 0, bytes.length);
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
