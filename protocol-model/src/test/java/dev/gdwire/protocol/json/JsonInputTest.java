package dev.gdwire.protocol.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gdwire.protocol.DecodeException;
import dev.gdwire.protocol.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.constraints.UniqueElements;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever it reads is what the parser of trees reads, which is strict. */
class JsonInputTest {
    private static final FieldNames NAMES =
            FieldNames.of("a", "b", "kind", "position", "a long name of a member", "Ünï", "");

    /** Signs that JSON is made of, put into what is JSON. */
    private static final String SIGNS = "{}[],:\"\\-+.eE0123456789 truefalsn\tu\n\u0001é";

    private final JsonInput in = new JsonInput();

    @Property(tries = 5_000)
    void whatIsWrittenIsRead(@ForAll long seed) {
        byte[] json = new RandomJson(new Random(seed)).object();
        JsonValue read = read(json);
        Statistics.label("read").collect(read != null);
        if (read != null) {
            assertThat(read).isEqualTo(parsed(json));
        }
    }

    @Property(tries = 20_000)
    void whatIsBrokenIsNeverReadWrongly(@ForAll long seed) {
        Random random = new Random(seed);
        byte[] json = new RandomJson(random).object();
        for (int i = random.nextInt(3); i >= 0; i--) {
            int at = random.nextInt(json.length);
            json[at] =
                    random.nextInt(8) == 0
                            ? (byte) random.nextInt(256)
                            : (byte) SIGNS.charAt(random.nextInt(SIGNS.length()));
        }
        JsonValue read = read(json);
        if (read != null) {
            assertThat(read).isEqualTo(parsed(json));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":01}",
                "{\"a\":1.}",
                "{\"a\":.5}",
                "{\"a\":+1}",
                "{\"a\":1e}",
                "{\"a\":1e+}",
                "{\"a\":-}",
                "{\"a\":1e400}",
                "{\"a\":tru}",
                "{\"a\":nul",
                "{\"a\":1,}",
                "{,\"a\":1}",
                "{\"a\":1 \"b\":2}",
                "{\"a\" 1}",
                "{a:1}",
                "{\"a\":[1,]}",
                "{\"a\":[,1]}",
                "{\"a\":[1 2]}",
                "{\"a\":1}}",
                "{\"a\":1",
                "{\"a\":\"x",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\\u12\"}",
                "{\"a\":\"\\ud800\"}",
                "{\"a\":\"\\udc00\\ud800\"}",
                "{\"x\":1,\"x\":2}",
                "{\"a\":{\"z\":1,\"z\":2}}",
                "",
                "[",
                "\ufeff{}",
                "{\"a\":\"\t\"}",
                "{\"a\":1}\u0000"
            })
    void whatIsNoJsonIsGivenUp(String json) {
        assertThat(read(json.getBytes(StandardCharsets.UTF_8))).isNull();
    }

    @Property
    void integersAreReadAsWritten(@ForAll long value) {
        long near = value >> (value & 63);
        byte[] json = ("[" + near + ",\"" + near + "\"]").getBytes(StandardCharsets.US_ASCII);
        if (near < 1L << 53 && near > -1L << 53) {
            start(json);
            assertThat(in.integer()).isEqualTo(near);
            in.item();
            assertThat(in.int64()).isEqualTo(near);
        } else {
            start(json);
            assertThatThrownBy(in::integer).isSameAs(JsonInput.miss());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9223372036854775808",
                "-9223372036854775809",
                "9999999999999999999",
                "10000000000000000000",
                "-0",
                "01",
                "",
                "-",
                "+1",
                "1.0"
            })
    void whatIsNo64BitIntegerIsGivenUp(String text) {
        start(("[\"" + text + "\"]").getBytes(StandardCharsets.US_ASCII));
        assertThatThrownBy(in::int64).isSameAs(JsonInput.miss());
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, Long.MIN_VALUE + 1, Long.MAX_VALUE, 0, -1})
    void all64BitsAreRead(long value) {
        start(("[\"" + value + "\"]").getBytes(StandardCharsets.US_ASCII));
        assertThat(in.int64()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0", "10e-1", "1.0E+0", "1000e-3", " 1 ", "1e0"})
    void integersMayHaveFractionsOfZeros(String text) {
        start(("[" + text + "]").getBytes(StandardCharsets.US_ASCII));
        assertThat(in.integer()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.5",
                "9007199254740992",
                "9007199254740990.5",
                "4503599627370496.5",
                "\"1\"",
                "1e-1",
                "null",
                "-9007199254740992",
                "1e20"
            })
    void whatIsNoIntegerIsGivenUp(String text) {
        start(("[" + text + "]").getBytes(StandardCharsets.US_ASCII));
        assertThatThrownBy(in::integer).isSameAs(JsonInput.miss());
    }

    /** Names as they are written, of all lengths, wherever the bytes end. */
    @Property
    void nameFollowsWhereItStandsAndNoOther(
            @ForAll @Size(min = 1, max = 6) @UniqueElements
                    List<@StringLength(max = 24) @Chars({'a', 'b', '"', '\\', 'é', '\n'}) String>
                            names,
            @ForAll @IntRange(max = 2) int behind) {
        JsonOutput out = new JsonOutput();
        int start = out.start();
        names.forEach(name -> out.field(FieldName.of(name), name.length()));
        out.endObject(start);
        int size = out.size();
        in.start(Arrays.copyOf(out.toByteArray(), size + 4 * behind), 0, size);
        in.object();
        for (String name : names) {
            for (String other : names) {
                assertThat(other.equals(name) || !in.follows(FieldName.of(other))).isTrue();
            }
            // What is shorter than eight bytes cannot be told at the very end.
            if (!in.follows(FieldName.of(name))) {
                assertThat(size - in.position()).isLessThan(8);
                assertThat(in.member()).isTrue();
                assertThat(in.name()).isEqualTo(name);
            }
            assertThat(in.int32()).isEqualTo(name.length());
        }
        assertThat(in.member()).isFalse();
        in.finish();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ \"name\":1}      ",
                "{\"name\" :1}      ",
                "{,\"name\":1}      ",
                "{\"names\":1}      ",
                "{\"name\",1}       ",
                "{\"nam\\u0065\":1} "
            })
    void nameDoesNotFollowWhereItIsNotWrittenAsUsual(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        in.start(bytes, 0, bytes.length);
        in.object();

        assertThat(in.follows(FieldName.of("name"))).isFalse();
    }

    private void start(byte[] json) {
        in.start(json, 0, json.length);
        in.array();
        in.item();
    }

    /** What stands around it changes nothing, whatever it is. */
    private JsonValue read(byte[] json) {
        JsonValue alone = read(json, "", "");
        for (String signs :
                List.of(
                        "1234567890",
                        "\"\"\"\"\"\"\"\"\"\"",
                        "}}}}}}}}}}",
                        "\n{\"a\":1}\n",
                        "abc")) {
            assertThat(read(json, signs, signs)).isEqualTo(alone);
        }
        return alone;
    }

    private JsonValue read(byte[] json, String before, String behind) {
        byte[] bytes =
                Arrays.copyOf(
                        before.getBytes(StandardCharsets.US_ASCII),
                        before.length() + json.length + behind.length());
        System.arraycopy(json, 0, bytes, before.length(), json.length);
        System.arraycopy(
                behind.getBytes(StandardCharsets.US_ASCII),
                0,
                bytes,
                before.length() + json.length,
                behind.length());
        try {
            in.start(bytes, before.length(), before.length() + json.length);
            JsonValue value = object();
            in.finish();
            return value;
        } catch (Miss given) {
            return null;
        }
    }

    private static JsonValue parsed(byte[] json) {
        try {
            return JsonValue.parse(new String(json, StandardCharsets.UTF_8));
        } catch (DecodeException e) {
            throw new AssertionError("read, but no JSON: " + e.getMessage());
        }
    }

    private JsonValue object() {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        int before = in.remembered();
        in.object();
        long seen = 0;
        int guess = 0;
        while (in.member()) {
            int index = in.name(NAMES, guess);
            if (index == FieldNames.NONE) {
                throw JsonInput.miss();
            }
            seen = JsonInput.once(seen, index);
            guess = index + 1;
            members.put(new String(NAMES.word(index), StandardCharsets.UTF_8), value());
        }
        in.forget(before);
        return JsonValue.ofMembers(members);
    }

    private JsonValue value() {
        int place = in.position();
        try {
            return JsonValue.of(in.text());
        } catch (Miss none) {
            in.goTo(place, false);
        }
        if (in.nothing()) {
            return JsonValue.NULL;
        }
        try {
            return JsonValue.of(in.number());
        } catch (Miss none) {
            in.goTo(place, false);
        }
        try {
            return JsonValue.of(in.bool());
        } catch (Miss none) {
            in.goTo(place, false);
        }
        return container(place);
    }

    private JsonValue container(int place) {
        // Skipped first: what is skipped is JSON too.
        in.skip();
        int stop = in.position();
        in.goTo(place, false);
        try {
            in.array();
        } catch (Miss none) {
            in.goTo(place, false);
            JsonValue object = object();
            assertThat(in.position()).isEqualTo(stop);
            return object;
        }
        List<JsonValue> items = new ArrayList<>();
        while (in.item()) {
            items.add(value());
        }
        assertThat(in.position()).isEqualTo(stop);
        return JsonValue.ofItems(items);
    }
}
