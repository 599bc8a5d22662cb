package dev.gdwire.gen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gdwire.gen.problem.Problem;
import dev.gdwire.gen.problem.ProblemId;
import dev.gdwire.gen.schema.FolderSource;
import dev.gdwire.gen.schema.Strictness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every folder in {@code bad} is a schema set, with all that is printed for it in {@code
 * expected.txt}; {@code -Dgolden.update=true} rewrites those. A folder whose name ends with {@code
 * -lenient} is read so.
 */
class BadSchemaTest {
    private static final Path BAD = Path.of("src/test/resources/bad");
    private static final Path EXPECTED = Path.of("expected.txt");

    @TestFactory
    Stream<DynamicTest> wholeOutput() throws IOException {
        return folders().stream()
                .map(folder -> DynamicTest.dynamicTest(name(folder), () -> check(folder)));
    }

    @Test
    void everyKindOfProblemHasAFolder() throws IOException {
        Set<ProblemId> seen = EnumSet.noneOf(ProblemId.class);
        for (Path folder : folders()) {
            load(folder).problems().stream().map(Problem::id).forEach(seen::add);
        }
        // Those of the output have tests of their own; what cannot be read depends on the machine.
        Set<ProblemId> elsewhere =
                EnumSet.of(
                        ProblemId.UNREADABLE,
                        ProblemId.BAD_NAME,
                        ProblemId.NO_MESSAGE,
                        ProblemId.OUTPUT_UNWRITABLE,
                        ProblemId.OUTPUT_NOT_OURS,
                        ProblemId.OUTPUT_PATH,
                        ProblemId.OUTPUT_STALE);
        assertThat(seen).isEqualTo(EnumSet.complementOf(EnumSet.copyOf(elsewhere)));
    }

    private static void check(Path folder) throws IOException {
        LoadResult result = load(folder);
        String printed = result.printed();
        Path golden = folder.resolve(EXPECTED);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(golden, printed);
        }
        assertThat(printed).isEqualTo(Files.readString(golden)).isNotEmpty();
        assertThat(result.protocol().isPresent()).isEqualTo(!result.hasErrors());
    }

    private static LoadResult load(Path folder) {
        boolean lenient = name(folder).endsWith("-lenient");
        Strictness strictness = lenient ? Strictness.LENIENT : Strictness.STRICT;
        return Generator.load(new FolderSource(folder), strictness);
    }

    private static String name(Path folder) {
        return folder.getFileName().toString();
    }

    private static List<Path> folders() throws IOException {
        try (Stream<Path> folders = Files.list(BAD)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }
}
