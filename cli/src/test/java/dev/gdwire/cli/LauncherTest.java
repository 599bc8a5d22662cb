package dev.gdwire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher script in a checkout whose path has a space and the word target in it, with scripts
 * in the place of Maven and Java: when does it build, and what does it say?
 */
class LauncherTest {
    private static final String FIRST =
            "gdwire: building (the first time takes about a minute) ...";
    private static final String RUN = "ran dev.gdwire.cli.Gdwire --help";

    /** Stands for Maven: notes that it ran, and makes the folder that the real one makes. */
    private static final String MAVEN =
            "echo built >> '%1$s/builds'; mkdir -p '%1$s/cli/target/lib'; echo chatter";

    @TempDir Path folder;

    private Path home;
    private Path tools;

    @BeforeEach
    void checkout() throws IOException {
        home = Files.createDirectories(folder.resolve("target").resolve("my checkout"));
        tools = Files.createDirectory(folder.resolve("tools"));
        Files.copy(
                Path.of("..", "gdwire"),
                home.resolve("gdwire"),
                StandardCopyOption.COPY_ATTRIBUTES);
        for (String module :
                List.of(
                        "protocol-model",
                        "transport",
                        "faults",
                        "client",
                        "examples/arena",
                        "cli")) {
            write(module + "/pom.xml");
            write(module + "/src/main/java/Main.java");
        }
        for (String file :
                List.of(
                        "pom.xml",
                        ".mvn/maven.config",
                        "godot-gen/src/main/resources/addon/server.gd",
                        "schemas/rl/step.schema.json",
                        "examples/arena/schemas/hit.schema.json",
                        "examples/arena/schemas/miss.schema.json",
                        "examples/arena/godot/main.gd",
                        "cli/src/test/java/Test.java")) {
            write(file);
        }
        try (var all = Files.walk(home)) {
            for (Path path : all.toList()) {
                age(path, -60);
            }
        }
        tool("mvn", MAVEN.formatted(home));
        tool("java", "shift 4; echo \"ran $*\"");
    }

    @Test
    void buildsWhatIsMissingQuietlyAndOnlyOnce() throws Exception {
        assertThat(launch()).isEqualTo(new CommandRun(0, RUN + "\n", FIRST + "\n"));
        assertThat(launch()).isEqualTo(new CommandRun(0, RUN + "\n", ""));
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void buildsAgainWhenASourceChanged() throws Exception {
        launch();
        int expected = 1;
        for (String source :
                List.of(
                        "pom.xml",
                        ".mvn/maven.config",
                        "client/pom.xml",
                        "cli/src/main/java/Main.java",
                        "godot-gen/src/main/resources/addon/server.gd",
                        "schemas/rl/step.schema.json",
                        "examples/arena/schemas/hit.schema.json")) {
            age(home.resolve(source), 1);
            launch();
            age(home.resolve(source), -60);
            expected++;
            assertThat(builds()).as(source).isEqualTo(expected);
        }
    }

    @Test
    void buildsAgainWhenASourceIsGone() throws Exception {
        launch();
        Path removed = home.resolve("examples/arena/schemas/miss.schema.json");
        Files.delete(removed);
        age(removed.getParent(), 1);
        launch();
        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void doesNotBuildForWhatIsNoSource() throws Exception {
        launch();
        age(home.resolve("cli/src/test/java/Test.java"), 1);
        age(home.resolve("examples/arena/godot/main.gd"), 1);
        age(home.resolve("schemas"), 1);
        Files.createDirectories(home.resolve("schemas/target/src/main"));
        launch();
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void whatChangesDuringABuildIsBuiltTheNextTime() throws Exception {
        Path source = home.resolve("cli/src/main/java/Main.java");
        tool("mvn", MAVEN.formatted(home) + "; sleep 0.05; touch '" + source + "'");
        launch();
        launch();
        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void twoAtOnceBuildOnce() throws Exception {
        tool(
                "mvn",
                MAVEN.formatted(home)
                        + "; while [ ! -e '%s/go' ]; do sleep 0.05; done".formatted(home));
        Process first = start();
        while (!Files.exists(home.resolve("builds"))) {
            Thread.onSpinWait();
        }
        Process second = start();
        Files.createFile(home.resolve("go"));
        assertThat(finish(first)).isEqualTo(new CommandRun(0, RUN + "\n", FIRST + "\n"));
        assertThat(finish(second).code()).isZero();
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void showsWhyABuildFailedAndTriesAgain() throws Exception {
        tool("mvn", "echo 'no such package'; exit 1");
        CommandRun failed =
                new CommandRun(
                        1, "", FIRST + "\nno such package\ngdwire: the build failed, see above\n");
        assertThat(launch()).isEqualTo(failed);
        assertThat(launch()).isEqualTo(failed);
    }

    private void write(String file) throws IOException {
        Path path = home.resolve(file);
        Files.createDirectories(path.getParent());
        Files.createFile(path);
    }

    private static void age(Path path, int seconds) throws IOException {
        Files.setLastModifiedTime(path, FileTime.from(Instant.now().plusSeconds(seconds)));
    }

    private void tool(String name, String script) throws IOException {
        Path file = tools.resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    private long builds() throws IOException {
        return Files.readAllLines(home.resolve("builds")).size();
    }

    private CommandRun launch() throws IOException, InterruptedException {
        return finish(start());
    }

    /** From another folder, as a user may. */
    private Process start() throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(home.resolve("gdwire").toString(), "--help")
                        .directory(tools.toFile());
        builder.environment().merge("PATH", tools + ":", (path, first) -> first + path);
        builder.environment().remove("JAVA_HOME");
        return builder.start();
    }

    private static CommandRun finish(Process process) throws IOException, InterruptedException {
        String out = new String(process.getInputStream().readAllBytes());
        String err = new String(process.getErrorStream().readAllBytes());
        return new CommandRun(process.waitFor(), out, err);
    }
}
