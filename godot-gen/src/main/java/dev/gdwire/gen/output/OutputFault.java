package dev.gdwire.gen.output;

import dev.gdwire.gen.problem.FileFault;
import dev.gdwire.gen.problem.Place;
import dev.gdwire.gen.problem.Problem;
import dev.gdwire.gen.problem.ProblemId;
import dev.gdwire.gen.problem.Severity;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Makes a problem of a disk that does not do what it is asked for. */
final class OutputFault {
    private OutputFault() {}

    /** The problem, at that of the output folders that it happened in. */
    static Problem of(List<Path> folders, IOException e, Outcome outcome) {
        Path folder =
                folders.stream().filter(one -> isIn(one, e)).findFirst().orElse(folders.get(0));
        return new Problem(
                Severity.ERROR,
                ProblemId.OUTPUT_UNWRITABLE,
                Place.whole(folder.toString()),
                "the output folder cannot be written: " + reason(folder, e),
                Optional.of(outcome.hint()));
    }

    private static boolean isIn(Path folder, IOException e) {
        if (!(e instanceof FileSystemException at) || at.getFile() == null) {
            return false;
        }
        Path file = Path.of(at.getFile());
        try {
            Path real = Folders.real(folder);
            return file.startsWith(real) || real.startsWith(file);
        } catch (IOException unreadable) {
            return file.startsWith(folder.toAbsolutePath().normalize());
        }
    }

    private static String reason(Path folder, IOException e) {
        for (Path at = folder; at != null; at = at.getParent()) {
            if (Files.exists(at)) {
                boolean file = !Files.isDirectory(at);
                return file ? fileInstead(folder, at) : reason(e);
            }
        }
        return reason(e);
    }

    /** The files of the staging folder say nothing to users. */
    private static String reason(IOException e) {
        boolean staged =
                e instanceof FileSystemException at
                        && at.getReason() != null
                        && e.getMessage().contains(StagingFolder.NAME);
        return staged ? ((FileSystemException) e).getReason() : FileFault.reason(e);
    }

    private static String fileInstead(Path folder, Path file) {
        return file.equals(folder) ? "it is a file" : file + " is a file";
    }
}
