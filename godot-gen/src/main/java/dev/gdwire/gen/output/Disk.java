package dev.gdwire.gen.output;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Every change of the disk that writing output makes goes through here. Tests put one in its place
 * that is full, or that dies at a given change.
 */
class Disk {
    /** Writes a file anew, never through a link. */
    void write(Path file, byte[] content) throws IOException {
        try (OutputStream out =
                Files.newOutputStream(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE,
                        LinkOption.NOFOLLOW_LINKS)) {
            out.write(content);
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException e) {
            // A full disk does not say where.
            throw new FileSystemException(file.toString(), null, e.getMessage());
        }
    }

    /** Copies a file with its times. */
    void copy(Path from, Path to) throws IOException {
        Files.copy(
                from, to, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Moves a file over another one, if there is one: at every moment one of the two is there. */
    void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Deletes a file, if there is one. */
    void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
    }

    /** Makes a folder in one that is there. */
    void createFolder(Path folder) throws IOException {
        Files.createDirectory(folder);
    }

    /** Deletes a folder if it is there and empty; whether none is there then. */
    final boolean dropEmpty(Path folder) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return !Files.exists(folder, LinkOption.NOFOLLOW_LINKS);
        }
        try {
            delete(folder);
            return true;
        } catch (DirectoryNotEmptyException e) {
            return false;
        }
    }

    /** Makes a folder and those above it, as far as they are missing. */
    final void createFolders(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            createFolders(folder.getParent());
            createFolder(folder);
        }
    }
}
