package dev.gdwire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The game's generated scripts stand in the repository, so that the project opens in Godot without
 * a build: they must be what the generator writes now. {@code ./gdwire demo} writes them anew.
 */
class ArenaSourcesTest {
    @ParameterizedTest
    @ValueSource(strings = {"schemas/rl", "examples/arena/schemas"})
    void theGameHasWhatIsGeneratedNow(String schemas) {
        CommandRun run =
                CommandRun.of(
                        "generate",
                        "--check",
                        "--schemas",
                        "../" + schemas,
                        "--godot-out",
                        "../examples/arena/godot");
        assertThat(run)
                .isEqualTo(
                        new CommandRun(0, "everything is up to date" + System.lineSeparator(), ""));
    }
}
