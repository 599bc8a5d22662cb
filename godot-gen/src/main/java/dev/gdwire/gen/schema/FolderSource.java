package dev.gdwire.gen.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A schema set in a folder. Hidden files and folders are no part of it. */
public final class FolderSource implements SetSource {
    private static final String JSON = ".json";

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
        return walk(
                path ->
                        Files.isRegularFile(folder.resolve(path))
                                && inside(path).endsWith(JSON)
                                && !isHidden(path));
    }

    @Override
    public List<String> leftOut() throws IOException {
        return walk(path -> !isHidden(path.getParent()) && isLeftOut(path)).stream()
                .map(path -> Files.isDirectory(folder.resolve(path)) ? path + "/" : path)
                .toList();
    }

    @Override
    public byte[] read(String path) throws IOException {
        Path top = folder.toAbsolutePath().normalize();
        if (!top.resolve(path).normalize().startsWith(top)) {
            throw new IOException("it is outside of the schema folder");
        }
        return Files.readAllBytes(folder.resolve(path));
    }

    private List<String> walk(Predicate<Path> wanted) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.skip(1)
                    .map(folder::relativize)
                    .filter(wanted)
                    .map(FolderSource::inside)
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private boolean isLeftOut(Path path) {
        String name = path.getFileName().toString();
        if (Files.isDirectory(folder.resolve(path))) {
            return name.endsWith(SchemaFile.SUFFIX) || inside(path).equals(SetConfig.FILE);
        }
        return name.startsWith(".")
                ? name.endsWith(SchemaFile.SUFFIX)
                : name.toLowerCase(Locale.ROOT).endsWith(JSON) && !name.endsWith(JSON);
    }

    /** With forward slashes; a backslash is part of a name where it separates nothing. */
    private static String inside(Path path) {
        return path.toString().replace(path.getFileSystem().getSeparator(), "/");
    }

    private static boolean isHidden(Path path) {
        if (path == null) {
            return false;
        }
        for (Path step : path) {
            if (step.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }
}
