package dev.gdwire.benchmarks.wire;

import java.io.IOException;

/** The process that connects and sends. Its output is a line of {@link Figures}. */
final class ClientProcess {
    private static final int ROOM = 1 << 21;

    /** The compiler takes a while to have seen enough; who is slow gets more time for that. */
    private static final int WARM_AFTER = 400_000;

    private static final int MOST_WARM_UPS = 10;

    private ClientProcess() {}

    /**
     * Takes the names of kind, shape and contestant, the port of the contestant and that of the
     * control, and how many nanoseconds to warm up at least, and to measure.
     */
    public static void main(String[] arguments) {
        try {
            Contest contest = new Contest(Kind.valueOf(arguments[0]), Shape.valueOf(arguments[1]));
            LatencyLog latencies = new LatencyLog(contest.kind() == Kind.ONE_WAY ? 0 : ROOM);
            Tallies sent = new Tallies();
            Control control = new Control(Integer.parseInt(arguments[4]));
            Load load =
                    Load.connect(
                            contest,
                            Contestant.valueOf(arguments[2]),
                            Integer.parseInt(arguments[3]),
                            sent,
                            latencies);
            long nanos = Long.parseLong(arguments[5]);
            for (int i = 0; i < MOST_WARM_UPS && sent.count() < WARM_AFTER; i++) {
                measure(load, nanos, control, sent, latencies);
            }
            System.out.println(measure(load, nanos, control, sent, latencies).toLine());
            Fatal.expectTheEnd();
            control.finish();
            Fatal.end();
        } catch (IOException | InterruptedException | RuntimeException e) {
            Fatal.exit(e);
        }
    }

    private static Figures measure(
            Load load, long nanos, Control control, Tallies sent, LatencyLog latencies)
            throws IOException, InterruptedException {
        control.begin();
        long countBefore = sent.count();
        Usage before = Usage.now();
        long start = System.nanoTime();
        load.runFor(nanos);
        Usage other = control.end(sent);
        long took = System.nanoTime() - start;
        Usage own = Usage.now().minus(before);
        return Figures.of(sent.count() - countBefore, took, latencies, own.plus(other));
    }
}
