package dev.gdwire.integration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gdwire.client.GodotProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Searches that the engine gives up. It logs an error then, so they are no test of the harness. */
@Tag("godot")
class GodotPatternTest {
    private static final Duration LIMIT = Duration.ofMinutes(1);

    private static final String SCRIPT =
            """
            extends SceneTree

            const TextPattern = preload("res://addons/gdwire/text_pattern.gd")


            func _initialize() -> void:
            	_search("^(?:a|aa)+$", "a".repeat(40) + "b")
            	_search("^(?:a|aa)+$", "aab")
            	_search("^(?:a|aa)+$", "a".repeat(40))
            	_search("^(?:a|aa)+$", "")
            	quit()


            func _search(pattern: String, text: String) -> void:
            	var finding := TextPattern.search(RegEx.create_from_string(pattern), text)
            	print("finding ", TextPattern.Finding.keys()[finding])
            """;

    @TempDir Path folder;

    @Test
    void whatIsGivenUpIsNotTakenForWhatIsNotThere() throws IOException {
        Path godot = RealGodot.orSkip();
        GodotProject project = GodotProject.strict(folder.resolve("project"));
        Files.writeString(project.folder().resolve("search.gd"), SCRIPT);
        try (GodotProcess process =
                GodotProcess.builder(godot)
                        .project(project.folder())
                        .script("res://search.gd")
                        .watchdog(LIMIT)
                        .start()) {
            process.awaitExit(LIMIT.plusSeconds(10));
            assertThat(process.lines())
                    .filteredOn(line -> line.startsWith("finding "))
                    .containsExactly(
                            "finding TOO_HARD",
                            "finding NOT_FOUND",
                            "finding FOUND",
                            "finding NOT_FOUND");
        }
    }
}
