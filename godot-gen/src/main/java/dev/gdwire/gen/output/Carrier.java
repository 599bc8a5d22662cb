package dev.gdwire.gen.output;

import dev.gdwire.gen.output.Journal.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/**
 * Carries a run's changes to the new files or back to the old ones. It may have been on the way
 * already, in either direction: what is done is found by its hash. A file that is neither the old
 * nor the new one is somebody's by now and left alone.
 */
final class Carrier {
    private final Disk disk;
    private final StagingFolder staging;
    private final Direction direction;

    Carrier(Disk disk, StagingFolder staging, Direction direction) {
        this.disk = disk;
        this.staging = staging;
        this.direction = direction;
    }

    void carry(Journal journal) throws IOException {
        List<Step> steps = journal.steps();
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            if (Folders.link(staging.output(), staging.place(step)).isEmpty()) {
                carry(step, direction.content(staging, i));
            }
        }
    }

    private void carry(Step step, Path content) throws IOException {
        Path place = staging.place(step);
        String wanted = direction.to(step);
        boolean waits =
                hash(place).equals(direction.from(step)) && !direction.from(step).equals(wanted);
        if (wanted.isEmpty()) {
            if (waits) {
                disk.delete(place);
            }
            dropEmptyFolders(place.getParent());
        } else if (waits && hash(content).equals(wanted)) {
            disk.createFolders(place.getParent());
            disk.move(content, place);
        }
    }

    /** Empty text where no file is. */
    private static String hash(Path file) throws IOException {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return "";
        }
        return Files.isRegularFile(file) ? Ownership.hash(Files.readAllBytes(file)) : "no file";
    }

    /** The folders that a file was the last one in, up to the output folder. */
    private void dropEmptyFolders(Path from) throws IOException {
        Path folder = from;
        while (!folder.equals(staging.output()) && disk.dropEmpty(folder)) {
            folder = folder.getParent();
        }
    }
}
