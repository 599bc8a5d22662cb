package dev.gdwire.gen.output;

import java.io.IOException;
import java.util.Optional;

/** Ends what a run that died has left in an output folder. */
final class Recovery {
    private final Disk disk;

    Recovery(Disk disk) {
        this.disk = disk;
    }

    /** Whether a run has left files behind that are on their way. */
    static boolean isNeeded(StagingFolder staging) throws IOException {
        Optional<Journal> journal = Journal.read(staging.journal());
        return journal.isPresent() && Decision.of(staging, journal.get()).direction().isPresent();
    }

    /** Carries a run through that was decided, and takes away what one that was not has staged. */
    void recover(StagingFolder staging) throws IOException {
        Optional<Journal> journal = Journal.read(staging.journal());
        if (journal.isPresent()) {
            Optional<Direction> direction = Decision.of(staging, journal.get()).direction();
            if (direction.isPresent()) {
                new Carrier(disk, staging, direction.get()).carry(journal.get());
            }
        }
        staging.clear(disk);
        if (journal.isPresent()) {
            Decision.of(staging, journal.get()).forget(disk);
        }
        for (String id : staging.decisions()) {
            new Decision(staging, id).forget(disk);
        }
    }
}
