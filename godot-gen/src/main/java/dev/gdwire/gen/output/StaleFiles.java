package dev.gdwire.gen.output;

import dev.gdwire.gen.problem.Place;
import dev.gdwire.gen.problem.ProblemId;
import dev.gdwire.gen.problem.Problems;
import java.nio.file.Path;
import java.util.List;

/** Reports what is not up to date. */
final class StaleFiles {
    private final Problems problems;

    StaleFiles(Problems problems) {
        this.problems = problems;
    }

    /** Every file that must change; the manifest only when nothing else says that it must. */
    void report(OutputPlan plan) {
        List<Change> changes = plan.changes();
        for (Change change : changes) {
            if (changes.size() == 1 || !change.path().equals(plan.target().manifest())) {
                report(plan.target().folder().resolve(change.path()), state(change));
            }
        }
    }

    /** What a run that was killed has left behind. */
    void reportLeftover(Path staging) {
        report(staging, "an earlier run was killed while it moved files into their places");
    }

    private static String state(Change change) {
        if (change.after().isEmpty()) {
            return "the file is no longer generated";
        }
        return change.before().isEmpty() ? "the file is missing" : "the file is out of date";
    }

    private void report(Path place, String message) {
        problems.error(
                ProblemId.OUTPUT_STALE,
                Place.whole(place.toString()),
                message,
                "run generate again");
    }
}
