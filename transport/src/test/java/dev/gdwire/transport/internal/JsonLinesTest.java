package dev.gdwire.transport.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLinesTest {
    /** Many lines come in one read: what stands behind one is no part of it. */
    @ParameterizedTest
    @ValueSource(ints = {10, 9_000, 40_000, 200_000})
    void lineWithALongTextEndsWhereItEnds(int length) throws MalformedLineException {
        String line = "{\"text\":\"" + "x".repeat(length) + "\"}";
        byte[] read = ("{\"a\":1}\n" + line + "\n{\"b\":2}\n").getBytes(StandardCharsets.UTF_8);
        assertThat(JsonLines.parse(read, 8, line.length()).get("text").asString()).hasSize(length);
    }
}
