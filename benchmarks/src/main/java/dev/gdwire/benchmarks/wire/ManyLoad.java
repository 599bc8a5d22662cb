package dev.gdwire.benchmarks.wire;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/**
 * The process of the many peers, all in one thread. Its output is a line when they have talked for
 * a while, and then one of {@link ManyFigures}. They stay connected until its input ends.
 */
final class ManyLoad {
    private static final int MOST_A_SECOND = 400_000;

    private ManyLoad() {}

    /**
     * Takes a port, how many peers there are, and for how many seconds they talk, once before and
     * once while it is measured.
     */
    public static void main(String[] arguments) {
        try {
            int seconds = Integer.parseInt(arguments[2]);
            LatencyLog latencies = new LatencyLog(MOST_A_SECOND * seconds);
            Tallies tallies = new Tallies();
            Swarm swarm =
                    new Swarm(
                            Integer.parseInt(arguments[1]),
                            Integer.parseInt(arguments[0]),
                            Dialect.gdwire(),
                            tallies,
                            latencies);
            swarm.runFor(TimeUnit.SECONDS.toNanos(seconds));
            System.out.println("warm");
            if (System.in.read() < 0) {
                throw new IOException("the end came before the measurement");
            }
            long before = tallies.count();
            long start = System.nanoTime();
            swarm.runFor(TimeUnit.SECONDS.toNanos(seconds));
            long nanos = System.nanoTime() - start;
            System.out.println(ManyFigures.of(tallies.count() - before, nanos, latencies).toLine());
            while (System.in.read() >= 0) {
                // Whoever measures is not done yet.
            }
            Fatal.end();
        } catch (IOException | RuntimeException e) {
            Fatal.exit(e);
        }
    }
}
