package dev.gdwire.benchmarks.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TemplateTest {
    private static final byte[] LINE =
            "{\"a\":\"\u00e9\",\"$id\":17}\n".getBytes(StandardCharsets.UTF_8);

    @Test
    void onlyTheNumberChanges() {
        Template template = Template.of(LINE, "$id");
        ByteBuffer buffer = ByteBuffer.allocate(100);
        for (long number : new long[] {1, 9, 10, 1234567, 100}) {
            template.write(number, buffer);
            assertThat(StandardCharsets.UTF_8.decode(buffer).toString())
                    .isEqualTo("{\"a\":\"\u00e9\",\"$id\":" + number + "}\n");
        }
    }

    @Test
    void aLineWithoutTheKeyIsNone() {
        assertThatThrownBy(() -> Template.of(LINE, "$re"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void gdwiresDialectIsGdwires() {
        Dialect dialect = Dialect.gdwire();
        ByteBuffer buffer = ByteBuffer.allocate(1_000);
        dialect.request().write(42, buffer);
        assertThat(StandardCharsets.UTF_8.decode(buffer).toString())
                .startsWith("{\"type\":\"small_request\",")
                .contains("\"$id\":42")
                .endsWith("}\n");
        dialect.reply().write(42, buffer);
        assertThat(StandardCharsets.UTF_8.decode(buffer).toString())
                .startsWith("{\"type\":\"small\",")
                .contains("\"$re\":42")
                .endsWith("}\n");
        assertThat(new String(dialect.greeting(), StandardCharsets.UTF_8)).contains("hello");
    }
}
