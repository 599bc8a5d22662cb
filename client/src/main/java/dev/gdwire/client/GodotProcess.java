package dev.gdwire.client;

import dev.gdwire.protocol.GdwireException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A Godot that runs headless, as a child of this process. Its output is kept, line by line, and a
 * watchdog ends it when it runs for too long. {@link #close} ends it, with every process that it
 * started; so does the end of this program, also by Ctrl-C. Its user folder is a scratch folder of
 * its own, so it neither reads nor leaves settings. Safe for use by many threads.
 */
public final class GodotProcess implements AutoCloseable {
    private final Process process;
    private final Path scratch;
    private final ProcessOutput output;
    private final CompletableFuture<Void> watchdog;
    private final Thread programEnd = new Thread(this::end, "gdwire-godot-end");
    private volatile boolean expired;

    private GodotProcess(Process process, Path scratch, Builder options) {
        this.process = process;
        this.scratch = scratch;
        this.output = new ProcessOutput(options.listener);
        this.watchdog =
                CompletableFuture.runAsync(
                        this::expire,
                        CompletableFuture.delayedExecutor(
                                options.watchdog.toMillis(),
                                TimeUnit.MILLISECONDS,
                                task -> startThread(task, "gdwire-godot-watchdog")));
        endWithTheProgram();
        startThread(this::read, "gdwire-godot-output");
    }

    private static void startThread(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Options of a Godot to start.
     *
     * @param executable the Godot program, such as {@link GodotLocator} finds it
     */
    public static Builder builder(Path executable) {
        return new Builder(executable);
    }

    /**
     * Waits for a line of the output, which may have been printed already.
     *
     * @return the first line that matches
     * @throws GdwireException if the time passes or the process ends without one; its text shows
     *     the end of the output
     */
    public String awaitLine(Predicate<String> wanted, Duration timeout) {
        return output.await(wanted, timeout)
                .orElseThrow(() -> failure("did not print the line that was waited for"));
    }

    /**
     * Waits for the end of the process and of its output.
     *
     * @return its exit code
     * @throws GdwireException if it still runs after the time, or if the watchdog ended it
     */
    public int awaitExit(Duration timeout) {
        try {
            if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                throw failure("still runs after " + timeout.toSeconds() + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GdwireException("Interrupted while Godot ran", e);
        }
        if (expired) {
            throw failure("was ended by the watchdog");
        }
        output.awaitEnd(Duration.ofSeconds(5));
        return process.exitValue();
    }

    /** The newest 10,000 lines of standard output and standard error together, oldest first. */
    public List<String> lines() {
        return output.lines();
    }

    /** Whether the process runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** The exit code; empty while the process runs. */
    public OptionalInt exitCode() {
        return process.isAlive() ? OptionalInt.empty() : OptionalInt.of(process.exitValue());
    }

    /**
     * Ends the process with all that it started, and removes its scratch folder. Does nothing when
     * it was called before.
     */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(programEnd);
        } catch (IllegalStateException e) {
            // The program is ending: the hook runs too; whoever comes second finds nothing left.
        } finally {
            end();
        }
    }

    private synchronized void end() {
        watchdog.cancel(true);
        endTree();
        output.awaitEnd(Duration.ofSeconds(5));
        if (Files.exists(scratch)) {
            delete(scratch);
        }
    }

    /** So that no Godot outlives the program that started it. */
    private void endWithTheProgram() {
        try {
            Runtime.getRuntime().addShutdownHook(programEnd);
        } catch (IllegalStateException e) {
            watchdog.cancel(true);
            endTree();
            delete(scratch);
            throw new GdwireException("Godot is not started: this program is ending", e);
        }
    }

    private void expire() {
        if (process.isAlive()) {
            expired = true;
            endTree();
        }
    }

    /** Children first: once their parent is gone, nothing tells that they were its. */
    private void endTree() {
        List<ProcessHandle> tree = new ArrayList<>(process.descendants().toList());
        tree.add(process.toHandle());
        tree.forEach(ProcessHandle::destroyForcibly);
        try {
            process.waitFor(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void read() {
        try (BufferedReader reader =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line;
            while ((line = reader.readLine()) != null) {
                output.add(line);
            }
        } catch (IOException e) {
            output.add("(the output could not be read: " + e.getMessage() + ")");
        } finally {
            output.end();
        }
    }

    private GdwireException failure(String what) {
        return new GdwireException("Godot " + what + ". Its output ends with:\n" + output.tail());
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            throw new GdwireException("Could not remove the scratch folder " + folder, e);
        }
    }

    /** Options of a Godot to start; not safe for use by several threads. */
    public static final class Builder {
        private final Path executable;
        private final Map<String, String> environment = new HashMap<>();
        private final List<String> engineArguments = new ArrayList<>();
        private final List<String> userArguments = new ArrayList<>();
        private Duration watchdog = Duration.ofMinutes(10);
        private Consumer<String> listener = line -> {};

        private Builder(Path executable) {
            this.executable = executable;
        }

        /** The project to run: the folder of its {@code project.godot}. */
        public Builder project(Path folder) {
            return engineArgument("--path").engineArgument(folder.toAbsolutePath().toString());
        }

        /**
         * Runs a script that extends {@code SceneTree} or {@code MainLoop}, not the main scene.
         *
         * @param path such as {@code res://tests/run.gd}
         */
        public Builder script(String path) {
            return engineArgument("--script").engineArgument(path);
        }

        /** One more argument for the engine, such as {@code --fixed-fps}. */
        public Builder engineArgument(String argument) {
            engineArguments.add(argument);
            return this;
        }

        /** One more argument for the game: {@code OS.get_cmdline_user_args()} has it. */
        public Builder argument(String argument) {
            userArguments.add(argument);
            return this;
        }

        /** One more environment variable. */
        public Builder environment(String name, String value) {
            environment.put(name, value);
            return this;
        }

        /** The longest that it may run; 10 minutes unless set. */
        public Builder watchdog(Duration limit) {
            watchdog = limit;
            return this;
        }

        /** Gets each line of output as it comes, on a thread of this class's. */
        public Builder onLine(Consumer<String> consumer) {
            listener = consumer;
            return this;
        }

        /**
         * Starts it.
         *
         * @throws GdwireException if it cannot be started
         */
        public GodotProcess start() {
            Path scratch = scratchFolder();
            try {
                return new GodotProcess(command(scratch).start(), scratch, this);
            } catch (IOException e) {
                delete(scratch);
                throw couldNotStart(e);
            }
        }

        private Path scratchFolder() {
            try {
                return Files.createTempDirectory("gdwire-godot-");
            } catch (IOException e) {
                throw couldNotStart(e);
            }
        }

        private GdwireException couldNotStart(IOException e) {
            return new GdwireException(
                    "Could not start Godot (" + executable + "): " + e.getMessage(), e);
        }

        private ProcessBuilder command(Path scratch) {
            List<String> command = new ArrayList<>(List.of(executable.toString(), "--headless"));
            command.addAll(engineArguments);
            if (!userArguments.isEmpty()) {
                command.add("--");
                command.addAll(userArguments);
            }
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            for (String name : List.of("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME")) {
                builder.environment().put(name, scratch.toString());
            }
            builder.environment().put("XDG_CACHE_HOME", scratch.resolve("cache").toString());
            builder.environment().putAll(environment);
            return builder;
        }
    }
}
