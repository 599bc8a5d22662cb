package dev.gdwire.gen.output;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/** The new files of one folder, first beside their places, then moved into them. */
final class StagedFolder {
    private static final String SUFFIX = ".gdwire-new";

    private final OutputPlan plan;
    private final Map<Path, Path> moves = new LinkedHashMap<>();
    private final Deque<Path> madeFolders = new ArrayDeque<>();

    StagedFolder(OutputPlan plan) {
        this.plan = plan;
    }

    OutputPlan plan() {
        return plan;
    }

    /** Writes every new file under another name beside its place. */
    void stage() throws IOException {
        for (Map.Entry<String, byte[]> write : plan.writes().entrySet()) {
            Path place = plan.target().folder().resolve(write.getKey());
            makeFolders(place.toAbsolutePath().getParent());
            Path staged = place.resolveSibling("." + place.getFileName() + SUFFIX);
            byte[] bytes = write.getValue();
            try (OutputStream out = Files.newOutputStream(staged)) {
                // Only what could be made is there to be taken away again.
                moves.put(staged, place);
                out.write(bytes);
            }
        }
    }

    /** Moves the files into their places and deletes what is no longer generated. */
    void commit() throws IOException {
        for (Map.Entry<Path, Path> move : moves.entrySet()) {
            Files.move(
                    move.getKey(),
                    move.getValue(),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        }
        moves.clear();
        madeFolders.clear();
        for (String path : plan.deletes()) {
            Path file = plan.target().folder().resolve(path);
            Files.deleteIfExists(file);
            deleteEmptyFolders(file.getParent());
        }
    }

    /** Takes away what was staged and not committed. */
    void discard() {
        try {
            for (Path staged : moves.keySet()) {
                Files.deleteIfExists(staged);
            }
            for (Path folder : madeFolders) {
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a half-written file stays behind", e);
        }
    }

    private void makeFolders(Path folder) throws IOException {
        if (folder == null || Files.isDirectory(folder)) {
            return;
        }
        makeFolders(folder.getParent());
        Files.createDirectory(folder);
        madeFolders.push(folder);
    }

    private void deleteEmptyFolders(Path from) throws IOException {
        Path folder = from;
        while (folder.startsWith(plan.target().folder())
                && !folder.equals(plan.target().folder())) {
            try {
                Files.delete(folder);
            } catch (DirectoryNotEmptyException e) {
                return;
            }
            folder = folder.getParent();
        }
    }
}
