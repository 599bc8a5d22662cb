package dev.gdwire.gen.output;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** A disk on which one change, and perhaps all that follow, cannot be made. */
final class DyingDisk extends Disk {
    /** What happens at the change, counted from 1. */
    enum Fate {
        /** The program ends there. */
        KILLED,
        /** The change fails, and the next ones do not. */
        FAILS_ONCE,
        /** The change fails, and so do all that follow. */
        FAILS_FOR_EVER
    }

    /** The program was killed: nothing catches this. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final Fate fate;
    private final int last;
    private int count;

    DyingDisk(Fate fate, int last) {
        this.fate = fate;
        this.last = last;
    }

    int count() {
        return count;
    }

    @Override
    void write(Path file, byte[] content) throws IOException {
        if (++count == last) {
            // Half of it is there, as after a write that was cut off.
            Files.write(file, Arrays.copyOf(content, content.length / 2));
        }
        live(file);
        super.write(file, content);
    }

    @Override
    void copy(Path from, Path to) throws IOException {
        count++;
        live(to);
        super.copy(from, to);
    }

    @Override
    void move(Path from, Path to) throws IOException {
        count++;
        live(to);
        super.move(from, to);
    }

    @Override
    void delete(Path file) throws IOException {
        count++;
        live(file);
        super.delete(file);
    }

    @Override
    void createFolder(Path folder) throws IOException {
        count++;
        live(folder);
        super.createFolder(folder);
    }

    private void live(Path file) throws IOException {
        if (fate == Fate.KILLED && count >= last) {
            throw new Killed();
        }
        if (fate == Fate.FAILS_ONCE ? count == last : count >= last) {
            throw new FileSystemException(file.toString(), null, "No space left on device");
        }
    }
}
