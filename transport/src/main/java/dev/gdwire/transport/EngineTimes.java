package dev.gdwire.transport;

import dev.gdwire.transport.EngineState.Phase;
import dev.gdwire.transport.internal.Numbering;
import java.util.OptionalLong;

/** What an engine does when time has passed. */
final class EngineTimes {
    private final EngineState state;
    private final EngineOpening opening;
    private final EngineEnds ends;

    EngineTimes(EngineState state, EngineOpening opening, EngineEnds ends) {
        this.state = state;
        this.opening = opening;
        this.ends = ends;
    }

    /** Ends what has run out of time. */
    void tick() {
        if (state.phase == Phase.MOVED) {
            return;
        }
        state.wire.faults(state.session.requests().expire(state.now));
        if (state.isShaking()) {
            if (opening.deadline() <= state.now) {
                opening.isLate();
            }
        } else if (state.phase == Phase.SUSPENDED) {
            if (state.session.resumeDeadline() <= state.now) {
                ends.lost("nobody resumed it in time");
            }
        } else if (state.phase == Phase.OPEN) {
            openTick();
        }
        if (state.isOpen()) {
            boolean awaited = state.conversation != null && state.conversation.isAwaited();
            state.idleness.reasonToClose(state.now, awaited).ifPresent(ends::close);
        }
    }

    private void openTick() {
        Numbering numbering = state.session.numbering();
        if (numbering != null && numbering.ackDeadline() <= state.now) {
            state.wire.acknowledge();
        }
        if (state.liveness.mustSpeak(state.wire.lineCount(), state.now)) {
            state.wire.signOfLife();
        }
        if (state.liveness.isDead(state.now)) {
            ends.broken(
                    "the peer has promised a sign of life every %d ms, and gave none: it hangs, or the network is gone"
                            .formatted(state.liveness.peerMillis()));
        }
    }

    /** When there is something to do next. */
    OptionalLong nextDeadline() {
        long next = state.session.requests().nextDeadline().orElse(Long.MAX_VALUE);
        switch (state.phase) {
            case HANDSHAKE, GREETED -> next = Math.min(next, opening.deadline());
            case SUSPENDED -> next = Math.min(next, state.session.resumeDeadline());
            case OPEN -> next = Math.min(next, openDeadline());
            case PLAIN -> next = Math.min(next, state.idleness.nextLook());
            case MOVED -> next = Long.MAX_VALUE;
            default -> {
                // Only requests have a time.
            }
        }
        return next == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(next);
    }

    private long openDeadline() {
        Numbering numbering = state.session.numbering();
        long acknowledge = numbering == null ? Long.MAX_VALUE : numbering.ackDeadline();
        long idle = state.idleness.nextLook();
        return Math.min(Math.min(acknowledge, idle), state.liveness.nextDeadline());
    }
}
