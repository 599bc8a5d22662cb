package dev.gdwire.gen.output;

import dev.gdwire.gen.problem.Place;
import dev.gdwire.gen.problem.ProblemId;
import dev.gdwire.gen.problem.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What must change in one output folder. Making a plan changes nothing. */
final class OutputPlan {
    private final OutputTarget target;
    private final Problems problems;
    private final OtherSets others;
    private final List<Change> changes = new ArrayList<>();
    private int unchanged;

    private OutputPlan(OutputTarget target, OtherSets others, Problems problems) {
        this.target = target;
        this.others = others;
        this.problems = problems;
    }

    /**
     * Compares a target with what is there; files that are not ours are problems.
     *
     * @throws IOException if the folder cannot be read
     */
    static OutputPlan of(OutputTarget target, Problems problems) throws IOException {
        OutputPlan plan = new OutputPlan(target, OtherSets.of(target), problems);
        boolean free = plan.isFree(target.manifest());
        Optional<byte[]> old = plan.regular(target.manifest());
        Manifest before = old.map(Manifest::parse).orElseGet(Manifest::new);
        Map<String, String> generated = new HashMap<>();
        for (GeneratedFile file : target.files()) {
            plan.compare(file, before);
            generated.put(Paths.folded(file.path()), file.path());
        }
        Manifest after = Manifest.of(target.files());
        for (String path : before.hashes().keySet()) {
            String now = generated.get(Paths.folded(path));
            if (after.hash(path).isEmpty() && !plan.isOneFile(path, now)) {
                plan.remove(path, before);
            }
        }
        if (free) {
            plan.compareManifest(old, after);
        }
        return plan;
    }

    OutputTarget target() {
        return target;
    }

    /** The files that must change; the manifest is the last. */
    List<Change> changes() {
        return changes;
    }

    OutputReport report() {
        int written = 0;
        int deleted = 0;
        for (Change change : changes) {
            if (change.after().isEmpty()) {
                deleted++;
            } else if (!change.path().equals(target.manifest())) {
                written++;
            }
        }
        return new OutputReport(written, unchanged, deleted);
    }

    private void compare(GeneratedFile file, Manifest before) throws IOException {
        Optional<OtherSets.Owner> owner = others.owner(file.path());
        if (owner.isPresent()) {
            ofAnotherSet(file, owner.get());
            return;
        }
        if (!isFree(file.path())) {
            return;
        }
        Optional<byte[]> old = regular(file.path());
        byte[] bytes = file.bytes();
        if (old.isPresent() && Arrays.equals(old.get(), bytes)) {
            unchanged++;
        } else if (old.isEmpty()
                || before.hash(file.path()).isPresent()
                || Ownership.hasHeader(old.get())) {
            change(file.path(), old, Optional.of(bytes));
        } else {
            inTheWay(place(file.path()), "the file is in the way: it was not written by Gdwire");
        }
    }

    /** Only what the generator wrote goes, with the file that Godot puts beside a script. */
    private void remove(String path, Manifest before) throws IOException {
        if (others.owner(path).isPresent()
                || Folders.link(target.folder(), place(path)).isPresent()) {
            return;
        }
        Optional<byte[]> old = regular(path);
        boolean ours =
                old.isEmpty()
                        || before.hash(path).equals(old.map(Ownership::hash))
                        || Ownership.hasHeader(old.get());
        if (!ours) {
            return;
        }
        if (old.isPresent()) {
            change(path, old, Optional.empty());
        }
        Optional<byte[]> companion =
                path.endsWith(".gd") ? regular(path + ".uid") : Optional.empty();
        if (companion.isPresent()) {
            change(path + ".uid", companion, Optional.empty());
        }
    }

    private void compareManifest(Optional<byte[]> old, Manifest after) {
        if (old.isPresent() && !Manifest.isOne(old.get())) {
            inTheWay(
                    place(target.manifest()),
                    "the file is in the way: it was not written by Gdwire");
        } else if (old.isEmpty() || !Arrays.equals(old.get(), after.bytes())) {
            change(target.manifest(), old, Optional.of(after.bytes()));
        }
    }

    private void change(String path, Optional<byte[]> before, Optional<byte[]> after) {
        changes.add(new Change(path, before.map(Ownership::hash), after));
    }

    /** Whether a file can be in its place; whatever else is there is a problem. */
    private boolean isFree(String path) {
        Path place = place(path);
        Optional<Path> link = Folders.link(target.folder(), place);
        Optional<Path> blocking = Folders.blocking(target.folder(), place);
        if (link.isPresent()) {
            inTheWay(link.get(), "a symbolic link is in the way: Gdwire writes through none");
        } else if (blocking.isPresent()) {
            inTheWay(blocking.get(), "a file is in the way: a folder must be there");
        } else if (Files.isDirectory(place)) {
            inTheWay(place, "a folder is in the way: a file must be there");
        } else if (Files.exists(place) && !Files.isRegularFile(place)) {
            inTheWay(place, "something is in the way that is no file");
        } else {
            return true;
        }
        return false;
    }

    private Optional<byte[]> regular(String path) throws IOException {
        Path place = place(path);
        return Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS)
                ? Optional.of(Files.readAllBytes(place))
                : Optional.empty();
    }

    /** Whether two paths that differ in case only are one file, as they are on some disks. */
    private boolean isOneFile(String path, String generated) throws IOException {
        return generated != null
                && Files.exists(place(path))
                && Files.exists(place(generated))
                && Files.isSameFile(place(path), place(generated));
    }

    private void ofAnotherSet(GeneratedFile file, OtherSets.Owner owner) {
        problems.error(
                ProblemId.OUTPUT_NOT_OURS,
                Place.whole(place(file.path()).toString()),
                "the file belongs to another schema set, \"" + owner.set() + "\"",
                "give each set a package of its own (--java-package), or another output folder; if"
                        + " this is that set under a new name, delete "
                        + owner.manifest()
                        + " and the files it lists");
    }

    private void inTheWay(Path place, String message) {
        problems.error(
                ProblemId.OUTPUT_NOT_OURS,
                Place.whole(place.toString()),
                message,
                "move or delete it, or give another output folder");
    }

    private Path place(String path) {
        return target.folder().resolve(path);
    }
}
