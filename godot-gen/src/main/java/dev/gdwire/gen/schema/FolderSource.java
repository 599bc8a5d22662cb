package dev.gdwire.gen.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A schema set in a folder. Hidden files and folders are no part of it. */
public final class FolderSource implements SetSource {
    private final Path folder;

    /** The set in a folder, which may be inside an archive's file system. */
    public FolderSource(Path folder) {
        this.folder = folder;
    }

    @Override
    public String label() {
        return folder.toString();
    }

    @Override
    public String defaultName() {
        Path name = folder.toAbsolutePath().normalize().getFileName();
        return name == null ? "" : name.toString();
    }

    @Override
    public List<String> paths() throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile)
                    .map(this::inside)
                    .filter(path -> path.endsWith(".json") && !isHidden(path))
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public byte[] read(String path) throws IOException {
        return Files.readAllBytes(folder.resolve(path));
    }

    private String inside(Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    private static boolean isHidden(String path) {
        return path.startsWith(".") || path.contains("/.");
    }
}
