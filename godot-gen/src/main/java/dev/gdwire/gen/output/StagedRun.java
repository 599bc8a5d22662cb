package dev.gdwire.gen.output;

import dev.gdwire.gen.output.Journal.Step;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The changes of one run in all of its output folders: first all new files are written into staging
 * folders, with copies of the old ones and a journal; then one note decides that the run will be
 * carried through; then the files are moved into their places. Whoever dies on the way leaves
 * either the old files or a run that {@link Recovery} carries through.
 */
final class StagedRun {
    private final Disk disk;
    private final Map<StagingFolder, List<Change>> changes;
    private final Map<StagingFolder, Journal> journals = new LinkedHashMap<>();
    private final Decision decision;

    /** A run in these folders, of which there is at least one. */
    StagedRun(Disk disk, Map<StagingFolder, List<Change>> changes) {
        this.disk = disk;
        this.changes = changes;
        String id = UUID.randomUUID().toString();
        StagingFolder decider = changes.keySet().iterator().next();
        changes.forEach(
                (staging, list) -> {
                    String path = Folders.between(staging.output(), decider.output());
                    List<Step> steps = list.stream().map(Step::of).toList();
                    journals.put(staging, new Journal(id, path, steps));
                });
        decision = new Decision(decider, id);
    }

    /** Changes the folders. */
    void run() throws RunException {
        try {
            stage();
            decision.make(disk, journals.keySet().stream().map(StagingFolder::output).toList());
            carry(Direction.FORWARD);
        } catch (IOException e) {
            throw takenBack(e);
        }
        try {
            clear();
        } catch (IOException e) {
            throw new RunException(Outcome.ALL_WRITTEN, e);
        }
    }

    private RunException takenBack(IOException reason) {
        try {
            if (decision.direction().isPresent()) {
                decision.revoke(disk);
                carry(Direction.BACK);
            }
            clear();
            return new RunException(Outcome.NOTHING_WRITTEN, reason);
        } catch (IOException e) {
            reason.addSuppressed(e);
            return new RunException(Outcome.BETWEEN, reason);
        }
    }

    private void stage() throws IOException {
        for (Map.Entry<StagingFolder, List<Change>> entry : changes.entrySet()) {
            StagingFolder staging = entry.getKey();
            for (int i = 0; i < entry.getValue().size(); i++) {
                stage(staging, entry.getValue().get(i), i);
            }
            disk.write(staging.journal(), journals.get(staging).bytes());
        }
    }

    private void stage(StagingFolder staging, Change change, int number) throws IOException {
        if (change.after().isPresent()) {
            disk.write(staging.staged(number), change.after().get());
        }
        if (change.before().isPresent()) {
            disk.copy(staging.output().resolve(change.path()), staging.backup(number));
        }
    }

    private void carry(Direction direction) throws IOException {
        for (Map.Entry<StagingFolder, Journal> entry : journals.entrySet()) {
            new Carrier(disk, entry.getKey(), direction).carry(entry.getValue());
        }
    }

    private void clear() throws IOException {
        for (StagingFolder staging : journals.keySet()) {
            staging.clear(disk);
        }
        decision.forget(disk);
    }
}
