package dev.gdwire.gen.gdscript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gdwire.gen.output.GeneratedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A strict Godot project with the add-on and the sample sets, and runs of its scripts. */
final class GodotRun {
    private static final int LIMIT_SECONDS = 120;
    private static final Path SOURCES = Path.of("src", "test", "resources", "godot");

    private final Path folder;

    private GodotRun(Path folder) {
        this.folder = folder;
    }

    /** Writes the project. Skips the test where the environment names no GODOT, but in a gate. */
    static GodotRun in(Path folder) throws IOException {
        boolean found = System.getenv("GODOT") != null;
        assertThat(found || !"true".equals(System.getenv("CI"))).as("GODOT is set").isTrue();
        assumeTrue(found, "SKIPPED, not tested: GODOT names no Godot");
        try (Stream<Path> files = Files.list(SOURCES)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName().toString()));
            }
        }
        Path verdicts = Path.of("src", "test", "resources", "verdicts", "rich.txt");
        Files.copy(verdicts, folder.resolve("verdicts.txt"));
        GodotRun run = new GodotRun(folder);
        run.write(AddonFiles.all());
        run.write(GdScriptEmitter.emit(SampleProtocols.core(), "addons/gdwire/core"));
        run.write(GdScriptEmitter.emit(SampleProtocols.rich(), "rich"));
        return run;
    }

    private void write(List<GeneratedFile> files) throws IOException {
        for (GeneratedFile file : files) {
            Path path = folder.resolve(file.path());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.content());
        }
    }

    /** Runs a script to its end; the engine must have nothing against it. */
    List<String> script(String name) throws IOException, InterruptedException {
        Path output = folder.resolve("output.txt");
        ProcessBuilder builder =
                new ProcessBuilder(
                        System.getenv("GODOT"),
                        "--headless",
                        "--path",
                        folder.toString(),
                        "--script",
                        "res://" + name);
        builder.environment().put("HOME", Files.createDirectories(folder.resolve("h")).toString());
        Process process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            fail("Godot did not end in time:\n" + Files.readString(output));
        }
        List<String> lines = Files.readAllLines(output);
        assertThat(lines.stream().filter(line -> line.matches(".*(ERROR|WARNING|Error):.*")))
                .as(String.join("\n", lines))
                .isEmpty();
        return lines;
    }

    /** How many scripts the project has. */
    long scripts() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".gd")).count();
        }
    }
}
