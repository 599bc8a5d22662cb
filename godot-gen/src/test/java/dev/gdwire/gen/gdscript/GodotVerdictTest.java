package dev.gdwire.gen.gdscript;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Generated GDScript in the real Godot. */
@Tag("godot")
class GodotVerdictTest {
    @TempDir Path folder;

    @Test
    void everyScriptLoadsWithoutAWarning() throws IOException, InterruptedException {
        GodotRun run = GodotRun.in(folder);
        assertThat(run.script("load_all.gd"))
                .contains("scripts done: " + run.scripts() + " loaded, 0 failed");
    }

    @Test
    void everyVerdictIsAsTheTableSaysAndNothingIsAScriptError()
            throws IOException, InterruptedException {
        List<String> output = GodotRun.in(folder).script("verdicts.gd");
        long count =
                Files.readAllLines(folder.resolve("verdicts.txt")).stream()
                        .filter(line -> !line.startsWith("#"))
                        .count();
        assertThat(output)
                .contains(
                        "verdicts done: " + count + " checked, 0 failed",
                        "garbled done: 4000 checked, 0 failed",
                        "api done: 0 failed");
    }
}
