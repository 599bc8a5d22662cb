package dev.gdwire.gen.output;

import dev.gdwire.gen.problem.Place;
import dev.gdwire.gen.problem.ProblemId;
import dev.gdwire.gen.problem.Problems;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Writes generated files: all of them, in all output folders, or none. A file whose bytes would not
 * change is left alone, files that are no longer generated are deleted, and nothing else is ever
 * touched. A run that is killed is carried through by the next one, or never was.
 */
public final class OutputWriter {
    private static final Comparator<StagingFolder> ORDER =
            Comparator.comparing(staging -> staging.output().toString());

    private final Problems problems;
    private final Disk disk;

    /** A writer that reports to {@code problems}. */
    public OutputWriter(Problems problems) {
        this(problems, new Disk());
    }

    OutputWriter(Problems problems, Disk disk) {
        this.problems = problems;
        this.disk = disk;
    }

    /** Ends what a run that was killed has left in these output folders. */
    public void recover(Collection<Path> folders) {
        for (Path folder : folders) {
            try {
                StagingFolder staging = staging(folder);
                if (isFree(folder, staging) && staging.exists()) {
                    recover(staging);
                }
            } catch (IOException e) {
                problems.add(OutputFault.of(List.of(folder), e, Outcome.BETWEEN));
            }
        }
    }

    /** Brings all folders up to date. When anything is in the way, nothing is written. */
    public OutputReport write(List<OutputTarget> targets) {
        new PathChecker(problems, PathChecker.onThisSystem()).check(targets);
        folders(targets).forEach(this::checkFree);
        if (problems.hasErrors()) {
            return OutputReport.NOTHING;
        }
        List<OutputPlan> plans = plan(targets);
        boolean changes = plans.stream().anyMatch(plan -> !plan.changes().isEmpty());
        if (changes && !problems.hasErrors()) {
            plans = change(targets);
        }
        return problems.hasErrors()
                ? OutputReport.NOTHING
                : plans.stream()
                        .map(OutputPlan::report)
                        .reduce(OutputReport.NOTHING, OutputReport::plus);
    }

    /** Reports every file that {@link #write} would write or delete, and changes nothing. */
    public void check(List<OutputTarget> targets) {
        new PathChecker(problems, PathChecker.onThisSystem()).check(targets);
        if (!problems.hasErrors()) {
            plan(targets).forEach(plan -> new StaleFiles(problems).report(plan));
            folders(targets).forEach(this::checkLeftover);
        }
    }

    private void checkLeftover(Path folder) {
        try {
            StagingFolder staging = staging(folder);
            if (isFree(folder, staging) && Recovery.isNeeded(staging)) {
                new StaleFiles(problems).reportLeftover(folder.resolve(StagingFolder.NAME));
            }
        } catch (IOException e) {
            problems.add(OutputFault.of(List.of(folder), e, Outcome.NOTHING_WRITTEN));
        }
    }

    private void checkFree(Path folder) {
        try {
            isFree(folder, staging(folder));
        } catch (IOException e) {
            problems.add(OutputFault.of(List.of(folder), e, Outcome.NOTHING_WRITTEN));
        }
    }

    /** Whether no link stands in the place of the staging folder; one is a problem. */
    private boolean isFree(Path folder, StagingFolder staging) {
        Optional<Path> link = staging.link();
        link.ifPresent(
                path ->
                        problems.error(
                                ProblemId.OUTPUT_NOT_OURS,
                                Place.whole(
                                        folder.resolve(staging.output().relativize(path))
                                                .toString()),
                                "a symbolic link is in the way: Gdwire writes through none",
                                "delete the link: Gdwire makes a folder of its own there"));
        return link.isEmpty();
    }

    private void recover(StagingFolder staging) throws IOException {
        try (OutputLock lock = OutputLock.of(disk, List.of(staging))) {
            lock.recover();
        }
    }

    private List<OutputPlan> plan(List<OutputTarget> targets) {
        List<OutputPlan> plans = new ArrayList<>();
        for (OutputTarget target : targets) {
            try {
                plans.add(OutputPlan.of(target, problems));
            } catch (IOException e) {
                problems.add(OutputFault.of(List.of(target.folder()), e, Outcome.NOTHING_WRITTEN));
            }
        }
        return plans;
    }

    /** Plans once more, now that nobody else changes the folders, and changes them. */
    private List<OutputPlan> change(List<OutputTarget> targets) {
        List<OutputPlan> plans = List.of();
        Outcome outcome = Outcome.NOTHING_WRITTEN;
        try {
            Map<StagingFolder, List<Change>> changes = new TreeMap<>(ORDER);
            for (Path folder : folders(targets)) {
                changes.put(staging(folder), new ArrayList<>());
            }
            try (OutputLock lock = OutputLock.of(disk, List.copyOf(changes.keySet()))) {
                lock.recover();
                plans = plan(targets);
                for (OutputPlan plan : plans) {
                    changes.get(staging(plan.target().folder())).addAll(plan.changes());
                }
                changes.values().removeIf(List::isEmpty);
                if (!problems.hasErrors() && !changes.isEmpty()) {
                    new StagedRun(disk, changes).run();
                    outcome = Outcome.ALL_WRITTEN;
                }
            }
        } catch (RunException e) {
            problems.add(OutputFault.of(folders(targets), e.reason(), e.outcome()));
        } catch (IOException e) {
            problems.add(OutputFault.of(folders(targets), e, outcome));
        }
        return plans;
    }

    private static List<Path> folders(List<OutputTarget> targets) {
        return targets.stream().map(OutputTarget::folder).distinct().toList();
    }

    private static StagingFolder staging(Path folder) throws IOException {
        return new StagingFolder(Folders.real(folder));
    }
}
