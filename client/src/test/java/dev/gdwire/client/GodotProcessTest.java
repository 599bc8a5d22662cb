package dev.gdwire.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gdwire.protocol.GdwireException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a process does that is asked as Godot is; a shell script stands for the engine here. */
class GodotProcessTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir Path folder;

    @AfterEach
    void noThreadIsLeft() throws InterruptedException {
        Threads.assertNoneIsLeft(name -> name.startsWith("gdwire-godot-"));
    }

    @Test
    void passesArgumentsKeepsOutputAndExitCode() throws IOException {
        Path engine = engine("echo \"args: $*\"; echo problem >&2; echo \"$WORD\"; exit 3");
        try (GodotProcess godot =
                GodotProcess.builder(engine)
                        .project(folder)
                        .script("res://run.gd")
                        .argument("--port=0")
                        .environment("WORD", "hello")
                        .start()) {
            assertThat(godot.awaitExit(LONG)).isEqualTo(3);
            assertThat(godot.exitCode()).hasValue(3);
            assertThat(godot.lines())
                    .containsExactly(
                            "args: --headless --path "
                                    + folder
                                    + " --script res://run.gd -- --port=0",
                            "problem",
                            "hello");
        }
    }

    @Test
    void waitsForALineEvenOneThatCameBefore() throws IOException {
        Path engine = engine("echo starting; echo listening on 4711; exec sleep 60");
        try (GodotProcess godot = GodotProcess.builder(engine).start()) {
            assertThat(godot.awaitLine(line -> line.startsWith("listening"), LONG))
                    .isEqualTo("listening on 4711");
            assertThat(godot.awaitLine(line -> line.startsWith("starting"), LONG))
                    .isEqualTo("starting");
            assertThat(godot.isAlive()).isTrue();
        }
    }

    @Test
    void aLineThatNeverComesIsAnErrorThatShowsTheOutput() throws IOException {
        Path engine = engine("echo Parse Error; exit 1");
        try (GodotProcess godot = GodotProcess.builder(engine).start()) {
            assertThatThrownBy(() -> godot.awaitLine("ready"::equals, LONG))
                    .isInstanceOf(GdwireException.class)
                    .hasMessage(
                            "Godot did not print the line that was waited for."
                                    + " Its output ends with:\nParse Error");
        }
    }

    @Test
    void theWatchdogEndsTheWholeTree() throws IOException {
        Path engine = engine("sleep 60 & echo \"child $!\"; wait");
        try (GodotProcess godot =
                GodotProcess.builder(engine).watchdog(Duration.ofSeconds(3)).start()) {
            String child = godot.awaitLine(line -> line.startsWith("child"), LONG).substring(6);
            assertThatThrownBy(() -> godot.awaitExit(LONG))
                    .isInstanceOf(GdwireException.class)
                    .hasMessageContaining("was ended by the watchdog");
            assertThat(gone(child)).isTrue();
        }
    }

    @Test
    void closeEndsTheWholeTreeAndRemovesTheScratchFolder() throws IOException {
        Path engine = engine("sleep 60 & echo \"child $!\"; echo \"home $HOME\"; wait");
        GodotProcess godot = GodotProcess.builder(engine).start();
        String child = godot.awaitLine(line -> line.startsWith("child"), LONG).substring(6);
        Path home = Path.of(godot.awaitLine(line -> line.startsWith("home"), LONG).substring(5));
        assertThat(home).isDirectory();
        godot.close();
        assertThat(godot.isAlive()).isFalse();
        assertThat(gone(child)).isTrue();
        assertThat(home).doesNotExist();
        godot.close();
    }

    @Test
    void endsWithTheProgramThatStartedIt() throws Exception {
        Path engine = engine("sleep 60 & echo \"child $!\"; wait");
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        Path main = folder.resolve("Main.java");
        Files.writeString(
                main,
                """
                import dev.gdwire.client.GodotProcess;
                import java.nio.file.Path;

                class Main {
                    public static void main(String[] arguments) throws Exception {
                        GodotProcess.builder(Path.of(arguments[0]))
                                .onLine(System.out::println)
                                .start()
                                .awaitExit(java.time.Duration.ofMinutes(1));
                    }
                }
                """);
        Process program =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Djava.io.tmpdir=" + temporary,
                                "-XX:-UsePerfData",
                                "-cp",
                                place(GodotProcess.class) + ":" + place(GdwireException.class),
                                main.toString(),
                                engine.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        String child = program.inputReader().readLine().substring(6);
        program.destroy();
        assertThat(program.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(gone(child)).isTrue();
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void aProgramThatCannotBeStartedIsOneClearError() {
        Path missing = folder.resolve("gone");
        assertThatThrownBy(() -> GodotProcess.builder(missing).start())
                .isInstanceOf(GdwireException.class)
                .hasMessageStartingWith("Could not start Godot (" + missing + "): ");
    }

    private static Path place(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private static boolean gone(String pid) {
        return ProcessHandle.of(Long.parseLong(pid))
                .map(
                        handle ->
                                handle.onExit()
                                        .orTimeout(10, TimeUnit.SECONDS)
                                        .handle((exited, late) -> late == null)
                                        .join())
                .orElse(true);
    }

    private Path engine(String commands) throws IOException {
        Path file = Files.writeString(folder.resolve("engine"), "#!/bin/sh\n" + commands + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
