package dev.gdwire.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.gdwire.client.GodotProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The add-on in the real Godot: the GDScript tests, and the strictest warnings. */
@Tag("godot")
class GodotAddonTest {
    private static final Duration LIMIT = Duration.ofMinutes(3);

    @TempDir Path folder;

    @TestFactory
    Stream<DynamicTest> gdscriptTests() throws IOException {
        Path godot = RealGodot.orSkip();
        GodotProject project = project();
        List<String> output = run(godot, project, "res://harness/run.gd");
        GodotTestReport report = GodotTestReport.of(output);
        Stream<DynamicTest> whole =
                Stream.of(
                        dynamicTest(
                                "the run as a whole",
                                () -> {
                                    assertThat(report.problems())
                                            .as(String.join("\n", output))
                                            .isEmpty();
                                    assertThat(groups(report)).isEqualTo(testFiles());
                                }));
        Stream<DynamicTest> tests =
                report.failures().entrySet().stream()
                        .map(
                                test ->
                                        dynamicTest(
                                                test.getKey(),
                                                () ->
                                                        assertThat(test.getValue())
                                                                .as(String.join("\n", output))
                                                                .isEmpty()));
        return Stream.concat(whole, tests);
    }

    @Test
    void everyScriptLoadsWithoutAWarning() throws IOException {
        Path godot = RealGodot.orSkip();
        GodotProject project = project();
        List<String> output = run(godot, project, "res://harness/load_all.gd");
        assertThat(output.stream().filter(GodotTestReport::isEngineError)).isEmpty();
        try (Stream<Path> files = Files.walk(project.folder())) {
            long scripts = files.filter(file -> file.toString().endsWith(".gd")).count();
            assertThat(output).contains("scripts done: " + scripts + " loaded, 0 failed");
        }
    }

    private GodotProject project() throws IOException {
        GodotProject project =
                GodotProject.strict(folder.resolve("project")).add("tests").addGoldens();
        VerdictTable.writeTo(project.folder().resolve("verdicts"));
        FuzzCorpus.writeTo(project.folder().resolve("corpus"));
        JsonSuite.writeTo(project.folder().resolve("vectors"));
        return project.generated(VerdictTable.SCHEMAS, "rich")
                .generated(JsonSuite.SCHEMAS, "holder");
    }

    private static List<String> run(Path godot, GodotProject project, String script) {
        try (GodotProcess process =
                GodotProcess.builder(godot)
                        .project(project.folder())
                        .script(script)
                        .watchdog(LIMIT)
                        .start()) {
            process.awaitExit(LIMIT.plusSeconds(10));
            return process.lines();
        }
    }

    private static List<String> groups(GodotTestReport report) {
        return report.failures().keySet().stream()
                .map(name -> name.substring(0, name.indexOf('.')))
                .distinct()
                .sorted()
                .toList();
    }

    private static List<String> testFiles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src", "test", "godot", "tests"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("_test.gd"))
                    .map(name -> name.substring(0, name.length() - ".gd".length()))
                    .sorted()
                    .toList();
        }
    }
}
