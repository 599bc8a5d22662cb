package dev.gdwire.benchmarks.codecs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class CodecArgumentsTest {
    private static final Path FOLDER = Path.of("target");

    private static CodecArguments parse(String... arguments) {
        return CodecArguments.parse(List.of(arguments), FOLDER);
    }

    @Test
    void nothingNeedBeSaid() {
        assertThat(parse())
                .isEqualTo(
                        new CodecArguments(
                                3,
                                FOLDER.resolve("codecs.md"),
                                FOLDER.resolve("codecs.png"),
                                List.of()));
    }

    @Test
    void roundsAndFilesComeFirst() {
        assertThat(parse("5", "a.md", "b.png"))
                .isEqualTo(new CodecArguments(5, Path.of("a.md"), Path.of("b.png"), List.of()));
    }

    @Test
    void theRestIsForJmh() {
        CodecArguments arguments = parse("2", "-wi", "1", "-p", "message=SMALL");
        assertThat(arguments.rounds()).isEqualTo(2);
        assertThat(arguments.jmh()).containsExactly("-wi", "1", "-p", "message=SMALL");
    }
}
