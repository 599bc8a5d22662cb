package dev.gdwire.faults;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a {@link ChaosProxy} has done so far. Immutable.
 *
 * @param connections how many connections it has taken, those that it refused included
 * @param bytesUp bytes that went from who connected to the target
 * @param bytesDown bytes that went the other way
 * @param faults how often each fault has happened; all are named
 */
public record ChaosCounts(long connections, long bytesUp, long bytesDown, Map<Fault, Long> faults) {
    public ChaosCounts {
        Map<Fault, Long> all = new EnumMap<>(Fault.class);
        for (Fault fault : Fault.values()) {
            all.put(fault, faults.getOrDefault(fault, 0L));
        }
        faults = Collections.unmodifiableMap(all);
    }

    /** How often a fault has happened. */
    public long of(Fault fault) {
        return faults.getOrDefault(fault, 0L);
    }

    /** How many connections were ended: cut or reset. */
    public long cuts() {
        return of(Fault.CUT) + of(Fault.RESET);
    }

    /** Bytes that went through, both ways. */
    public long bytes() {
        return bytesUp + bytesDown;
    }
}
