package dev.gdwire.protocol.generated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gdwire.protocol.Message;

/** Stock mappers of both lines of Jackson. */
final class Mappers {
    private static final tools.jackson.databind.ObjectMapper THREE =
            new tools.jackson.databind.ObjectMapper();
    private static final com.fasterxml.jackson.databind.ObjectMapper TWO =
            new com.fasterxml.jackson.databind.ObjectMapper();

    private Mappers() {}

    /** Both read what the codec reads, and the codec reads what both write. */
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
}
