package dev.gdwire.gen.output;

import java.io.IOException;

/** A run failed, and how far it came. */
final class RunException extends IOException {
    private static final long serialVersionUID = 1L;

    private final Outcome outcome;
    private final IOException reason;

    RunException(Outcome outcome, IOException reason) {
        super(reason);
        this.outcome = outcome;
        this.reason = reason;
    }

    Outcome outcome() {
        return outcome;
    }

    IOException reason() {
        return reason;
    }
}
