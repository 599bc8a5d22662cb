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
        if (!Paths.isForWindows(path)) {
            report(windows, place, "the file cannot exist on Windows");
        }
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
        problems.add(
                new Problem(
                        severity,
                        ProblemId.OUTPUT_PATH,
                        Place.whole(place),
                        message,
                        Optional.of(RENAME)));
    }
}
