package dev.gdwire.examples.arena;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gdwire.examples.arena.DemoOptions.Game;
import dev.gdwire.examples.arena.learn.TrainingLimit;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArenaDemoTest {
    private static final TrainingLimit ENOUGH = new TrainingLimit.ForGenerations(12);
    private static final TrainingLimit TOO_SHORT = new TrainingLimit.ForGenerations(2);
    private static final long SEED = 1;

    @TempDir Path folder;

    @Test
    void learnsInTheSimulatedGame() {
        DemoRun run = run(options(Game.SIMULATED));
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out().get(0))
                .isEqualTo(
                        "demo: SIMULATED, without Godot (the same rules in Java, on the same wire),"
                                + " seed 1: as asked for");
        assertThat(run.lastLine())
                .matches("demo ok: 7200 steps, \\d+ steps/s, reward -?\\d+\\.\\d -> \\d+\\.\\d");
        assertThat(run.out())
                .anyMatch(line -> line.matches("[\\d,]+ targets reached, [\\d,]+ obstacles hit"));
        assertThat(folder.resolve("learning-curve.png")).isNotEmptyFile();
    }

    @Test
    void theSameSeedGivesTheSameRewards() {
        assertThat(run(options(Game.SIMULATED)).rewards())
                .isEqualTo(run(options(Game.SIMULATED)).rewards())
                .startsWith("reward ");
    }

    @Test
    void isSimulatedWhereNoGodotIsFound() {
        DemoRun run = run(options(Game.GODOT_IF_FOUND));
        assertThat(run.code()).isZero();
        assertThat(run.out().get(0))
                .startsWith("demo: SIMULATED, without Godot")
                .contains("seed 1: No Godot was found.");
    }

    @Test
    @Tag("godot")
    void learnsInGodotExactlyAsSimulated() {
        Path godot = RealGodot.orSkip();
        DemoOptions options =
                new DemoOptions(
                        Game.GODOT_IF_FOUND,
                        Optional.of(godot),
                        ENOUGH,
                        SEED,
                        0,
                        folder,
                        RealGodot.PROJECT);
        DemoRun run = run(options);
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out().get(0)).isEqualTo("demo: the arena in Godot (" + godot + "), seed 1");
        assertThat(run.rewards()).isEqualTo(run(options(Game.SIMULATED)).rewards());
        assertThat(ProcessHandle.current().descendants()).isEmpty();
    }

    @Test
    void failsWhenNothingClearWasLearned() {
        DemoRun run = run(options(Game.SIMULATED, TOO_SHORT, 0));
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .singleElement()
                .asString()
                .matches(
                        "demo failed: in 1,200 steps the mean reward went from -?\\d+\\.\\d to"
                                + " -?\\d+\\.\\d, which is no clear gain: give it more --seconds");
    }

    @Test
    void namesAGodotThatIsNotThere() {
        Path missing = folder.resolve("no-godot");
        DemoRun run =
                run(
                        new DemoOptions(
                                Game.GODOT_IF_FOUND,
                                Optional.of(missing),
                                ENOUGH,
                                SEED,
                                0,
                                folder,
                                RealGodot.PROJECT));
        assertFailed(run, "demo failed: Godot was not found at " + missing + " (from --godot).");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void namesAPortInUse() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            DemoRun run = run(options(Game.SIMULATED, ENOUGH, taken.getLocalPort()));
            assertFailed(run, "demo failed: port " + taken.getLocalPort() + " on 127.0.0.1 is in");
        }
    }

    @Test
    void namesAFolderThatCannotBeWrittenTo() {
        Path missing = folder.resolve("missing");
        DemoRun run =
                run(
                        new DemoOptions(
                                Game.SIMULATED,
                                Optional.empty(),
                                ENOUGH,
                                SEED,
                                0,
                                missing,
                                RealGodot.PROJECT));
        assertFailed(run, "demo failed: The learning curve cannot be written to " + missing + ":");
    }

    @Test
    void namesAFolderWithoutAGame() throws IOException {
        DemoRun run = runWith("exit 0", folder);
        assertFailed(run, "demo failed: No game was found at " + folder + ": expected a project");
    }

    @Test
    void saysWhyTheGameDidNotStart() throws IOException {
        assertFailed(
                runWith("echo 'arena: port 7001 is in use'; sleep 60", RealGodot.PROJECT),
                "demo failed: The game did not start: arena: port 7001 is in use");
        assertFailed(
                runWith("echo 'SCRIPT ERROR: Parse Error: bad.'; sleep 60", RealGodot.PROJECT),
                "demo failed: The game did not start: SCRIPT ERROR: Parse Error: bad.");
        assertFailed(
                runWith("echo last; exit 3", RealGodot.PROJECT),
                "demo failed: The game did not start in "
                        + folder.resolve("engine")
                        + ", which ended with exit code 3: the last that it printed was: last");
        assertThat(ProcessHandle.current().descendants()).isEmpty();
    }

    @Test
    void saysThatTheGameEndedInTheMiddleOfALine() throws IOException {
        try (ServerSocket game = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> peer = CompletableFuture.runAsync(() -> sayHalf(game));
            DemoRun run =
                    runWith(
                            "echo 'arena: listening on 127.0.0.1:"
                                    + game.getLocalPort()
                                    + "'; sleep 60",
                            RealGodot.PROJECT);
            peer.join();
            assertFailed(run, "demo failed: ");
            assertThat(run.err().get(0)).contains("closed the connection");
        }
    }

    private static void sayHalf(ServerSocket game) {
        try (Socket socket = game.accept()) {
            socket.getInputStream().read();
            socket.getOutputStream().write("{\"gdwire\":\"welc".getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();
            socket.getInputStream().readAllBytes();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void assertFailed(DemoRun run, String beginning) {
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).singleElement().asString().startsWith(beginning);
    }

    private DemoOptions options(Game game) {
        return options(game, ENOUGH, 0);
    }

    private DemoOptions options(Game game, TrainingLimit limit, int port) {
        return new DemoOptions(
                game, Optional.empty(), limit, SEED, port, folder, RealGodot.PROJECT);
    }

    /** Runs with a shell script in the place of Godot. */
    private DemoRun runWith(String script, Path project) throws IOException {
        Path engine = folder.resolve("engine");
        Files.writeString(engine, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(engine, PosixFilePermissions.fromString("rwx------"));
        return run(
                new DemoOptions(
                        Game.GODOT_IF_FOUND,
                        Optional.of(engine),
                        new TrainingLimit.ForTime(Duration.ofSeconds(5)),
                        SEED,
                        0,
                        folder,
                        project));
    }

    /** No variable of the environment says where a Godot is. */
    private static DemoRun run(DemoOptions options) {
        return DemoRun.of(options, Map.of("PATH", ""));
    }
}
