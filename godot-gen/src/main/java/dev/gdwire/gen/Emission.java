package dev.gdwire.gen;

import dev.gdwire.gen.output.OutputTarget;
import dev.gdwire.gen.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Has the back ends write at the same time: neither knows of the other. */
final class Emission {
    private Emission() {}

    private record Written(List<OutputTarget> targets, Problems problems) {}

    /**
     * The targets of all back ends, in their order.
     *
     * @param backEnds each writes, and reports to the problems that it is given
     */
    static List<OutputTarget> of(
            List<Function<Problems, List<OutputTarget>>> backEnds, Problems problems) {
        if (backEnds.isEmpty()) {
            return List.of();
        }
        ExecutorService threads = Executors.newFixedThreadPool(backEnds.size());
        try {
            List<Future<Written>> running = new ArrayList<>();
            for (Function<Problems, List<OutputTarget>> backEnd : backEnds) {
                running.add(threads.submit(() -> written(backEnd)));
            }
            List<OutputTarget> targets = new ArrayList<>();
            for (Future<Written> one : running) {
                Written written = ended(one);
                targets.addAll(written.targets());
                written.problems().sorted().forEach(problems::add);
            }
            return targets;
        } finally {
            threads.shutdownNow();
        }
    }

    private static Written written(Function<Problems, List<OutputTarget>> backEnd) {
        Problems own = new Problems();
        return new Written(backEnd.apply(own), own);
    }

    private static Written ended(Future<Written> one) {
        try {
            return one.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while generating", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("a back end failed", e.getCause());
        }
    }
}
