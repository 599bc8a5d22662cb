package dev.gdwire.gen.output;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The note that a run has staged everything in all of its output folders. From then on the run is
 * carried through, by the next run if need be; without it, the run never was. It is one file in one
 * of the folders, so that there is no moment at which one folder thinks so and another does not.
 */
final class Decision {
    /** No path holds this character. */
    private static final String BETWEEN = "\0";

    private final StagingFolder decider;
    private final String id;

    Decision(StagingFolder decider, String id) {
        this.decider = decider;
        this.id = id;
    }

    /** The decision that a journal waits for. */
    static Decision of(StagingFolder staging, Journal journal) {
        Path output = staging.output().resolve(journal.decider()).normalize();
        return new Decision(new StagingFolder(output), journal.id());
    }

    /** Which way the run is to be carried; neither when it was not decided. */
    Optional<Direction> direction() {
        if (Files.isRegularFile(decider.decided(id))) {
            return Optional.of(Direction.FORWARD);
        }
        boolean revoked = Files.isRegularFile(decider.revoked(id));
        return revoked ? Optional.of(Direction.BACK) : Optional.empty();
    }

    /** Notes it, with the output folders that it is about. */
    void make(Disk disk, List<Path> outputs) throws IOException {
        List<String> paths =
                outputs.stream().map(output -> Folders.between(decider.output(), output)).toList();
        disk.write(decider.draft(), String.join(BETWEEN, paths).getBytes(StandardCharsets.UTF_8));
        disk.move(decider.draft(), decider.decided(id));
    }

    /** From now on the run is carried back. */
    void revoke(Disk disk) throws IOException {
        disk.move(decider.decided(id), decider.revoked(id));
    }

    /** Takes the note away, unless an output folder still waits for it. */
    void forget(Disk disk) throws IOException {
        for (Path note : List.of(decider.decided(id), decider.revoked(id))) {
            if (Files.isRegularFile(note) && !isAwaited(note)) {
                disk.delete(note);
                disk.dropEmpty(decider.folder());
            }
        }
    }

    private boolean isAwaited(Path note) throws IOException {
        for (String path : Files.readString(note).split(BETWEEN)) {
            Path output = decider.output().resolve(path).normalize();
            Optional<Journal> journal = Journal.read(new StagingFolder(output).journal());
            if (journal.filter(waiting -> waiting.id().equals(id)).isPresent()) {
                return true;
            }
        }
        return false;
    }
}
