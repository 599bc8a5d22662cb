package dev.gdwire.client.internal;

import dev.gdwire.transport.Problem;
import dev.gdwire.transport.ProblemKind;
import dev.gdwire.transport.Tracer;
import dev.gdwire.transport.Tracing;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Runs the handlers of one session in order: tells what they throw, and how long they take. */
final class HandlerRuns {
    private static final System.Logger LOG = System.getLogger("dev.gdwire");

    private final Dispatcher dispatcher;
    private final Observation observation;
    private final Supplier<String> peer;
    private final Consumer<Problem> problems;

    /**
     * Nothing has run yet.
     *
     * @param peer gives the name of the peer, once there is one
     * @param problems takes what handlers threw
     */
    HandlerRuns(
            Dispatcher dispatcher,
            Observation observation,
            Supplier<String> peer,
            Consumer<Problem> problems) {
        this.dispatcher = dispatcher;
        this.observation = observation;
        this.peer = peer;
        this.problems = problems;
    }

    /** Runs a task after all before it. */
    void add(Runnable task) {
        add(task, 0);
    }

    /** The same for one with which a message of so many bytes waits. */
    void add(Runnable task, int bytes) {
        try {
            dispatcher.run(task, bytes);
        } catch (RejectedExecutionException e) {
            LOG.log(System.Logger.Level.ERROR, "the executor runs no more handlers", e);
        }
    }

    /** The same for a handler, which is named by what it handles. */
    void addHandler(Runnable handler, String what, int bytes) {
        add(
                () -> {
                    long start = System.nanoTime();
                    try {
                        handler.run();
                    } catch (Throwable e) { // Not all languages declare what they throw.
                        failed(what, e);
                    }
                    ended(what, start);
                },
                bytes);
    }

    /** A handler has returned. */
    void ended(String what, long startNanos) {
        Tracer tracer = observation.tracer();
        if (tracer != null) {
            long nanos = System.nanoTime() - startNanos;
            Tracing.quietly(tracer, to -> to.handled(peer.get(), what, nanos));
        }
    }

    /** A handler has thrown something. */
    void failed(String what, Throwable e) {
        String text = "the handler of %s threw %s".formatted(what, e);
        problems.accept(Problem.of(ProblemKind.HANDLER_FAILED, text).withCause(e));
    }
}
