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
    private final PlainMode mode;
    private final Handshake handshake;
    private final Role role;
    private final Deque<byte[]> waiting = new ArrayDeque<>();
    private boolean mayPass = true;

    /** The peer is plain only because it said nothing: its first line may still be a hello. */
    private boolean bySilence;

    /**
     * A talk in which nothing was said.
     *
     * @param handshake the one that did not take place
     */
    public PlainTalk(EngineOptions options, Wire wire, Handshake handshake) {
        this.wire = wire;
        this.handshake = handshake;
        mode = options.plain();
        role = options.role();
    }

    /** The peer counts as plain because it has said nothing. */
    public void beginBySilence() {
        bySilence = true;
    }

    /** Sends an object, now or when the peer is ready for it. */
    public void send(ObjectNode object) {
        byte[] line = JsonLines.write(object);
        if (mode != PlainMode.PACED) {
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

    /** Takes an object of the peer's; the reason to end the connection if it is one. */
    public Optional<CloseReason> object(ObjectNode object) {
        if (bySilence && Handshake.isHello(object)) {
            return Optional.of(handshake.lateHello().reason());
        }
        bySilence = false;
        // A typed peer says why it refuses a plain initiator, in the only words that it has.
        Optional<CloseReason> refused =
                role == Role.INITIATOR ? Handshake.rejection(object) : Optional.empty();
        if (refused.isEmpty()) {
            wire.event(new Event.PlainReceived(object));
            lineCame();
        }
        return refused;
    }

    /** Takes a line that is no object: a problem of this side only. */
    public void unusable(ProblemKind kind, String text, @Nullable String excerpt) {
        bySilence = false;
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
