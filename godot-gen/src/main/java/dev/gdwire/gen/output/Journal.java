package dev.gdwire.gen.output;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a run is about to change in one output folder, written before it changes anything.
 *
 * @param id of the run
 * @param decider path from this output folder to the one in whose staging folder the run notes that
 *     it has staged everything
 * @param steps the changes
 */
record Journal(String id, String decider, List<Step> steps) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * One change.
     *
     * @param path below the output folder
     * @param before hash of what was there; empty text for nothing
     * @param after hash of what shall be there; empty text for nothing
     */
    record Step(String path, String before, String after) {
        static Step of(Change change) {
            return new Step(
                    change.path(),
                    change.before().orElse(""),
                    change.after().map(Ownership::hash).orElse(""));
        }

        boolean writes() {
            return !after.isEmpty();
        }

        boolean replaces() {
            return !before.isEmpty();
        }
    }

    /** The journal in a file; empty when there is none, or a power cut took a part of it. */
    static Optional<Journal> read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        byte[] bytes = Files.readAllBytes(file);
        try {
            return Optional.of(JSON.readValue(bytes, Journal.class)).filter(Journal::isWhole);
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private boolean isWhole() {
        return id != null
                && id.matches("[0-9a-f-]{36}")
                && decider != null
                && steps != null
                && steps.stream()
                        .allMatch(step -> step.path() != null && Paths.isInside(step.path()));
    }

    byte[] bytes() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (JacksonException e) {
            throw new UncheckedIOException("a journal is JSON", e);
        }
    }
}
