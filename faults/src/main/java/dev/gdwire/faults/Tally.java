package dev.gdwire.faults;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** Counts what happens. Safe for use by many threads. */
final class Tally {
    private final LongAdder connections = new LongAdder();
    private final Map<Direction, LongAdder> bytes = new EnumMap<>(Direction.class);
    private final Map<Fault, LongAdder> faults = new EnumMap<>(Fault.class);

    Tally() {
        for (Direction direction : Direction.values()) {
            bytes.put(direction, new LongAdder());
        }
        for (Fault fault : Fault.values()) {
            faults.put(fault, new LongAdder());
        }
    }

    void connection() {
        connections.increment();
    }

    void bytes(Direction direction, int count) {
        adder(bytes, direction).add(count);
    }

    void fault(Fault fault) {
        adder(faults, fault).increment();
    }

    ChaosCounts counts() {
        Map<Fault, Long> counted = new EnumMap<>(Fault.class);
        faults.forEach((fault, count) -> counted.put(fault, count.sum()));
        return new ChaosCounts(
                connections.sum(),
                adder(bytes, Direction.UP).sum(),
                adder(bytes, Direction.DOWN).sum(),
                counted);
    }

    private static <K> LongAdder adder(Map<K, LongAdder> all, K key) {
        LongAdder adder = all.get(key);
        if (adder == null) {
            throw new IllegalArgumentException("not counted: " + key);
        }
        return adder;
    }
}
