package dev.gdwire.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command in a process of its own, killed while it changes both output folders. */
class KilledGenerateTest {
    private static final int MESSAGES = 60;
    private static final int MOST_TRIES = 20;

    /** What a process ends with that is killed: 128 and the number of SIGKILL; 1 on Windows. */
    private static final int KILLED = File.separatorChar == '\\' ? 1 : 128 + 9;

    @TempDir Path folder;

    private Path oldSet;
    private Path newSet;
    private Path broken;

    @BeforeEach
    void sets() throws IOException {
        oldSet = set("old", "first");
        newSet = set("new", "second");
        Files.delete(newSet.resolve("m1.schema.json"));
        broken = Files.createDirectory(folder.resolve("broken"));
        Files.writeString(broken.resolve("a.schema.json"), "{");
    }

    @Test
    void bothFoldersAreOldOrNewWhenTheNextRunHasBegun() throws IOException, InterruptedException {
        assertThat(generate(newSet).code()).isZero();
        Map<String, String> after = tree();
        assertThat(generate(oldSet).code()).isZero();
        Map<String, String> before = tree();
        for (Moment moment : Moment.values()) {
            kill(moment);
            assertThat(generate(newSet, "--check").code() == 0).isEqualTo(tree().equals(after));
            assertThat(generate(broken).code()).isEqualTo(1);
            assertThat(tree()).as("killed when %s", moment).isIn(before, after);
            assertThat(generate(oldSet).code()).isZero();
            assertThat(tree()).isEqualTo(before);
        }
    }

    /** When it is killed: as soon as a file is there whose name begins so, or one is gone. */
    private enum Moment {
        STAGING_BEGAN,
        JOURNAL_WRITTEN,
        DECIDED,
        FILES_MOVED;

        boolean isReached(Path folder) {
            return switch (this) {
                case STAGING_BEGAN -> isStaged(folder, "new-");
                case JOURNAL_WRITTEN -> isStaged(folder, "journal");
                case DECIDED -> isStaged(folder, "decided-");
                case FILES_MOVED -> !Files.exists(folder.resolve("godot/game/messages/m1.gd"));
            };
        }

        private static boolean isStaged(Path folder, String name) {
            String[] files = folder.resolve("godot/.gdwire-new").toFile().list();
            return files != null && Stream.of(files).anyMatch(file -> file.startsWith(name));
        }
    }

    /** Once more from the old files, as often as the process ends before it is killed. */
    private void kill(Moment moment) throws IOException, InterruptedException {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            int exit = start(moment);
            if (exit == KILLED) {
                return;
            }
            assertThat(exit).as("nothing but the kill ends it early").isZero();
            assertThat(generate(oldSet).code()).isZero();
        }
        fail("the process always ended before it was killed when %s", moment);
    }

    /** Runs the process, kills it if it comes to that, and gives its exit value. */
    private int start(Moment moment) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp"));
        command.add(System.getProperty("java.class.path"));
        command.add(Gdwire.class.getName());
        command.addAll(List.of(arguments(newSet)));
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("log.txt").toFile())
                        .start();
        while (process.isAlive() && !moment.isReached(folder)) {
            Thread.onSpinWait();
        }
        return process.destroyForcibly().waitFor();
    }

    private CommandRun generate(Path set, String... more) {
        return CommandRun.of(arguments(set, more));
    }

    private String[] arguments(Path set, String... more) {
        Stream<String> all =
                Stream.of(
                        "generate",
                        "--name=game",
                        "--schemas=" + set,
                        "--java-out=" + folder.resolve("java"),
                        "--godot-out=" + folder.resolve("godot"));
        return Stream.concat(all, Stream.of(more)).toArray(String[]::new);
    }

    private Path set(String name, String description) throws IOException {
        Path set = Files.createDirectory(folder.resolve(name));
        for (int i = 0; i < MESSAGES; i++) {
            Files.writeString(
                    set.resolve("m" + i + ".schema.json"),
                    "{\"type\": \"object\", \"description\": \"" + description + "\"}");
        }
        return set;
    }

    private Map<String, String> tree() throws IOException {
        Map<String, String> tree = new TreeMap<>();
        for (String output : List.of("java", "godot")) {
            try (Stream<Path> walk = Files.walk(folder.resolve(output))) {
                for (Path file : walk.filter(Files::isRegularFile).toList()) {
                    tree.put(folder.relativize(file).toString(), Files.readString(file));
                }
            }
        }
        return tree;
    }
}
