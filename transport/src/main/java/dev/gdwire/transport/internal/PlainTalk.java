package dev.gdwire.transport.internal;

import dev.gdwire.transport.CloseReason;
import dev.gdwire.transport.EngineOptions;
import dev.gdwire.transport.Event;
import dev.gdwire.transport.PlainMode;
import dev.gdwire.transport.Problem;
import dev.gdwire.transport.ProblemKind;
import dev.gdwire.transport.Role;
import dev.gdwire.transport.SendException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** JSON objects to and from a plain peer; paced, one line out for each that came in. */
public final class PlainTalk {
    /** The most lines that wait for a paced peer. */
    static final int MOST_WAITING = 1000;

    private final Wire wire;
    private final EngineOptions options;
    private final Deque<byte[]> waiting = new ArrayDeque<>();
    private boolean mayPass = true;

    /** A talk in which nothing was said. */
    public PlainTalk(Wire wire, EngineOptions options) {
        this.wire = wire;
        this.options = options;
    }

    /** Sends an object, now or when the peer is ready for it. */
    public void send(ObjectNode object) {
        byte[] line = JsonLines.write(object);
        if (options.plain() != PlainMode.PACED) {
            wire.line(line);
        } else if (mayPass) {
            mayPass = false;
            wire.line(line);
        } else if (waiting.size() < MOST_WAITING) {
            waiting.add(line);
        } else {
            throw new SendException(
                    "%d lines wait for the paced peer, and it answers none: send more slowly."
                            .formatted(MOST_WAITING));
        }
    }

    /**
     * Takes an object of the peer's; gives the reason to close the connection if it is one: a typed
     * peer says why it refuses a plain initiator, in the only words that it has.
     */
    public Optional<CloseReason> object(ObjectNode object) {
        Optional<CloseReason> refused =
                options.role() == Role.INITIATOR ? Handshake.rejection(object) : Optional.empty();
        if (refused.isEmpty()) {
            wire.event(new Event.PlainReceived(object));
            lineCame();
        }
        return refused;
    }

    /** Takes a line that is no object: a problem of this side only. */
    public void unusable(ProblemKind kind, String text, @Nullable String excerpt) {
        wire.problem(Problem.of(kind, text).withLine(excerpt));
        lineCame();
    }

    /** The connection is over: says what was never sent. */
    public void end() {
        if (!waiting.isEmpty()) {
            wire.problem(
                    Problem.of(
                            ProblemKind.NOT_SENT,
                            "%d lines that waited for the paced peer were never sent"
                                    .formatted(waiting.size())));
            waiting.clear();
        }
    }

    private void lineCame() {
        byte[] next = waiting.poll();
        mayPass = next == null;
        if (next != null) {
            wire.line(next);
        }
    }
}
