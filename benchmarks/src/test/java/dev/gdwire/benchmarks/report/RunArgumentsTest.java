package dev.gdwire.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunArgumentsTest {
    private static final Path FOLDER = Path.of("target");

    private static RunArguments parse(String... arguments) {
        return RunArguments.parse(List.of(arguments), FOLDER, "codecs");
    }

    @Test
    void nothingNeedBeSaid() {
        assertThat(parse())
                .isEqualTo(
                        new RunArguments(
                                3,
                                FOLDER.resolve("codecs.md"),
                                FOLDER.resolve("codecs.png"),
                                List.of()));
    }

    @Test
    void roundsAndFilesComeFirst() {
        assertThat(parse("5", "a.md", "b.png"))
                .isEqualTo(new RunArguments(5, Path.of("a.md"), Path.of("b.png"), List.of()));
    }

    @Test
    void theRestIsLeftToTheComparison() {
        RunArguments arguments = parse("2", "-wi", "1", "-p", "message=SMALL");
        assertThat(arguments.rounds()).isEqualTo(2);
        assertThat(arguments.rest()).containsExactly("-wi", "1", "-p", "message=SMALL");
    }
}
