package dev.gdwire.gen.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The hidden folder in an output folder in which a run prepares what it will change. It is there
 * only during a run, and after one that was killed.
 *
 * @param output the output folder
 */
record StagingFolder(Path output) {
    /** The name of the folder. */
    static final String NAME = ".gdwire-new";

    private static final String JOURNAL = "journal";
    private static final String LOCK = "lock";
    private static final String NEW = "new-";
    private static final String OLD = "old-";
    private static final String DRAFT = "draft";
    private static final String DECIDED = "decided-";
    private static final String REVOKED = "revoked-";

    Path folder() {
        return output.resolve(NAME);
    }

    Path journal() {
        return folder().resolve(JOURNAL);
    }

    Path lock() {
        return folder().resolve(LOCK);
    }

    /** Is there when the run of this id has staged everything, in all of its output folders. */
    Path decided(String id) {
        return folder().resolve(DECIDED + id);
    }

    /** Is there when the run of this id could not be carried through. */
    Path revoked(String id) {
        return folder().resolve(REVOKED + id);
    }

    /** Where a decision is written, before it is one. */
    Path draft() {
        return folder().resolve(DRAFT);
    }

    /** The new content of a step. Numbers, so that no compiler takes it for a source. */
    Path staged(int step) {
        return folder().resolve(NEW + step);
    }

    /** The old content of a step. */
    Path backup(int step) {
        return folder().resolve(OLD + step);
    }

    Path place(Journal.Step step) {
        return output.resolve(step.path());
    }

    boolean exists() {
        return Files.isDirectory(folder(), LinkOption.NOFOLLOW_LINKS);
    }

    /** A symbolic link in the place of the folder or of its lock, through which nothing is done. */
    Optional<Path> link() {
        return Stream.of(folder(), lock()).filter(Files::isSymbolicLink).findFirst();
    }

    /** The ids of the runs whose decisions are noted here. */
    List<String> decisions() throws IOException {
        List<String> ids = new ArrayList<>();
        for (String prefix : List.of(DECIDED, REVOKED)) {
            names(prefix).forEach(name -> ids.add(name.substring(prefix.length())));
        }
        return ids;
    }

    /** Takes away the journal, and then what was staged. */
    void clear(Disk disk) throws IOException {
        disk.delete(journal());
        for (String prefix : List.of(NEW, OLD, DRAFT)) {
            for (String name : names(prefix)) {
                disk.delete(folder().resolve(name));
            }
        }
    }

    private List<String> names(String prefix) throws IOException {
        if (!exists()) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(prefix))
                    .toList();
        }
    }
}
