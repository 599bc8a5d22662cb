package dev.gdwire.integration;

import dev.gdwire.integration.Finding.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Asks generated code of one or both languages, and the validator, about random trials. */
final class Differential {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Pattern UUID_TEXT =
            Pattern.compile("\"[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\"");

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

    /** The first thing that is wrong with each of the trials that are not as they must be. */
    Map<String, Finding> findings(List<RandomTrial> randoms) {
        Map<String, Finding> firsts = new LinkedHashMap<>();
        all(randoms)
                .forEach(
                        (id, findings) -> {
                            if (!findings.isEmpty()) {
                                firsts.put(id, findings.get(0));
                            }
                        });
        return firsts;
    }

    /** All that is wrong with each of the trials, by its id. */
    Map<String, List<Finding>> all(List<? extends Examined> examined) {
        List<Trial> trials = examined.stream().map(Examined::trial).toList();
        Map<String, Outcome> java = JavaTrials.run(trials);
        Map<String, Outcome> scripts = godot.map(program -> play(program, trials)).orElse(java);
        Map<String, List<Finding>> findings = new LinkedHashMap<>();
        for (Examined each : examined) {
            String id = each.trial().id();
            findings.put(id, compare(each, java.get(id), scripts.get(id)));
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

    private List<Finding> compare(Examined examined, Outcome java, Outcome scripts) {
        for (Outcome outcome : List.of(java, scripts)) {
            if (!outcome.breakage().isEmpty()) {
                return List.of(new Finding(Kind.BROKEN, -1, outcome.breakage().toString()));
            }
        }
        if (java.isRefused() != scripts.isRefused()) {
            String text = "Java: " + java.refusals() + ", GDScript: " + scripts.refusals();
            return List.of(new Finding(Kind.HALF_REFUSED, -1, text));
        }
        if (java.isRefused()) {
            counts.refused(java.refusals());
            return List.of();
        }
        List<Boolean> reference = examined.reference();
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < reference.size(); i++) {
            Answer one = java.answers().get(i);
            Answer other = scripts.answers().get(i);
            compare(i, reference.get(i), one, other).ifPresent(findings::add);
        }
        return findings;
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
        return WrittenJson.same(tree(java), tree(scripts));
    }

    /** Java writes UUIDs with small letters, whatever it has read (docs/schema.md). */
    private static JsonNode tree(Answer answer) {
        String written = answer.encoded();
        return MAPPER.readTree(
                UUID_TEXT
                        .matcher(written)
                        .replaceAll(uuid -> uuid.group().toLowerCase(Locale.ROOT)));
    }
}
