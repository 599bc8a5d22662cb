package dev.gdwire.gen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gdwire.gen.java.JavaEmitter;
import dev.gdwire.gen.schema.FolderSource;
import dev.gdwire.gen.schema.SetSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The order in which the files of a set are found changes no byte of what comes out. */
class DeterminismTest {
    private static final int SHUFFLES = 8;
    private static final Path BAD = Path.of("src/test/resources/bad");

    @TempDir Path folder;

    @TestFactory
    Stream<DynamicTest> theSameFiles() {
        return Stream.of("../schemas/rl", "../schemas/core", "../examples/arena/schemas")
                .map(Path::of)
                .map(set -> DynamicTest.dynamicTest(set.toString(), () -> assertSameFiles(set)));
    }

    @TestFactory
    Stream<DynamicTest> theSameProblems() throws IOException {
        try (Stream<Path> sets = Files.list(BAD)) {
            return sets.filter(Files::isDirectory).sorted().toList().stream()
                    .map(set -> DynamicTest.dynamicTest(set.toString(), () -> assertSameText(set)));
        }
    }

    private void assertSameFiles(Path set) throws IOException {
        Path here = Files.createTempDirectory(folder, "set");
        generate(set, new FolderSource(set), here.resolve("plain"));
        Map<String, String> plain = files(here.resolve("plain"));
        assertThat(plain).hasSizeGreaterThan(40);
        for (int seed = 0; seed < SHUFFLES; seed++) {
            Path shuffled = here.resolve("shuffled" + seed);
            generate(set, new Shuffled(new FolderSource(set), seed), shuffled);
            assertThat(files(shuffled)).isEqualTo(plain);
        }
    }

    private void assertSameText(Path set) {
        String plain = generate(set, new FolderSource(set), folder.resolve("none"));
        for (int seed = 0; seed < SHUFFLES; seed++) {
            SetSource shuffled = new Shuffled(new FolderSource(set), seed);
            assertThat(generate(set, shuffled, folder.resolve("none"))).isEqualTo(plain);
        }
    }

    private static String generate(Path set, SetSource source, Path out) {
        GeneratorRequest request =
                GeneratorRequest.of(set)
                        .javaOut(out.resolve("java"))
                        .godotOut(out.resolve("godot"))
                        .build();
        return new GeneratorRun(new JavaEmitter(), new GodotProjectEmitter())
                .run(request, source)
                .loaded()
                .printed();
    }

    private static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        return files;
    }

    /** A set whose files are found in another order. */
    private record Shuffled(SetSource source, long seed) implements SetSource {
        @Override
        public String label() {
            return source.label();
        }

        @Override
        public String defaultName() {
            return source.defaultName();
        }

        @Override
        public List<String> paths() throws IOException {
            List<String> paths = new ArrayList<>(source.paths());
            Collections.shuffle(paths, new Random(seed));
            return paths;
        }

        @Override
        public byte[] read(String path) throws IOException {
            return source.read(path);
        }
    }
}
