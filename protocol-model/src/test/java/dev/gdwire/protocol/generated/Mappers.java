package dev.gdwire.protocol.generated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gdwire.protocol.Message;
import dev.gdwire.protocol.jackson.GdwireModule;
import tools.jackson.databind.json.JsonMapper;

/** Mappers of both lines of Jackson. */
final class Mappers {
    private static final tools.jackson.databind.ObjectMapper THREE =
            new tools.jackson.databind.ObjectMapper();
    private static final com.fasterxml.jackson.databind.ObjectMapper TWO =
            new com.fasterxml.jackson.databind.ObjectMapper();

    private Mappers() {}

    /** Stock mappers: both read what the codec reads, and the codec reads what both write. */
    static void assertRoundTrip(CompiledSet set, Message message, String json) throws Exception {
        Class<?> root = set.protocol().root();
        assertThat(set.decode(THREE.writeValueAsString(message)))
                .as("Jackson 3: " + THREE.writeValueAsString(message))
                .isEqualTo(message);
        assertThat(set.decode(TWO.writeValueAsString(message)))
                .as("Jackson 2: " + TWO.writeValueAsString(message))
                .isEqualTo(message);
        assertThat((Object) THREE.readValue(json, root)).as("Jackson 3").isEqualTo(message);
        assertThat((Object) TWO.readValue(json, root)).as("Jackson 2").isEqualTo(message);
    }

    /** A mapper with the codec behind it reads what the codec reads, and writes its bytes. */
    static void assertSameWithModule(CompiledSet set, Message message, String json) {
        var mapper = JsonMapper.builder().addModule(GdwireModule.of(set.protocol())).build();
        Class<?> root = set.protocol().root();
        assertThat((Object) mapper.readValue(json, root)).isEqualTo(message);
        assertThat(mapper.writeValueAsString(message)).isEqualTo(set.encode(message));
        assertThat((Object) mapper.treeToValue(mapper.valueToTree(message), root))
                .isEqualTo(message);
    }
}
