package dev.gdwire.gen.problem;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Says in words why a file or folder could not be used. */
public final class FileFault {
    private FileFault() {}

    /** The reason, to stand behind a colon. */
    public static String reason(IOException e) {
        if (e instanceof NoSuchFileException missing) {
            return missing.getFile() + " does not exist";
        }
        if (e instanceof AccessDeniedException denied) {
            return "no permission for " + denied.getFile();
        }
        if (e instanceof NotDirectoryException file) {
            return file.getFile() + " is no folder";
        }
        if (e instanceof FileAlreadyExistsException there) {
            return there.getFile() + " is in the way";
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
