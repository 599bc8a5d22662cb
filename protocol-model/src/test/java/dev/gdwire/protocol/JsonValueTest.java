package dev.gdwire.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class JsonValueTest {
    /** A record of a user's, with a value inside. */
    record Holder(JsonValue value, List<JsonValue> more) {}

    @Property(tries = 300)
    void textIsReadAsTheSameValue(@ForAll("values") JsonValue value) {
        assertThat(JsonValue.parse(value.toString())).isEqualTo(value).hasSameHashCodeAs(value);
        assertThat(JsonValue.fromObject(value.toObject())).isEqualTo(value);
    }

    @Property(tries = 300)
    void stockMappersReadAndWriteIt(@ForAll("values") JsonValue value) throws Exception {
        var three = new tools.jackson.databind.ObjectMapper();
        var two = new com.fasterxml.jackson.databind.ObjectMapper();
        Holder holder = new Holder(value, List.of(value));
        String json = three.writeValueAsString(holder);
        assertThat(JsonValue.parse(json).get("value")).contains(value);
        assertThat(JsonValue.parse(two.writeValueAsString(holder)).get("value")).contains(value);
        assertThat(JsonValue.fromObject(three.readValue(json, Holder.class).value()))
                .isEqualTo(value);
        assertThat(JsonValue.fromObject(two.readValue(json, Holder.class).value()))
                .isEqualTo(value);
    }

    @Test
    void numbersAreEqualByValueAndObjectsWithoutOrder() {
        assertThat(JsonValue.of(0L)).isEqualTo(JsonValue.of(-0.0)).hasToString("0");
        assertThat(JsonValue.parse("{\"a\":1,\"b\":[2.0]}"))
                .isEqualTo(JsonValue.parse("{\"b\":[2],\"a\":1.0}"))
                .hasToString("{\"a\":1,\"b\":[2]}");
        assertThat(JsonValue.of(false)).isNotEqualTo(JsonValue.of(0));
        assertThat(JsonValue.of("")).isNotEqualTo(JsonValue.NULL);
    }

    @Test
    void whatIsInsideIsReadable() {
        JsonValue value = JsonValue.parse("{\"a\":[1,\"x\",true,null,1.5]}");
        assertThat(value.get("a").flatMap(a -> a.at(0)).map(JsonValue::asLong)).contains(1L);
        assertThat(value.get("a").flatMap(a -> a.at(1)).map(JsonValue::asText)).contains("x");
        assertThat(value.get("a").flatMap(a -> a.at(2)).map(JsonValue::asBoolean)).contains(true);
        assertThat(value.get("a").flatMap(a -> a.at(3))).contains(JsonValue.NULL);
        assertThat(value.get("a").flatMap(a -> a.at(4)).map(JsonValue::asDouble)).contains(1.5);
        assertThat(value.get("a").flatMap(a -> a.at(5))).isEmpty();
        assertThat(value.get("b")).isEmpty();
        assertThatThrownBy(value::asText).hasMessage("it is OBJECT, not STRING");
        assertThatThrownBy(() -> JsonValue.of(1.5).asLong())
                .hasMessage("1.5 is no integer within +-(2^53-1)");
    }

    @Test
    void whatJsonCannotHoldIsRefused() {
        assertThatThrownBy(() -> JsonValue.of(Double.NaN))
                .hasMessage("expected finite number, got NaN");
        assertThatThrownBy(() -> JsonValue.of(1L << 53))
                .hasMessage("expected integer within +-(2^53-1), got integer");
        assertThatThrownBy(() -> JsonValue.of("\ud800"))
                .hasMessage("expected Unicode text, got a lone surrogate at 0");
        assertThatThrownBy(() -> JsonValue.fromObject(Map.of("a", Arrays.asList(1, new int[0]))))
                .hasMessage("a[1]: expected JSON value, got [I");
        assertThatThrownBy(() -> JsonValue.parse("{")).isInstanceOf(DecodeException.class);
        assertThatThrownBy(() -> JsonValue.parse("[1e999]"))
                .hasMessage("$[0]: expected number within 64-bit float, got integer");
    }

    @Provide
    static Arbitrary<JsonValue> values() {
        Arbitrary<String> texts =
                Arbitraries.strings().ofMaxLength(9).filter(text -> !hasSurrogates(text));
        Arbitrary<JsonValue> scalars =
                Arbitraries.oneOf(
                        texts.map(JsonValue::of),
                        Arbitraries.doubles().map(JsonValue::of),
                        Arbitraries.longs()
                                .between(-(1L << 53) + 1, (1L << 53) - 1)
                                .map(JsonValue::of),
                        Arbitraries.of(JsonValue.TRUE, JsonValue.FALSE, JsonValue.NULL));
        return Arbitraries.recursive(() -> scalars, inner -> around(inner, texts), 0, 3);
    }

    private static Arbitrary<JsonValue> around(
            Arbitrary<JsonValue> inner, Arbitrary<String> names) {
        return Arbitraries.oneOf(
                inner.list().ofMaxSize(3).map(JsonValue::ofItems),
                Arbitraries.maps(names, inner)
                        .ofMaxSize(3)
                        .map(members -> JsonValue.ofMembers(new LinkedHashMap<>(members))));
    }

    private static boolean hasSurrogates(String text) {
        return text.chars().anyMatch(c -> Character.isSurrogate((char) c));
    }
}
