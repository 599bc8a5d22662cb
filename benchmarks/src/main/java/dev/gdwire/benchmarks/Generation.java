package dev.gdwire.benchmarks;

import dev.gdwire.gen.EmitOptions;
import dev.gdwire.gen.Emitter;
import dev.gdwire.gen.Generator;
import dev.gdwire.gen.GodotProjectEmitter;
import dev.gdwire.gen.ir.Protocol;
import dev.gdwire.gen.java.JavaEmitter;
import dev.gdwire.gen.output.GeneratedFile;
import dev.gdwire.gen.problem.Problems;
import dev.gdwire.gen.schema.Strictness;
import dev.gdwire.protocol.GdwireException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Measures the generator on sets of 100, 1,000 and 4,000 files: its parts in this program, each
 * once after the sizes before it have warmed it up, and the whole command in a process of its own
 * with a heap of 1 GiB.
 */
public final class Generation {
    private static final List<Integer> SIZES = List.of(100, 1_000, 4_000);

    private final MarkdownReport report =
            new MarkdownReport(
                    "Files", "What", "ms", "CPU ms", "CPU ms a file", "Peak memory, MiB");

    private Generation() {}

    /** Takes the numbers of files, if others are wanted; exits 1 when something fails. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        try {
            Generation generation = new Generation();
            List<Integer> sizes = sizes(arguments);
            generation.warmUp();
            for (int size : sizes) {
                generation.inThisProgram(size);
            }
            for (int size : sizes) {
                generation.asACommand(size);
            }
            System.out.print(generation.report);
        } catch (GdwireException | IllegalArgumentException | IllegalStateException e) {
            System.err.println("benchmarks: " + e.getMessage());
            System.exit(1);
        }
    }

    private static List<Integer> sizes(String[] arguments) {
        List<Integer> sizes = new ArrayList<>();
        for (String argument : arguments) {
            if (!argument.matches("[1-9][0-9]{1,5}")) {
                throw new IllegalArgumentException(
                        "expected numbers of files from 10 to 999999, got " + argument);
            }
            sizes.add(Integer.parseInt(argument));
        }
        return sizes.isEmpty() ? SIZES : sizes;
    }

    private void warmUp() {
        for (int i = 0; i < 5; i++) {
            Protocol protocol = load(new SampleSet(SIZES.get(0)));
            emit(new JavaEmitter(), protocol);
            emit(new GodotProjectEmitter(), protocol);
        }
    }

    private void inThisProgram(int size) {
        SampleSet set = new SampleSet(size);
        Measured<Protocol> loaded = Measured.of(() -> load(set));
        row(size, "load", loaded);
        Measured<List<GeneratedFile>> java =
                Measured.of(() -> emit(new JavaEmitter(), loaded.result()));
        row(size, "Java", java);
        row(size, "javac", Measured.of(() -> new Compilation(java.result()).run()));
        row(size, "GDScript", Measured.of(() -> emit(new GodotProjectEmitter(), loaded.result())));
    }

    private static Protocol load(SampleSet set) {
        return Generator.load(set, Strictness.STRICT).orThrow();
    }

    private static List<GeneratedFile> emit(Emitter emitter, Protocol protocol) {
        Problems problems = new Problems();
        List<GeneratedFile> files = emitter.emit(protocol, EmitOptions.NONE, problems);
        if (problems.hasErrors()) {
            throw new IllegalStateException("the set has errors: " + problems.sorted().get(0));
        }
        return files;
    }

    private void asACommand(int size) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("gdwire-generation");
        try {
            new SampleSet(size).writeTo(Files.createDirectory(folder.resolve("sample")));
            GenerateProcess generate = new GenerateProcess(folder);
            row(size, "./gdwire generate", generate.run());
            row(size, "./gdwire generate, nothing to do", generate.run());
        } finally {
            delete(folder);
        }
    }

    private void row(int size, String what, Measured<?> measured) {
        report.row(
                "" + size,
                what,
                String.format(Locale.ROOT, "%.0f", measured.millis()),
                String.format(Locale.ROOT, "%.0f", measured.cpuMillis()),
                String.format(Locale.ROOT, "%.2f", measured.cpuMillis() / size),
                "" + measured.peakMebibytes());
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
