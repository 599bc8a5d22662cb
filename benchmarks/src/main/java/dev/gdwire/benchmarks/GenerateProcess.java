package dev.gdwire.benchmarks;

import dev.gdwire.protocol.GdwireException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** {@code ./gdwire generate} in a process of its own with a heap of 1 GiB, both languages. */
final class GenerateProcess {
    private static final String LAUNCHER = "gdwire";

    private final Path folder;
    private final Path home = Path.of(System.getProperty("gdwire.home", ""));

    /** In a folder that has the set in {@code sample}. The command is built first if need be. */
    GenerateProcess(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        run(new ProcessBuilder(home.resolve(LAUNCHER).toString(), "--version"));
    }

    /**
     * Generates; the memory is that of the whole process.
     *
     * @throws GdwireException if it fails
     */
    Measured<Integer> run() throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(
                        home.resolve(LAUNCHER).toString(),
                        "generate",
                        "--schemas=" + folder.resolve("sample"),
                        "--java-out=" + folder.resolve("java"),
                        "--godot-out=" + folder.resolve("godot"));
        builder.environment().put("JDK_JAVA_OPTIONS", "-Xmx1g");
        return run(builder);
    }

    private Measured<Integer> run(ProcessBuilder builder) throws IOException, InterruptedException {
        Path log = folder.resolve("log.txt");
        builder.redirectErrorStream(true).redirectOutput(log.toFile());
        long start = System.nanoTime();
        Process process = builder.start();
        long peak = 0;
        Duration cpu = Duration.ZERO;
        while (!process.waitFor(10, TimeUnit.MILLISECONDS)) {
            peak = Math.max(peak, peakMebibytes(process.pid()));
            cpu = process.info().totalCpuDuration().orElse(cpu);
        }
        double millis = Measured.millisSince(start);
        if (process.exitValue() != 0) {
            throw new GdwireException("./gdwire failed: " + Files.readString(log));
        }
        return new Measured<>(0, millis, cpu.toMillis(), peak);
    }

    /** The most that a process ever had in memory, as Linux tells it; 0 elsewhere. */
    private static long peakMebibytes(long pid) throws IOException {
        Path status = Path.of("/proc", "" + pid, "status");
        if (!Files.isReadable(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }
}
