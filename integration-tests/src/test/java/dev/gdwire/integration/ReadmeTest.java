package dev.gdwire.integration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gdwire.client.GodotProcess;
import dev.gdwire.gen.GeneratorRequest;
import dev.gdwire.gen.GeneratorResult;
import dev.gdwire.gen.GeneratorRun;
import dev.gdwire.gen.GodotProjectEmitter;
import dev.gdwire.gen.java.JavaEmitter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's own files, taken out of it, generated from, compiled and run. */
@Tag("godot")
class ReadmeTest {
    private static final Path README = Path.of("..", "README.md");
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Pattern FILE =
            Pattern.compile("<!-- file: (\\S+) -->\n```[a-z]+\n(.*?)\n```\n", Pattern.DOTALL);
    private static final String PORT = "7001";

    @TempDir Path folder;

    @Test
    void itsGameAndItsProgramTalk() throws Exception {
        Path godot = RealGodot.orSkip();
        writeFiles(Integer.toString(freePort()));
        generate();
        assertGeneratedAsShown("java/game/SpawnEntity.java");
        assertGeneratedAsShown("godot/game/messages/spawn_entity.gd");
        compile();
        try (GodotProcess game = startGame(godot)) {
            game.awaitLine(line -> line.equals("ready"), LIMIT);
            assertThat(run("Play")).containsExactly("the crate is entity 42");
            assertThat(game.lines()).contains("a crate at (0.0, 1.0, 0.0) with 100 health");
        }
    }

    @Test
    void itsDiaryIsWrittenAndReadAsItSays() throws Exception {
        writeFiles(PORT);
        generate();
        compile();
        List<String> lines = run("Diary");
        assertThat(lines).hasSize(2).last().isEqualTo("true");
        assertThat(Files.readString(README)).contains("It prints `" + lines.get(0) + "` and");
    }

    /** Every file of the README, with a free port in place of its own. */
    private void writeFiles(String port) throws IOException {
        Map<String, String> files = new TreeMap<>();
        Matcher found = FILE.matcher(Files.readString(README));
        while (found.find()) {
            files.put(found.group(1), found.group(2) + "\n");
        }
        assertThat(files.keySet())
                .containsExactly(
                        "Diary.java",
                        "Play.java",
                        "game/entity_hit.schema.json",
                        "game/entity_spawned.schema.json",
                        "game/spawn_entity.schema.json",
                        "godot/main.gd");
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path target = folder.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.writeString(target, file.getValue().replace(PORT, port));
        }
    }

    private void generate() {
        GeneratorRequest request =
                GeneratorRequest.of(folder.resolve("game"))
                        .javaOut(folder.resolve("java"))
                        .godotOut(folder.resolve("godot"))
                        .build();
        GeneratorResult result =
                new GeneratorRun(new JavaEmitter(), new GodotProjectEmitter()).run(request);
        assertThat(result.loaded().printed()).isEmpty();
    }

    /** The README shows a part of a generated file, as it is. */
    private void assertGeneratedAsShown(String file) throws IOException {
        String generated = Files.readString(folder.resolve(file));
        Matcher blocks =
                Pattern.compile("\n```(java|gdscript)\n(.*?)\n```\n", Pattern.DOTALL)
                        .matcher(Files.readString(README));
        assertThat(blocks.results().filter(block -> generated.contains(block.group(2))).count())
                .as("blocks of the README that stand in " + file)
                .isEqualTo(1);
    }

    private void compile() throws IOException {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "-Xlint:all",
                                "-Werror",
                                "-proc:none",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "-d",
                                folder.resolve("classes").toString(),
                                folder.resolve("Diary.java").toString(),
                                folder.resolve("Play.java").toString()));
        try (Stream<Path> sources = Files.walk(folder.resolve("java"))) {
            sources.map(Path::toString)
                    .filter(path -> path.endsWith(".java"))
                    .forEach(arguments::add);
        }
        int code =
                ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, arguments.toArray(String[]::new));
        assertThat(code).isZero();
    }

    private GodotProcess startGame(Path godot) throws IOException {
        Path project = folder.resolve("godot");
        Files.writeString(
                project.resolve("project.godot"),
                "config_version=5\n\n[application]\n\nrun/main_scene=\"res://main.tscn\"\n");
        Files.writeString(
                project.resolve("main.tscn"),
                """
                [gd_scene load_steps=3 format=3]

                [ext_resource type="Script" path="res://main.gd" id="1"]
                [ext_resource type="Script" path="res://ready.gd" id="2"]

                [node name="Main" type="Node"]
                script = ExtResource("1")

                [node name="Ready" type="Node" parent="."]
                script = ExtResource("2")
                """);
        Files.writeString(
                project.resolve("ready.gd"),
                "extends Node\n\n\nfunc _process(_delta: float) -> void:\n\tprint(\"ready\")\n"
                        + "\tset_process(false)\n");
        return GodotProcess.builder(godot).project(project).watchdog(LIMIT).start();
    }

    private List<String> run(String program) throws IOException, InterruptedException {
        Path output = folder.resolve(program + ".txt");
        String classes =
                folder.resolve("classes")
                        + System.getProperty("path.separator")
                        + System.getProperty("java.class.path");
        Process running =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                classes,
                                program)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        try {
            assertThat(running.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } finally {
            running.destroyForcibly();
        }
        List<String> lines = Files.readAllLines(output);
        assertThat(running.exitValue()).as(String.join("\n", lines)).isZero();
        return lines;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
