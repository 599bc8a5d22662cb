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
                    .hasMessageContaining("malformed JSON at byte");
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
