package dev.gdwire.integration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gdwire.integration.Reduction.Reduced;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AddLifecycleHook;

/**
 * Random schemas and values: generated Java and GDScript say what a JSON Schema validator says, in
 * the same words, and decode, encode, decode gives an equal message.
 *
 * <p>The gate asks about a few seeds that are always the same and one that is new; {@code
 * -Dfuzz.batches=N} takes more new ones, {@code -Dfuzz.seed=N -Dfuzz.schemas=N} is the batch of a
 * report again.
 */
class DifferentialTest {
    private static final int BATCHES = Integer.getInteger("fuzz.batches", 1);
    private static final int SCHEMAS = Integer.getInteger("fuzz.schemas", 60);
    private static final int SHOWN = Integer.getInteger("fuzz.shown", 2);
    private static final List<Long> KNOWN = List.of(1L, 2L);
    private static final Path REPORTS = Path.of("target", "conformance");

    @Property(
            tries = 1,
            generation = GenerationMode.RANDOMIZED,
            edgeCases = EdgeCasesMode.NONE,
            shrinking = ShrinkingMode.OFF)
    void javaSaysWhatTheValidatorSays(@ForAll long seed) throws IOException {
        check("java", Optional.empty(), seed);
    }

    @Property(
            tries = 1,
            generation = GenerationMode.RANDOMIZED,
            edgeCases = EdgeCasesMode.NONE,
            shrinking = ShrinkingMode.OFF)
    @Tag("godot")
    @AddLifecycleHook(GodotOnly.class)
    void godotSaysWhatJavaSays(@ForAll long seed) throws IOException {
        check("godot", Optional.of(RealGodot.orSkip()), seed);
    }

    private static void check(String name, Optional<Path> godot, long seed) throws IOException {
        DifferentialCounts counts = new DifferentialCounts();
        Differential differential = new Differential(godot, counts);
        Map<String, List<String>> faults = new LinkedHashMap<>();
        List<Long> seeds = seeds(seed);
        System.out.println("Random schemas from the seeds " + seeds);
        for (long each : seeds) {
            batch(differential, each)
                    .forEach(
                            (kind, texts) ->
                                    faults.computeIfAbsent(kind, key -> new ArrayList<>())
                                            .addAll(texts));
        }
        Files.createDirectories(REPORTS);
        String report =
                "- seeds: %s%n%s- faults: %s%n"
                        .formatted(seeds, counts.report(seeds.size() * SCHEMAS), faults);
        Files.writeString(REPORTS.resolve("differential-" + name + ".md"), report);
        assertThat(faults).as(report).isEmpty();
        assertThat(counts.accepted()).isPositive();
        assertThat(counts.rejected()).isPositive();
    }

    private static List<Long> seeds(long fresh) {
        Long wanted = Long.getLong("fuzz.seed");
        if (wanted != null) {
            return List.of(wanted);
        }
        List<Long> seeds = new ArrayList<>(KNOWN);
        new Random(fresh).longs(BATCHES).forEach(seeds::add);
        return seeds;
    }

    /** The faults of a batch, by their kind, the first of each made small. */
    private static Map<String, List<String>> batch(Differential differential, long seed) {
        Random random = new Random(seed);
        List<RandomTrial> trials = new ArrayList<>();
        for (int i = 0; i < SCHEMAS; i++) {
            trials.add(RandomTrial.of("t%04d".formatted(i), random.nextLong()));
        }
        Map<String, Finding> findings = differential.findings(trials);
        Map<String, List<String>> texts = new LinkedHashMap<>();
        for (RandomTrial trial : trials) {
            Finding finding = findings.get(trial.id());
            if (finding != null) {
                List<String> known =
                        texts.computeIfAbsent(finding.kind().name(), key -> new ArrayList<>());
                known.add(
                        known.size() < SHOWN
                                ? reduced(differential, trial, finding, seed)
                                : trial.id());
            }
        }
        return texts;
    }

    private static String reduced(
            Differential differential, RandomTrial trial, Finding finding, long seed) {
        Reduced small = new Reduction(differential).reduce(trial, finding);
        return "%n-Dfuzz.seed=%d -Dfuzz.schemas=%d, %s: %s"
                .formatted(seed, SCHEMAS, trial.id(), small);
    }
}
