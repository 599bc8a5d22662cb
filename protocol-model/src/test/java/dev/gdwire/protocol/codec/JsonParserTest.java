package dev.gdwire.protocol.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.gdwire.protocol.DecodeException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonParserTest {
    private static final int MILLION = 1_000_000;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | 0: nothing",
                "'  ' | 2: nothing",
                "{\"a\":1,\"a\":2} | 11: Duplicate",
                "{\"a\":1} {} | 8: Trailing token",
                "\"\\ud800\" | 1: half of a surrogate pair",
                "\"\\\\\\uDc00\" | 3: half of a surrogate pair",
                "\"\\ud800\\ud800\\udc00\" | 1: half of a surrogate pair",
                "\"\\ud800\\n\" | 1: half of a surrogate pair",
                "\uFEFF{} | 0: a byte order mark",
                "{\u0000} | 1: a NUL character",
                // The last bytes of these characters are digits, and the parser looks at no more.
                "\"\\u004\u0141\" | 1: no four hexadecimal digits",
                "\"\\u05B\uD946\uDC00\" | 1: no four hexadecimal digits",
                "[😀] | 1: Unexpected character ('?'",
                "{\"ä😀\":[1,]} | 13: Unexpected character",
            })
    void saysWhatIsNoJson(String text, String fault) {
        String shifted = "xx" + text + "yyy";
        byte[] bytes = shifted.getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> JsonParser.parse(bytes, 2, bytes.length - 5))
                .isInstanceOf(DecodeException.class)
                .hasMessageStartingWith(
                        "$: expected JSON object, got malformed JSON at byte " + fault);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-16", "UTF-32", "UTF-32LE", "ISO-8859-1"})
    void guessesNoOtherEncoding(String charset) {
        byte[] bytes = "{\"a\":\"ä\"}".getBytes(Charset.forName(charset));
        assertThatThrownBy(() -> JsonParser.parse(bytes)).isInstanceOf(DecodeException.class);
    }

    @Test
    void takesWholePairsAndTextThatOnlyLooksLikeHalves() {
        assertThat(parse("\"\\uD83D\\uDE00\"")).isEqualTo("😀");
        assertThat(parse("\"\\\\ud800\"")).isEqualTo("\\ud800");
    }

    @Test
    void isDoneInTimeWhateverComes() {
        inTime("1".repeat(MILLION));
        inTime("0." + "1".repeat(MILLION));
        inTime("1".repeat(MILLION) + "e-999999999999");
        inTime("{\"" + "a".repeat(MILLION) + "\":1}");
        inTime("[".repeat(1024) + "]".repeat(1024));
        for (String deep : new String[] {"[", "{\"a\":"}) {
            assertThatThrownBy(() -> inTime(deep.repeat(100_000)))
                    .isInstanceOf(DecodeException.class)
                    .hasMessageContaining("more than 1024 levels");
        }
    }

    @Test
    void keepsNoNames() {
        inTime("{\"a\":1}");
        long before = used();
        for (int i = 0; i < 200; i++) {
            inTime("{\"" + i + "a".repeat(MILLION) + "\":1}");
        }
        assertThat(used() - before).isLessThan(50L * MILLION);
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    @ParameterizedTest
    @CsvSource({"309, true", "310, true", "308, false", "100000, true"})
    void integersBeyondFloatsAreInfinite(int nines, boolean infinite) {
        for (String sign : new String[] {"", "-"}) {
            String json = sign + "9".repeat(nines);
            double value = JsonParser.parse(json.getBytes(StandardCharsets.UTF_8)).doubleValue();
            assertThat(Double.isInfinite(value)).as(json).isEqualTo(infinite);
            assertThat(value < 0).isEqualTo(!sign.isEmpty());
        }
    }

    private static void inTime(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        assertTimeout(Duration.ofSeconds(5), () -> JsonParser.parse(bytes));
    }

    private static String parse(String json) {
        return JsonParser.parse(json.getBytes(StandardCharsets.UTF_8)).stringValue();
    }
}
