package dev.gdwire.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gdwire.gen.pattern.PortablePattern;
import dev.gdwire.integration.VerdictTable.PatternRow;
import dev.gdwire.integration.VerdictTable.Verdict;
import dev.gdwire.integration.rich.Node;
import dev.gdwire.integration.rich.RichMessage;
import dev.gdwire.integration.rich.RichProtocol;
import dev.gdwire.integration.rich.States;
import dev.gdwire.protocol.DecodeException;
import dev.gdwire.protocol.InvalidValueException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Generated Java says of every JSON value what the tables say; the game says the same. */
class JavaVerdictTest {
    static Stream<Verdict> verdicts() throws IOException {
        return Stream.of("rich", "narrowings").flatMap(JavaVerdictTest::verdicts);
    }

    private static Stream<Verdict> verdicts(String name) {
        try {
            return VerdictTable.verdicts(name).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<PatternRow> patterns() throws IOException {
        return VerdictTable.patterns();
    }

    @ParameterizedTest
    @MethodSource("verdicts")
    void everyVerdictIsAsTheTableSays(Verdict row) {
        byte[] json = row.json().getBytes(StandardCharsets.UTF_8);
        assertThat(verdict(json)).as(row.json()).isEqualTo(row.verdict());
        if (row.isOk()) {
            RichMessage message = RichProtocol.INSTANCE.decode(json);
            byte[] written = RichProtocol.INSTANCE.encode(message);
            assertThat(RichProtocol.INSTANCE.decode(written)).isEqualTo(message);
        }
    }

    @ParameterizedTest
    @MethodSource("patterns")
    void everyPatternIsFoundOrNot(PatternRow row) {
        Pattern pattern = Pattern.compile(PortablePattern.ofChecked(row.pattern()));
        assertThat(pattern.matcher(row.text()).find()).isEqualTo(row.found());
    }

    @Test
    void whatIsTooDeepIsNotWritten() {
        Node node = Node.of("leaf");
        for (int i = 0; i < 64; i++) {
            node = Node.of("node").withLeft(node);
        }
        States states = States.of(null, node);
        assertThatThrownBy(() -> RichProtocol.INSTANCE.encode(states))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("expected at most 64 levels, got more");
        assertThat(RichProtocol.INSTANCE.encode(states.withNode(node.left()))).isNotEmpty();
    }

    private static String verdict(byte[] json) {
        try {
            RichProtocol.INSTANCE.decode(json);
            return "ok";
        } catch (DecodeException e) {
            boolean malformed = e.expected().equals("JSON object");
            return malformed && e.actual().startsWith("malformed JSON")
                    ? "malformed"
                    : e.getMessage();
        }
    }
}
