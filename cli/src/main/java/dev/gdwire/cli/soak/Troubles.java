package dev.gdwire.cli.soak;

import dev.gdwire.transport.Problem;
import dev.gdwire.transport.ProblemKind;
import dev.gdwire.transport.SessionLoss;
import java.util.EnumSet;
import java.util.Set;

/** Tells the problems that broken connections bring from those that nothing should bring. */
final class Troubles {
    /** A line that was cut off, and a connection that did not come to be. */
    private static final Set<ProblemKind> USUAL =
            EnumSet.of(ProblemKind.TRUNCATED, ProblemKind.CONNECTION);

    private final String side;
    private final FaultLog faults;

    Troubles(String side, FaultLog faults) {
        this.side = side;
        this.faults = faults;
    }

    void problem(Problem problem) {
        if (!USUAL.contains(problem.kind())) {
            faults.add("%s has a problem: %s".formatted(side, problem));
        }
    }

    void lost(SessionLoss loss) {
        faults.add(
                "%s has lost its session: %s; %d messages not acknowledged"
                        .formatted(side, loss.reason(), loss.unacknowledged()));
    }
}
