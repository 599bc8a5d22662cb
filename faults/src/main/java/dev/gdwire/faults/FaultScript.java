package dev.gdwire.faults;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** Draws what happens to one direction of one connection. It is for one thread. */
final class FaultScript {
    /** The most bytes that are split, delayed or gathered by one fault. */
    private static final int MOST_BYTES = 512;

    /** Without faults, the next one is so far away that nobody comes there. */
    private static final long NEVER = Long.MAX_VALUE;

    private static final long DIRECTION = 0x9E3779B97F4A7C15L;
    private static final long CONNECTION = 0xD1B54A32D192ED03L;

    /**
     * What happens next.
     *
     * @param after how many bytes go before it
     * @param nanos how long it takes, if it takes time
     * @param bytes how many bytes it concerns, if it concerns several; at least 1
     * @param mask what a byte is changed by, if one is; 1 to 255
     */
    record Step(long after, Fault fault, long nanos, int bytes, int mask) {}

    private final SplittableRandom random;
    private final List<Map.Entry<Fault, Long>> ofBytes;
    private final List<Map.Entry<Fault, Long>> ofConnections;
    private final double rate;
    private final long longest;

    /**
     * A script at its beginning.
     *
     * @param connection the connection's number
     * @param direction which way its bytes go
     */
    FaultScript(ChaosPlan plan, long connection, Direction direction) {
        random =
                new SplittableRandom(
                        plan.seed()
                                + CONNECTION * (connection + 1)
                                + DIRECTION * direction.ordinal());
        List<Map.Entry<Fault, Long>> all = new ArrayList<>(plan.means().entrySet());
        all.sort(Comparator.comparing(Map.Entry::getKey));
        ofBytes = all.stream().filter(mean -> !mean.getKey().isOfConnections()).toList();
        ofConnections = all.stream().filter(mean -> mean.getKey().isOfConnections()).toList();
        rate = ofBytes.stream().mapToDouble(mean -> 1.0 / mean.getValue()).sum();
        longest = plan.longest().toNanos();
    }

    /** What happens to the connection itself; empty if it goes well. */
    Optional<Step> connects() {
        for (Map.Entry<Fault, Long> mean : ofConnections) {
            if (random.nextLong(mean.getValue()) == 0) {
                return Optional.of(step(0, mean.getKey()));
            }
        }
        return Optional.empty();
    }

    /** What happens next to the bytes. */
    Step next() {
        if (ofBytes.isEmpty()) {
            return step(NEVER, Fault.DELAY);
        }
        // As unlike a clock as can be: how many bytes went well says nothing about the next.
        long after = (long) (-Math.log(1 - random.nextDouble()) / rate);
        double choice = random.nextDouble() * rate;
        Fault fault = ofBytes.get(ofBytes.size() - 1).getKey();
        for (Map.Entry<Fault, Long> mean : ofBytes) {
            choice -= 1.0 / mean.getValue();
            if (choice < 0) {
                fault = mean.getKey();
                break;
            }
        }
        return step(after, fault);
    }

    private Step step(long after, Fault fault) {
        long nanos = random.nextLong(longest + 1);
        return new Step(
                after, fault, nanos, random.nextInt(1, MOST_BYTES + 1), random.nextInt(1, 256));
    }
}
