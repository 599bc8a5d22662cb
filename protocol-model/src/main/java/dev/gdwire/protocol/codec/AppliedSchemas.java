package dev.gdwire.protocol.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keywords that look at a value with other schemas. */
final class AppliedSchemas {
    private AppliedSchemas() {}

    /** At least one of them fits. */
    static Constraint anyOf(List<Constraint> schemas) {
        return value -> {
            List<Fault> faults = new ArrayList<>(schemas.size());
            for (Constraint schema : schemas) {
                Fault fault = schema.fault(value);
                if (fault == null) {
                    return null;
                }
                faults.add(fault);
            }
            return clearest(faults);
        };
    }

    /** Exactly one of them fits. */
    static Constraint oneOf(List<Constraint> schemas) {
        String expected = "a value that fits exactly 1 of " + schemas.size() + " schemas";
        return value -> {
            List<Fault> faults = new ArrayList<>(schemas.size());
            for (Constraint schema : schemas) {
                Fault fault = schema.fault(value);
                if (fault != null) {
                    faults.add(fault);
                }
            }
            int fitting = schemas.size() - faults.size();
            if (fitting == 1) {
                return null;
            }
            return fitting == 0 ? clearest(faults) : Fault.of(expected, "one that fits " + fitting);
        };
    }

    static Constraint not(Constraint schema) {
        return value ->
                schema.fits(value)
                        ? Fault.of(
                                "a value that does not fit the schema of \"not\"",
                                Words.describe(value))
                        : null;
    }

    static Constraint condition(
            Constraint condition, Optional<Constraint> then, Optional<Constraint> otherwise) {
        Constraint yes = then.orElse(Constraint.ANYTHING);
        Constraint no = otherwise.orElse(Constraint.ANYTHING);
        return value -> (condition.fits(value) ? yes : no).fault(value);
    }

    /** The first of those that lie deepest; those at the value itself are said together. */
    private static @Nullable Fault clearest(List<Fault> faults) {
        Fault deepest = faults.get(0);
        for (Fault fault : faults) {
            if (fault.depth() > deepest.depth()) {
                deepest = fault;
            }
        }
        if (deepest.depth() > 0) {
            return deepest;
        }
        String expected =
                faults.stream().map(Fault::expected).distinct().collect(Collectors.joining(" or "));
        return Fault.of(expected, deepest.actual());
    }
}
