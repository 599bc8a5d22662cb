package dev.gdwire.gen.output;

import dev.gdwire.gen.problem.FileFault;
import dev.gdwire.gen.problem.Place;
import dev.gdwire.gen.problem.ProblemId;
import dev.gdwire.gen.problem.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes generated files: all of them or none. A file whose bytes would not change is left alone,
 * files that are no longer generated are deleted, and nothing else is ever touched.
 */
public final class OutputWriter {
    private final Problems problems;

    /** A writer that reports to {@code problems}. */
    public OutputWriter(Problems problems) {
        this.problems = problems;
    }

    /** Brings all folders up to date. When anything is in the way, nothing is written. */
    public OutputReport write(List<OutputTarget> targets) {
        List<OutputPlan> plans = plan(targets);
        if (problems.hasErrors()) {
            return OutputReport.NOTHING;
        }
        List<StagedFolder> staged = new ArrayList<>();
        for (OutputPlan plan : plans) {
            StagedFolder folder = new StagedFolder(plan);
            staged.add(folder);
            try {
                folder.stage();
            } catch (IOException e) {
                unwritable(plan.target().folder(), e);
                staged.forEach(StagedFolder::discard);
                return OutputReport.NOTHING;
            }
        }
        return commit(staged);
    }

    /** Reports every file that {@link #write} would write or delete, and changes nothing. */
    public void check(List<OutputTarget> targets) {
        for (OutputPlan plan : plan(targets)) {
            for (String path : plan.writes().keySet()) {
                if (!path.equals(plan.target().manifest())) {
                    String how = plan.missing().contains(path) ? "missing" : "out of date";
                    stale(plan, path, "the file is " + how);
                }
            }
            plan.deletes().forEach(path -> stale(plan, path, "the file is no longer generated"));
        }
    }

    private List<OutputPlan> plan(List<OutputTarget> targets) {
        List<OutputPlan> plans = new ArrayList<>();
        for (OutputTarget target : targets) {
            try {
                plans.add(OutputPlan.of(target, problems));
            } catch (IOException e) {
                unwritable(target.folder(), e);
            }
        }
        return plans;
    }

    private OutputReport commit(List<StagedFolder> staged) {
        OutputReport report = OutputReport.NOTHING;
        for (StagedFolder folder : staged) {
            try {
                folder.commit();
                report = report.plus(folder.plan().report());
            } catch (IOException e) {
                unwritable(folder.plan().target().folder(), e);
            }
        }
        staged.forEach(StagedFolder::discard);
        return report;
    }

    private void stale(OutputPlan plan, String path, String message) {
        problems.error(
                ProblemId.OUTPUT_STALE,
                Place.whole(plan.target().folder().resolve(path).toString()),
                message,
                "run generate again");
    }

    private void unwritable(Path folder, IOException e) {
        problems.error(
                ProblemId.OUTPUT_UNWRITABLE,
                Place.whole(folder.toString()),
                "the output folder cannot be written: " + reason(folder, e),
                "give a folder that you may write to; nothing was written");
    }

    private static String reason(Path folder, IOException e) {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            return "it is a file";
        }
        for (Path above = folder.getParent(); above != null; above = above.getParent()) {
            if (Files.exists(above) && !Files.isDirectory(above)) {
                return above + " is a file";
            }
        }
        return FileFault.reason(e);
    }
}
