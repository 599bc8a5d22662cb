package dev.gdwire.integration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gdwire.integration.JsonSuite.Text;
import dev.gdwire.integration.vectors.VectorsMessage;
import dev.gdwire.integration.vectors.VectorsProtocol;
import dev.gdwire.protocol.DecodeException;
import dev.gdwire.protocol.jackson.GdwireModule;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/** What a mapper with the codec behind it says of JSON and of what is none: what the codec says. */
class MapperJsonSuiteTest {
    /** Its parser takes all that the codec takes. */
    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(Integer.MAX_VALUE)
                                                    .maxNumberLength(Integer.MAX_VALUE)
                                                    .maxNameLength(Integer.MAX_VALUE)
                                                    .build())
                                    .build())
                    .addModule(GdwireModule.of(VectorsProtocol.INSTANCE))
                    .build();

    /** Characters in more bytes than UTF-8 has for them, which Jackson's parser takes. */
    private static final Set<String> TOO_MANY_BYTES =
            Set.of(
                    "i_string_overlong_sequence_2_bytes.json",
                    "n_utf8_c080.json",
                    "n_utf8_c0af.json",
                    "n_utf8_c1bf.json",
                    "n_utf8_e080af.json",
                    "n_utf8_e09fbf.json");

    static List<Text> texts() throws IOException {
        return JsonSuite.texts();
    }

    @ParameterizedTest
    @MethodSource("texts")
    void theVerdictIsTheCodecs(Text text) {
        String expected = TOO_MANY_BYTES.contains(text.name()) ? "accepted" : text.inMessage();
        assertThat(verdict(JsonSuiteTest.inMessage(text.bytes()))).isEqualTo(expected);
    }

    private static String verdict(byte[] json) {
        try {
            MAPPER.readValue(json, VectorsMessage.class);
            return "accepted";
        } catch (JacksonException fault) {
            return fault.getCause() instanceof DecodeException words
                            && !words.actual().startsWith("malformed JSON")
                    ? "expected " + words.expected() + ", got " + words.actual()
                    : "refused";
        }
    }
}
