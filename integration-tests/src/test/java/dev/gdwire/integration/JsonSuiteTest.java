package dev.gdwire.integration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gdwire.integration.JsonSuite.Text;
import dev.gdwire.integration.vectors.VectorsProtocol;
import dev.gdwire.protocol.DecodeException;
import dev.gdwire.protocol.codec.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Java says of JSON and of what is none; the game says the same. */
class JsonSuiteTest {
    private static final int FILES = 318;

    static List<Text> texts() throws IOException {
        return JsonSuite.texts();
    }

    @ParameterizedTest
    @MethodSource("texts")
    void isAcceptedOrRefused(Text text) {
        assertThat(verdict(text.bytes(), json -> JsonParser.parse(json, 0, json.length)))
                .isEqualTo(text.isJson() ? "accepted" : "refused");
        assertThat(verdict(inMessage(text.bytes()), VectorsProtocol.INSTANCE::decode))
                .isEqualTo(text.inMessage());
    }

    @Test
    void noFileIsMissing() throws IOException {
        long hostile = HostileTexts.all().size();
        assertThat(texts()).hasSize((int) (FILES + hostile));
    }

    static byte[] inMessage(byte[] value) {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        json.writeBytes("{\"type\":\"holder\",\"value\":".getBytes(StandardCharsets.US_ASCII));
        json.writeBytes(value);
        json.write('}');
        return json.toByteArray();
    }

    private static String verdict(byte[] json, Consumer<byte[]> reader) {
        try {
            reader.accept(json);
            return "accepted";
        } catch (DecodeException fault) {
            boolean malformed = fault.actual().startsWith("malformed JSON at byte");
            return malformed
                    ? "refused"
                    : "expected " + fault.expected() + ", got " + fault.actual();
        }
    }
}
