package dev.gdwire.integration;

import dev.gdwire.integration.Finding.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.ObjectMapper;

/** Asks generated code of one or both languages, and the validator, about random trials. */
final class Differential {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Optional<Path> godot;
    private final DifferentialCounts counts;

    /**
     * A comparison of Java with the validator, and with Godot where one is given.
     *
     * @param counts what is counted beside
     */
    Differential(Optional<Path> godot, DifferentialCounts counts) {
        this.godot = godot;
        this.counts = counts;
    }

    /** The same without counting. */
    Differential uncounted() {
        return new Differential(godot, new DifferentialCounts());
    }

    /** What is wrong with each of the trials that something is wrong with, by its id. */
    Map<String, Finding> findings(List<RandomTrial> randoms) {
        List<Trial> trials = randoms.stream().map(RandomTrial::trial).toList();
        Map<String, Outcome> java = JavaTrials.run(trials);
        Map<String, Outcome> scripts = godot.map(program -> play(program, trials)).orElse(java);
        Map<String, Finding> findings = new LinkedHashMap<>();
        for (RandomTrial random : randoms) {
            compare(random, java.get(random.id()), scripts.get(random.id()))
                    .ifPresent(finding -> findings.put(random.id(), finding));
        }
        return findings;
    }

    private static Map<String, Outcome> play(Path program, List<Trial> trials) {
        try {
            Path folder = Files.createTempDirectory(Path.of("target"), "trials");
            return GodotTrials.run(program, folder.resolve("project"), trials);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Finding> compare(RandomTrial random, Outcome java, Outcome scripts) {
        for (Outcome outcome : List.of(java, scripts)) {
            if (!outcome.breakage().isEmpty()) {
                return Optional.of(new Finding(Kind.BROKEN, -1, outcome.breakage().toString()));
            }
        }
        if (java.isRefused() != scripts.isRefused()) {
            String text = "Java: " + java.refusals() + ", GDScript: " + scripts.refusals();
            return Optional.of(new Finding(Kind.HALF_REFUSED, -1, text));
        }
        if (java.isRefused()) {
            counts.refused(java.refusals());
            return Optional.empty();
        }
        List<Boolean> reference = random.reference();
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < reference.size(); i++) {
            Answer one = java.answers().get(i);
            Answer other = scripts.answers().get(i);
            compare(i, reference.get(i), one, other).ifPresent(findings::add);
        }
        return findings.stream().findFirst();
    }

    private Optional<Finding> compare(int value, boolean valid, Answer java, Answer scripts) {
        String said =
                "the validator says %s; Java says %s %s %s; GDScript says %s %s %s"
                        .formatted(
                                valid ? "valid" : "invalid",
                                java.verdict(),
                                java.encoded(),
                                java.trouble(),
                                scripts.verdict(),
                                scripts.encoded(),
                                scripts.trouble());
        Kind kind = null;
        if (!java.verdict().equals(scripts.verdict())) {
            kind = Kind.WORDS;
        } else if (java.isOk() != valid && !counts.narrowed(valid, java.verdict())) {
            kind = Kind.VERDICT;
        } else if (!java.trouble().isEmpty() || !scripts.trouble().isEmpty()) {
            kind = Kind.ROUND_TRIP;
        } else if (java.isOk() && !sameForm(java, scripts)) {
            kind = Kind.WORDS;
        }
        counts.answered(java.isOk());
        return Optional.ofNullable(kind).map(sort -> new Finding(sort, value, said));
    }

    private static boolean sameForm(Answer java, Answer scripts) {
        return WrittenJson.same(
                MAPPER.readTree(java.encoded()), MAPPER.readTree(scripts.encoded()));
    }
}
