package dev.gdwire.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * Random values of schemas that others have published: both languages say what the validator says,
 * and decode, encode, decode gives an equal message.
 *
 * <p>{@code scripts/try-published-schemas} fetches the sets and runs this; it is no part of the
 * gate. {@code -Dpublished.sets=FOLDER -Dpublished.names=A,B} says which sets, {@code
 * -Dpublished.seed=N} gives other values.
 */
@Tag("published")
class PublishedSetsTest {
    private static final Path TABLE = Path.of("target", "conformance", "published-sets.md");
    private static final long SEED = Long.getLong("published.seed", 1);

    @TestFactory
    Stream<DynamicTest> bothLanguagesSayWhatTheValidatorSays() throws IOException {
        Path sets = Path.of(System.getProperty("published.sets"));
        Files.createDirectories(TABLE.getParent());
        Files.writeString(
                TABLE,
                """
                Values from the seed %d.

                | set | values accepted | rejected | narrowed | the validator failed | faults |
                |---|---|---|---|---|---|
                """
                        .formatted(SEED));
        return Arrays.stream(System.getProperty("published.names").split(","))
                .map(name -> DynamicTest.dynamicTest(name, () -> check(sets.resolve(name))));
    }

    private static void check(Path set) throws IOException {
        PublishedTrial trial =
                PublishedTrial.of(set, new Random(SEED))
                        .orElseThrow(() -> new AssertionError("the generator refuses " + set));
        DifferentialCounts counts = new DifferentialCounts();
        Differential differential = new Differential(Optional.of(RealGodot.orSkip()), counts);
        List<String> faults =
                differential.all(List.of(trial)).get(trial.trial().id()).stream()
                        .map(finding -> words(trial.trial(), finding))
                        .toList();
        String row =
                "| %s | %d | %d | %d | %d | %d |%n"
                        .formatted(
                                trial.trial().id(),
                                counts.accepted(),
                                counts.rejected(),
                                counts.narrowed(),
                                trial.unknown(),
                                faults.size());
        Files.writeString(TABLE, row, StandardOpenOption.APPEND);
        assertThat(faults).isEmpty();
    }

    private static String words(Trial trial, Finding finding) {
        String line = finding.value() < 0 ? "" : trial.lines().get(finding.value());
        return "%s: %s%n  %s".formatted(finding.kind(), finding.text(), line);
    }
}
