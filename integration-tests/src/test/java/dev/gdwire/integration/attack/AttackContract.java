package dev.gdwire.integration.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever hostile peers do: the memory stays within a bound, honest peers are served meanwhile,
 * new ones are let in afterwards, and nothing is left.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("attack")
@Timeout(180)
abstract class AttackContract {
    /** Loose: attackers, honest peers and the target share the machine. */
    private static final double SLOWEST = 1 / 100.0;

    /** Loose for the same reason. */
    private static final double LONGEST_MILLIS = 5_000;

    /** An attack goes on until honest peers have had so many. */
    private static final long LEAST_ROUND_TRIPS = 40;

    /** What a server takes unless it is told otherwise. */
    static final int MOST_PEERS = 64;

    private static final long CALM_MILLIS = 500;
    private static final long SAMPLE_MILLIS = 250;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final AttackTable table;
    private Target target;
    private Footprint rest;
    private HonestPeers.Report calm;

    AttackContract(String name) {
        table = new AttackTable(name);
    }

    /** Starts what is attacked. */
    abstract Target start() throws IOException;

    /** How many bytes of the heap may be in use at most while an attack goes on. */
    abstract long heapBound();

    /** The same for one attack, where it differs. */
    long heapBound(Attack attack) {
        return heapBound();
    }

    /** How many threads there may be at most while an attack goes on. */
    abstract long threadBound();

    @BeforeAll
    void begin() throws Exception {
        target = start();
        HonestPeers peers = HonestPeers.start(target.dial());
        Thread.sleep(CALM_MILLIS);
        calm = peers.stop();
        rest = target.footprint();
    }

    @AfterAll
    void end() {
        if (target != null) {
            target.close();
        }
    }

    /** How strong the attacks are. */
    abstract Force force();

    /** What is not held out yet. */
    Set<Attack> tooStrong() {
        return Set.of();
    }

    Set<Attack> attacks() {
        Set<Attack> attacks = EnumSet.allOf(Attack.class);
        attacks.removeIf(attack -> !Extent.CHOSEN.has(attack));
        attacks.removeAll(tooStrong());
        return attacks;
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("attacks")
    void isHeldOut(Attack attack) throws Exception {
        boolean passed = false;
        try {
            hold(attack);
            passed = true;
        } finally {
            if (!passed) {
                // What is wrong with it must not be blamed on the next attack.
                target.kill();
                begin();
            }
        }
    }

    private void hold(Attack attack) throws Exception {
        HonestPeers honest = HonestPeers.start(target.dial());
        Footprint most;
        try (Assailants assailants = new Assailants(target.port(), force())) {
            most = watch(attack, assailants, honest);
            HonestPeers.Report report = honest.stop();
            table.add(attack, assailants, heapBound(attack), most, report, calm);
            assertThat(report.perSecond())
                    .as("round trips of honest peers in a second")
                    .isGreaterThan(calm.perSecond() * SLOWEST);
            assertThat(report.longestMillis())
                    .as("milliseconds that an honest peer waited at most")
                    .isLessThan(LONGEST_MILLIS);
        }
        assertThat(most.heap()).as("heap: %s", most).isLessThanOrEqualTo(heapBound(attack));
        assertThat(most.threads()).as("threads: %s", most).isLessThanOrEqualTo(threadBound());
        awaitLetIn();
        awaitRest();
    }

    private Footprint watch(Attack attack, Assailants assailants, HonestPeers honest)
            throws InterruptedException {
        long until = System.nanoTime() + Extent.CHOSEN.time().toNanos();
        long patience = System.nanoTime() + PATIENCE_NANOS;
        Footprint most = target.footprint();
        long before = honest.answers();
        attack.begin(assailants);
        while (System.nanoTime() < until
                || !attack.isDone(assailants)
                || honest.answers() < before + LEAST_ROUND_TRIPS) {
            assertThat(System.nanoTime())
                    .as(
                            "time that it takes, with %d round trips of honest peers",
                            honest.answers() - before)
                    .isLessThan(patience);
            Thread.sleep(SAMPLE_MILLIS);
            most = most.most(footprint());
        }
        return most.most(footprint());
    }

    private Footprint footprint() {
        assertThat(target.isAlive()).as("it lives; its output: %s", target.output()).isTrue();
        return target.footprint();
    }

    /** Those who come after the attack. */
    private void awaitLetIn() throws InterruptedException {
        long until = System.nanoTime() + PATIENCE_NANOS;
        IOException refusal = null;
        do {
            try {
                HonestPeers.tryOnce(target.dial());
                return;
            } catch (IOException e) {
                refusal = e;
                Thread.sleep(50);
            }
        } while (System.nanoTime() < until);
        throw new AssertionError("no peer is let in after the attack", refusal);
    }

    /** Some of it may take its time to end, such as threads that nothing is asked of. */
    private void awaitRest() throws InterruptedException {
        long until = System.nanoTime() + PATIENCE_NANOS;
        Footprint now = footprint();
        while (!isAtRest(now) && System.nanoTime() < until) {
            Thread.sleep(50);
            now = footprint();
        }
        assertThat(isAtRest(now)).as("at rest as before (%s), not %s", rest, now).isTrue();
    }

    private boolean isAtRest(Footprint now) {
        return now.heap() <= rest.heap() + heapBound() / 4 && now.threads() <= rest.threads() + 8;
    }
}
