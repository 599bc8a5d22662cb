package dev.gdwire.protocol.codec;

import dev.gdwire.protocol.JsonValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing that a rule says of a value, or all of it. */
@FunctionalInterface
interface Constraint {
    /** Every value fits. */
    Constraint ANYTHING = value -> null;

    /** No value fits. */
    Constraint NOTHING = value -> Fault.of("nothing", Words.kind(value));

    /** The fault of a value; null if it fits. */
    @Nullable Fault fault(JsonValue value);

    /** Whether a value fits. */
    default boolean fits(JsonValue value) {
        return fault(value) == null;
    }

    /** All of them: the first fault counts. */
    static Constraint all(List<Constraint> constraints) {
        if (constraints.size() == 1) {
            return constraints.get(0);
        }
        Constraint[] all = constraints.toArray(Constraint[]::new);
        return value -> {
            for (Constraint constraint : all) {
                Fault fault = constraint.fault(value);
                if (fault != null) {
                    return fault;
                }
            }
            return null;
        };
    }
}
