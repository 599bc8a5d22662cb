package dev.gdwire.integration;

import dev.gdwire.client.GodotProcess;
import dev.gdwire.gen.LoadResult;
import dev.gdwire.gen.gdscript.GdScriptEmitter;
import dev.gdwire.gen.output.GeneratedFile;
import dev.gdwire.gen.problem.Problems;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.ObjectMapper;

/** Asks generated GDScript, all trials in one process of the real Godot. */
final class GodotTrials {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final Map<String, Outcome> outcomes = new LinkedHashMap<>();
    private final List<String> rows = new ArrayList<>();
    private final GodotProject project;

    private GodotTrials(GodotProject project) {
        this.project = project;
    }

    /** The outcome of each trial, by its id; the project is made in a folder that is not there. */
    static Map<String, Outcome> run(Path godot, Path folder, List<Trial> trials)
            throws IOException {
        GodotTrials run = new GodotTrials(GodotProject.strict(folder).add("trials"));
        for (Trial trial : trials) {
            run.emit(trial);
        }
        Files.write(folder.resolve("trials.txt"), run.rows);
        run.read(run.play(godot), trials);
        return run.outcomes;
    }

    private void emit(Trial trial) throws IOException {
        try {
            generate(trial);
        } catch (RuntimeException | StackOverflowError e) {
            outcomes.put(trial.id(), Outcome.crashed(e));
        }
    }

    private void generate(Trial trial) throws IOException {
        LoadResult loaded = trial.load();
        if (loaded.protocol().isEmpty()) {
            outcomes.put(trial.id(), Outcome.refused(loaded.problems()));
            return;
        }
        Problems problems = new Problems();
        List<GeneratedFile> files =
                GdScriptEmitter.emit(loaded.protocol().get(), trial.id(), problems);
        if (problems.hasErrors()) {
            outcomes.put(trial.id(), Outcome.refused(problems.sorted()));
            return;
        }
        project.write(files);
        String script = "res://" + trial.id() + "/" + trial.id() + ".gd";
        Map<String, Object> row =
                Map.of("id", trial.id(), "script", script, "lines", trial.lines());
        rows.add(MAPPER.writeValueAsString(row));
    }

    private List<String> play(Path godot) {
        try (GodotProcess process =
                GodotProcess.builder(godot)
                        .project(project.folder())
                        .script("res://trials/run_trials.gd")
                        .watchdog(LIMIT)
                        .start()) {
            process.awaitExit(LIMIT.plusSeconds(10));
            return process.lines();
        }
    }

    private void read(List<String> output, List<Trial> trials) {
        TrialOutput read = new TrialOutput();
        output.forEach(read::line);
        for (Trial trial : trials) {
            outcomes.computeIfAbsent(
                    trial.id(), id -> read.outcome(id, trial.lines().size(), output));
        }
    }

    /** What the script printed, trial by trial. */
    private static final class TrialOutput {
        private final Map<String, List<Answer>> answers = new LinkedHashMap<>();
        private final Map<String, List<String>> complaints = new LinkedHashMap<>();
        private String running = "";

        void line(String line) {
            if (line.startsWith("trial START ")) {
                running = line.substring("trial START ".length());
                answers.put(running, new ArrayList<>());
            } else if (line.startsWith("trial ANSWER ")) {
                // Texts are written in base64, which no text can break; "-" stands before each.
                String[] texts = line.substring("trial ANSWER ".length()).split(" ");
                answers.get(running)
                        .add(new Answer(text(texts[0]), text(texts[1]), text(texts[2])));
            } else if (GodotTestReport.isEngineError(line)) {
                complaints.computeIfAbsent(running, key -> new ArrayList<>()).add(line);
            }
        }

        private static String text(String base64) {
            return new String(
                    Base64.getDecoder().decode(base64.substring(1)), StandardCharsets.UTF_8);
        }

        Outcome outcome(String id, int lines, List<String> output) {
            if (complaints.containsKey(id)) {
                return Outcome.broken(complaints.get(id));
            }
            List<Answer> given = answers.getOrDefault(id, List.of());
            if (given.size() != lines) {
                int end = Math.max(0, output.size() - 20);
                return Outcome.broken(
                        List.of(
                                given.size() + " answers to " + lines + " lines",
                                String.join("\n", output.subList(end, output.size()))));
            }
            return Outcome.of(given);
        }
    }
}
