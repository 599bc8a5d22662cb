package dev.gdwire.gen.output;

import dev.gdwire.gen.problem.Place;
import dev.gdwire.gen.problem.ProblemId;
import dev.gdwire.gen.problem.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What must change in one output folder. Making a plan changes nothing. */
final class OutputPlan {
    private final OutputTarget target;
    private final SortedMap<String, byte[]> writes = new TreeMap<>();
    private final SortedSet<String> deletes = new TreeSet<>();
    private final List<String> missing = new ArrayList<>();
    private int unchanged;

    private OutputPlan(OutputTarget target) {
        this.target = target;
    }

    /**
     * Compares a target with what is there; files that are not ours are problems.
     *
     * @throws IOException if the folder cannot be read
     */
    static OutputPlan of(OutputTarget target, Problems problems) throws IOException {
        OutputPlan plan = new OutputPlan(target);
        if (!plan.checkPaths(problems)) {
            return plan;
        }
        Path manifestFile = target.folder().resolve(target.manifest());
        Manifest before =
                Files.isRegularFile(manifestFile)
                        ? Manifest.parse(Files.readAllBytes(manifestFile))
                        : new Manifest();
        for (GeneratedFile file : target.files()) {
            plan.compare(file, before, problems);
        }
        Manifest after = Manifest.of(target.files());
        for (String path : before.hashes().keySet()) {
            if (after.hash(path).isEmpty()) {
                plan.remove(path, before);
            }
        }
        plan.compareManifest(manifestFile, after);
        return plan;
    }

    OutputTarget target() {
        return target;
    }

    /** Paths and bytes of files that are new or differ; the manifest is the last. */
    SortedMap<String, byte[]> writes() {
        return writes;
    }

    /** Paths of files that are no longer generated. */
    SortedSet<String> deletes() {
        return deletes;
    }

    /** Paths of files that are not there. */
    List<String> missing() {
        return missing;
    }

    OutputReport report() {
        int manifests = writes.containsKey(target.manifest()) ? 1 : 0;
        return new OutputReport(writes.size() - manifests, unchanged, deletes.size());
    }

    private boolean checkPaths(Problems problems) {
        Set<String> seen = new HashSet<>();
        for (GeneratedFile file : target.files()) {
            boolean twice = !seen.add(file.path().toLowerCase(Locale.ROOT));
            if (twice || !Paths.isInside(file.path())) {
                problems.error(
                        ProblemId.OUTPUT_PATH,
                        Place.whole(file.path()),
                        twice
                                ? "two files would be written to one place"
                                : "the file would be written outside the output folder",
                        "rename the schema it comes from");
                return false;
            }
        }
        return true;
    }

    private void compare(GeneratedFile file, Manifest before, Problems problems)
            throws IOException {
        Path path = target.folder().resolve(file.path());
        if (!Files.exists(path)) {
            missing.add(file.path());
            writes.put(file.path(), file.bytes());
            return;
        }
        byte[] old = Files.isRegularFile(path) ? Files.readAllBytes(path) : new byte[0];
        if (Files.isRegularFile(path) && Arrays.equals(old, file.bytes())) {
            unchanged++;
        } else if (Files.isRegularFile(path)
                && (before.hash(file.path()).isPresent() || Ownership.hasHeader(old))) {
            writes.put(file.path(), file.bytes());
        } else {
            problems.error(
                    ProblemId.OUTPUT_NOT_OURS,
                    Place.whole(path.toString()),
                    "the file is in the way: it was not written by Gdwire",
                    "move or delete it, or give another output folder");
        }
    }

    /** Only what the generator wrote goes, with the file that Godot puts beside a script. */
    private void remove(String path, Manifest before) throws IOException {
        Path file = target.folder().resolve(path);
        if (!Files.isRegularFile(file)) {
            return;
        }
        byte[] content = Files.readAllBytes(file);
        if (!Ownership.hash(content).equals(before.hashes().get(path))
                && !Ownership.hasHeader(content)) {
            return;
        }
        deletes.add(path);
        String companion = path + ".uid";
        if (path.endsWith(".gd") && Files.isRegularFile(target.folder().resolve(companion))) {
            deletes.add(companion);
        }
    }

    private void compareManifest(Path file, Manifest after) throws IOException {
        boolean same =
                Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), after.bytes());
        if (!same) {
            writes.put(target.manifest(), after.bytes());
        }
    }
}
