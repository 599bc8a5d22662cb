package dev.gdwire.faults;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How often what goes wrong. What happens to the bytes of a connection depends on the seed, the
 * number of the connection and how many bytes went before, and on no clock: the same bytes meet the
 * same faults. Immutable.
 *
 * @param seed whatever is drawn follows from it
 * @param means how often each fault happens on average: once in so many bytes of a direction, or,
 *     of {@link Fault#REFUSE} and {@link Fault#BLACKHOLE}, to one of so many connections. Faults
 *     that are not named never happen
 * @param longest the longest stall, delay or black hole; each is drawn between nothing and this
 */
public record ChaosPlan(long seed, Map<Fault, Long> means, Duration longest) {
    private static final Duration LONGEST = Duration.ofMillis(50);

    public ChaosPlan {
        Map<Fault, Long> sorted = new EnumMap<>(Fault.class);
        sorted.putAll(means);
        means = Collections.unmodifiableMap(sorted);
        means.forEach(ChaosPlan::check);
        if (longest.isNegative() || longest.isZero()) {
            throw new IllegalArgumentException("The longest time must be more than 0: " + longest);
        }
    }

    private static void check(Fault fault, long mean) {
        if (mean < 1) {
            throw new IllegalArgumentException(
                    fault + " cannot happen more often than always: once in " + mean);
        }
    }

    /** A plan in which nothing goes wrong, and nothing takes longer than 50 ms. */
    public static ChaosPlan of(long seed) {
        return new ChaosPlan(seed, Map.of(), LONGEST);
    }

    /**
     * The same with a fault that happens once in so many bytes, or to one of so many connections,
     * on average.
     *
     * @throws IllegalArgumentException if that is less than 1
     */
    public ChaosPlan once(Fault fault, long mean) {
        Map<Fault, Long> more = new EnumMap<>(Fault.class);
        more.putAll(means);
        more.put(fault, mean);
        return new ChaosPlan(seed, more, longest);
    }

    /**
     * The same with another longest time.
     *
     * @throws IllegalArgumentException if that is nothing
     */
    public ChaosPlan atMost(Duration time) {
        return new ChaosPlan(seed, means, time);
    }
}
