package dev.gdwire.gen.output;

import dev.gdwire.gen.problem.Place;
import dev.gdwire.gen.problem.Problem;
import dev.gdwire.gen.problem.ProblemId;
import dev.gdwire.gen.problem.Problems;
import dev.gdwire.gen.problem.Severity;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds files that cannot be written where they should be, before anything is looked at there. */
final class PathChecker {
    private static final String RENAME =
            "rename the schema it comes from, or give it an \"x-gdwire\": {\"name\": ...}";

    /** Folders are named after the set and the package. */
    private static final String OTHER_FOLDER =
            "give the set or its Java package another name: \"name\" or \"javaPackage\" in"
                    + " protocol.json, or --name or --java-package";

    private final Problems problems;
    private final Severity windows;

    /** Every place that is taken, folded: true for a file, false for a folder. */
    private final Map<String, Boolean> taken = new HashMap<>();

    /**
     * A checker that reports to {@code problems}.
     *
     * @param windows how bad a name is that Windows cannot have
     */
    PathChecker(Problems problems, Severity windows) {
        this.problems = problems;
        this.windows = windows;
    }

    /** How bad a name is that Windows cannot have: there, or where others may take files from. */
    static Severity onThisSystem() {
        return System.getProperty("os.name").startsWith("Windows")
                ? Severity.ERROR
                : Severity.WARNING;
    }

    void check(List<OutputTarget> targets) {
        for (OutputTarget target : targets) {
            check(target, target.manifest());
            target.files().forEach(file -> check(target, file.path()));
        }
    }

    private void check(OutputTarget target, String path) {
        if (!Paths.isInside(path)) {
            report(
                    Severity.ERROR,
                    target.folder() + "/" + path,
                    "the file would be written outside the output folder");
            return;
        }
        String place = target.folder().resolve(path).toString();
        checkNames(target, path);
        if (!take(
                Path.of(
                        Paths.folded(
                                target.folder()
                                        .toAbsolutePath()
                                        .normalize()
                                        .resolve(path)
                                        .toString())))) {
            report(Severity.ERROR, place, "two files would be written to one place");
        }
    }

    /** The first name on the way that cannot be; one folder is one problem for all its files. */
    private void checkNames(OutputTarget target, String path) {
        for (int end = path.indexOf('/'); ; end = path.indexOf('/', end + 1)) {
            String at = end < 0 ? path : path.substring(0, end);
            String name = at.substring(at.lastIndexOf('/') + 1);
            boolean tooLong = FileNames.isTooLong(name);
            if (tooLong || !Paths.isForWindows(name)) {
                report(
                        tooLong ? Severity.ERROR : windows,
                        target.folder().resolve(at).toString(),
                        "the "
                                + (end < 0 ? "file" : "folder")
                                + (tooLong
                                        ? " would have too long a name"
                                        : " cannot exist on Windows"),
                        end < 0 ? RENAME : OTHER_FOLDER);
                return;
            }
            if (end < 0) {
                return;
            }
        }
    }

    /** Whether nothing else needs the place, or needs a folder there. */
    private boolean take(Path file) {
        boolean free = taken.put(file.toString(), true) == null;
        for (Path above = file.getParent(); above != null && free; above = above.getParent()) {
            Boolean isFile = taken.putIfAbsent(above.toString(), false);
            if (isFile != null) {
                return !isFile;
            }
        }
        return free;
    }

    private void report(Severity severity, String place, String message) {
        report(severity, place, message, RENAME);
    }

    private void report(Severity severity, String place, String message, String hint) {
        problems.add(
                new Problem(
                        severity,
                        ProblemId.OUTPUT_PATH,
                        Place.whole(place),
                        message,
                        Optional.of(hint)));
    }
}
