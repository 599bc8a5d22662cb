package dev.gdwire.client.internal;

import dev.gdwire.transport.Problem;
import java.util.function.Consumer;

/** Tells the user's handlers of problems, or the log when there are none. */
final class Problems {
    private final Handlers<?> handlers;
    private final Consumer<Runnable> runner;
    private final System.Logger log;

    /**
     * @param runner runs what calls a handler
     */
    Problems(Handlers<?> handlers, Consumer<Runnable> runner, System.Logger log) {
        this.handlers = handlers;
        this.runner = runner;
        this.log = log;
    }

    /** Problems of no connection: handlers are called at once. */
    static Problems unordered(Handlers<?> handlers) {
        return new Problems(handlers, Runnable::run, System.getLogger("dev.gdwire"));
    }

    /**
     * Tells of a problem.
     *
     * @param place where it was, for the log
     */
    void report(Problem problem, String place) {
        if (handlers.problems().isEmpty()) {
            long omitted = handlers.logLimit().pass(System.nanoTime());
            if (omitted >= 0) {
                String more = omitted == 0 ? "" : " (and %d problems before it)".formatted(omitted);
                log.log(System.Logger.Level.WARNING, place + problem + more, problem.cause());
            }
        } else {
            handlers.problems().forEach(handler -> runner.accept(() -> tell(handler, problem)));
        }
    }

    private void tell(Consumer<? super Problem> handler, Problem problem) {
        try {
            handler.accept(problem);
        } catch (Throwable e) { // Not all languages declare what they throw.
            log.log(System.Logger.Level.ERROR, "a problem handler failed on: " + problem, e);
        }
    }
}
