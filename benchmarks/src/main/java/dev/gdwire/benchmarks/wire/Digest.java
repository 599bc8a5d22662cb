package dev.gdwire.benchmarks.wire;

import dev.gdwire.benchmarks.samples.Medium;
import dev.gdwire.benchmarks.samples.Position;
import dev.gdwire.benchmarks.samples.SamplesMessage;
import dev.gdwire.benchmarks.samples.Small;
import dev.gdwire.protocol.FloatList;

/** The fields of a message as one number. */
final class Digest {
    private Digest() {}

    /**
     * The number of a message.
     *
     * @throws IllegalArgumentException if it is none of those that travel here
     */
    static long of(SamplesMessage message) {
        if (message instanceof Small small) {
            return of(small.entity(), small.team(), small.health(), small.alive());
        }
        if (message instanceof Medium medium) {
            return of(medium);
        }
        throw new IllegalArgumentException("expected small or medium, got " + message);
    }

    private static long of(int entity, String team, double health, boolean alive) {
        long sum = 31L * entity + team.hashCode();
        return flag(31 * sum + Double.doubleToLongBits(health), alive);
    }

    private static long of(Medium medium) {
        long sum = 31 * medium.episode() + medium.step();
        sum = 31 * sum + medium.agent().hashCode();
        sum = 31 * sum + medium.phase().name().hashCode();
        sum = 31 * sum + medium.note().hashCode();
        sum = 31 * sum + of(medium.position());
        sum = 31 * sum + of(medium.observation());
        sum = 31 * sum + Double.doubleToLongBits(medium.reward());
        return flag(flag(sum, medium.terminated()), medium.truncated());
    }

    private static long of(Position position) {
        long sum = Double.doubleToLongBits(position.x());
        sum = 31 * sum + Double.doubleToLongBits(position.z());
        return 31 * sum + Double.doubleToLongBits(position.y());
    }

    private static long of(FloatList floats) {
        long sum = floats.size();
        for (int index = 0; index < floats.size(); index++) {
            sum = 31 * sum + Float.floatToIntBits(floats.get(index));
        }
        return sum;
    }

    private static long flag(long sum, boolean flag) {
        return 31 * sum + (flag ? 1 : 0);
    }
}
