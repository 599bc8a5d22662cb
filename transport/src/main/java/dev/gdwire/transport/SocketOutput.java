package dev.gdwire.transport;

import dev.gdwire.protocol.json.JsonOutput;
import dev.gdwire.transport.internal.Outbox;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What an engine puts out for a socket. Guarded by the connection's lock. */
final class SocketOutput implements EngineOutput {
    private final Outbox outbox;
    private final Consumer<Event> events;
    private final Function<@Nullable String, Admission> gate;
    private boolean answering;
    private boolean overflowed;
    private long lineCount;

    SocketOutput(
            Outbox outbox, Consumer<Event> events, Function<@Nullable String, Admission> gate) {
        this.outbox = outbox;
        this.events = events;
        this.gate = gate;
    }

    /** Runs what answers from where it must not wait: it does not wait for room. */
    void answer(Runnable command) {
        boolean before = beginAnswer();
        try {
            command.run();
        } finally {
            endAnswer(before);
        }
    }

    /** What is written from here on cannot wait; gives what {@link #endAnswer} is to restore. */
    boolean beginAnswer() {
        boolean before = answering;
        answering = true;
        return before;
    }

    /** The same for what is written only where there is room. */
    boolean beginFitting() {
        boolean before = answering;
        answering = false;
        return before;
    }

    void endAnswer(boolean before) {
        answering = before;
    }

    /** Whether more was written that could not wait than may. */
    boolean isOverflowed() {
        return overflowed;
    }

    /** How many lines were written. */
    long lineCount() {
        return lineCount;
    }

    @Override
    public JsonOutput lines() {
        return outbox.lines();
    }

    @Override
    public void lineWritten(int length) {
        lineCount++;
        if (!answering) {
            outbox.added(length);
        } else if (!outbox.answered(length)) {
            overflowed = true;
        }
    }

    @Override
    public void linesWrittenAgain(int length) {
        outbox.added(length);
    }

    @Override
    public Admission greeted(@Nullable String session) {
        return gate.apply(session);
    }

    @Override
    public void event(Event event) {
        events.accept(event);
    }
}
