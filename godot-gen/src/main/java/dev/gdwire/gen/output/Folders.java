package dev.gdwire.gen.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/** Finds out what output folders really are. */
final class Folders {
    private Folders() {}

    /**
     * The absolute path of a folder that may not be there yet, with all links followed: two names
     * of one folder give one path.
     */
    static Path real(Path folder) throws IOException {
        Path absolute = folder.toAbsolutePath();
        if (Files.exists(absolute)) {
            return absolute.toRealPath();
        }
        Path above = absolute.getParent();
        return above == null
                ? absolute.normalize()
                : real(above).resolve(absolute.getFileName()).normalize();
    }

    /** The path from one folder to another; absolute when there is none, as between drives. */
    static String between(Path from, Path to) {
        return Objects.equals(from.getRoot(), to.getRoot())
                ? from.relativize(to).toString()
                : to.toString();
    }

    /**
     * The first symbolic link on the way from a folder to a place below it, or the place itself.
     */
    static Optional<Path> link(Path folder, Path place) {
        return firstOnTheWay(folder, place).filter(Files::isSymbolicLink);
    }

    /** A file that stands where a folder must be, on the way from a folder to a place below it. */
    static Optional<Path> blocking(Path folder, Path place) {
        return firstOnTheWay(folder, place)
                .filter(path -> !path.equals(place))
                .filter(path -> Files.exists(path, LinkOption.NOFOLLOW_LINKS));
    }

    /** The first thing on the way that is no folder. */
    private static Optional<Path> firstOnTheWay(Path folder, Path place) {
        Path at = folder;
        for (Path name : folder.relativize(place)) {
            at = at.resolve(name);
            if (!Files.isDirectory(at, LinkOption.NOFOLLOW_LINKS)) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }
}
