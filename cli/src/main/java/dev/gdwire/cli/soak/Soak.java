package dev.gdwire.cli.soak;

import dev.gdwire.cli.soak.messages.Arrivals;
import dev.gdwire.cli.soak.messages.Report;
import dev.gdwire.faults.ChaosPlan;
import dev.gdwire.faults.ChaosProxy;
import dev.gdwire.faults.Fault;
import dev.gdwire.protocol.GdwireException;
import dev.gdwire.transport.SessionOptions;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** One soak, from the start of the game to the report. */
public final class Soak {
    /** Breaks are many and short here: nobody waits as long as for a server that starts anew. */
    static final SessionOptions SESSIONS =
            SessionOptions.DEFAULT.withRetries(Duration.ofMillis(5), Duration.ofMillis(200));

    /** No time-out ends a request here. */
    static final Duration LONG = Duration.ofHours(12);

    /** Bytes of a message on the wire, with its part of requests, answers and repetitions. */
    private static final long BYTES_A_MESSAGE = 300;

    private static final long LOOK_EVERY_MILLIS = 100;
    private static final Arrivals NONE = new Arrivals(0, 0, 0, 0, 0);

    private final SoakOptions options;
    private final SoakProgress progress;
    private final FaultLog faults = new FaultLog();
    private final long start = System.nanoTime();
    private long moved;
    private long movedAt = start;

    /** A soak that has not begun. */
    public Soak(SoakOptions options, SoakProgress progress) {
        this.options = options;
        this.progress = progress;
    }

    /**
     * Runs it.
     *
     * @throws GdwireException if it cannot begin, or was interrupted
     */
    public SoakReport run() {
        try (MemoryWatch memory = new MemoryWatch();
                SoakGame game = game();
                ChaosProxy proxy = ChaosProxy.open(game.port(), plan())) {
            // Who connects for the first time is told at once when that fails.
            proxy.pass();
            try (JavaEnd java = new JavaEnd(options, proxy.port(), faults)) {
                Run run = new Run(game, proxy, java, memory);
                proxy.followPlan();
                talk(run);
                proxy.pass();
                return report(run);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GdwireException("Interrupted in the midst of the soak", e);
        } finally {
            progress.end();
        }
    }

    private record Run(SoakGame game, ChaosProxy proxy, JavaEnd java, MemoryWatch memory) {}

    private SoakGame game() {
        if (options.game() instanceof SoakOptions.Godot godot) {
            return GodotEnd.start(godot, options.certificate());
        }
        return new SimulatedEnd(
                (SoakOptions.Simulated) options.game(),
                options.contentSeed(),
                options.certificate());
    }

    private ChaosPlan plan() {
        ChaosPlan plan =
                ChaosPlan.of(options.seed())
                        .atMost(Duration.ofMillis(20))
                        .once(Fault.REFUSE, 10)
                        .once(Fault.SPLIT, 400_000)
                        .once(Fault.COALESCE, 100_000)
                        .once(Fault.STALL, 2_000_000);
        if (options.cuts() > 0) {
            long mean = Math.max(1_000, BYTES_A_MESSAGE * options.messages() / options.cuts());
            plan = plan.once(Fault.CUT, 2 * mean).once(Fault.RESET, 2 * mean);
            if (options.certificate().isPresent()) {
                // Elsewhere nobody would notice a letter that has become another one.
                plan = plan.once(Fault.CORRUPT, 2 * mean);
            }
        }
        return plan;
    }

    private void talk(Run run) throws InterruptedException {
        Traffic traffic = run.java().traffic();
        run.java().start();
        watch(run, () -> isEnough(run));
        traffic.stop();
        watch(run, traffic::hasEnded);
        if (faults.isEmpty()) {
            run.java().finish();
            watch(run, () -> run.java().report().isPresent());
        }
    }

    private boolean isEnough(Run run) {
        return messages(run) >= options.messages() && run.proxy().counts().cuts() >= options.cuts();
    }

    private static long messages(Run run) {
        Traffic traffic = run.java().traffic();
        return traffic.sent() + traffic.messages().received();
    }

    /** Until it is so, or something is wrong. */
    private void watch(Run run, BooleanSupplier isDone) throws InterruptedException {
        while (!isDone.getAsBoolean() && faults.isEmpty()) {
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
            Standing standing = standing(run);
            progress.show(options, standing);
            checkMoves(standing);
            run.game().complaints().forEach(faults::add);
        }
    }

    private Standing standing(Run run) {
        return new Standing(
                messages(run),
                run.java().traffic().answered(),
                run.proxy().counts().cuts(),
                run.java().resumes(),
                run.memory().heap(),
                System.nanoTime() - start);
    }

    private void checkMoves(Standing standing) {
        long now = System.nanoTime();
        long all = standing.messages() + standing.requests();
        if (all != moved) {
            moved = all;
            movedAt = now;
        } else if (now - movedAt > options.patience().toNanos()) {
            faults.add(
                    "nothing has moved for %d s: %s"
                            .formatted(options.patience().toSeconds(), standing));
        }
    }

    private SoakReport report(Run run) {
        Traffic traffic = run.java().traffic();
        Report last = run.java().report().orElse(null);
        double seconds = (System.nanoTime() - start) / 1e9;
        if (last != null) {
            traffic.endOf(last.sent(), last.asked());
            last.faults().forEach(faults::add);
            check(last, traffic);
        }
        OptionalLong process = run.game().process();
        return new SoakReport(
                run.game().name(),
                last == null ? NONE : last.messages(),
                traffic.messages().arrivals(),
                last == null ? NONE : last.requests(),
                traffic.requests().arrivals(),
                run.proxy().counts(),
                run.java().resumes(),
                seconds,
                new SoakReport.Memory(
                        run.memory().mostHeap(),
                        MemoryWatch.mostResident("self"),
                        process.isPresent()
                                ? MemoryWatch.mostResident("" + process.getAsLong())
                                : OptionalLong.empty(),
                        last == null ? 0 : last.memory()),
                faults.lines());
    }

    /** What both ends count must be the same. */
    private void check(Report last, Traffic traffic) {
        if (last.messages().received() != traffic.sent()) {
            faults.add("messages to the game", last.messages(), traffic.sent());
        }
        if (last.requests().received() != traffic.asked()) {
            faults.add("requests to the game", last.requests(), traffic.asked());
        }
        if (traffic.answered() != traffic.asked()) {
            faults.add("answers to the Java side", traffic.answered(), traffic.asked());
        }
    }
}
