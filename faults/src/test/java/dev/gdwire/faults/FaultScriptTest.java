package dev.gdwire.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class FaultScriptTest {
    private static final Duration LONGEST = Duration.ofMillis(7);

    @Property
    void theSameSeedGivesTheSameScript(
            @ForAll long seed, @ForAll @LongRange(min = 0, max = 10_000) long connection) {
        ChaosPlan plan = everything(seed);
        for (Direction direction : Direction.values()) {
            assertThat(steps(plan, connection, direction))
                    .isEqualTo(steps(plan, connection, direction));
        }
        assertThat(steps(plan, connection, Direction.UP))
                .isNotEqualTo(steps(plan, connection, Direction.DOWN))
                .isNotEqualTo(steps(plan, connection + 1, Direction.UP))
                .isNotEqualTo(steps(everything(seed + 1), connection, Direction.UP));
    }

    private static ChaosPlan everything(long seed) {
        ChaosPlan plan = ChaosPlan.of(seed).atMost(LONGEST);
        for (Fault fault : Fault.values()) {
            plan = plan.once(fault, fault.isOfConnections() ? 4 : 1_000);
        }
        return plan;
    }

    private static List<FaultScript.Step> steps(
            ChaosPlan plan, long connection, Direction direction) {
        FaultScript script = new FaultScript(plan, connection, direction);
        return Stream.generate(script::next).limit(20).toList();
    }

    @Property(tries = 20)
    void faultsHappenAsOftenAsThePlanSays(@ForAll long seed) {
        ChaosPlan plan = ChaosPlan.of(seed).once(Fault.CUT, 1_000).once(Fault.STALL, 250);
        FaultScript script = new FaultScript(plan, 0, Direction.UP);
        Map<Fault, Integer> seen = new EnumMap<>(Fault.class);
        long bytes = 0;
        int count = 20_000;
        for (int i = 0; i < count; i++) {
            FaultScript.Step step = script.next();
            seen.merge(step.fault(), 1, Integer::sum);
            bytes += step.after();
            assertThat(step.nanos()).isBetween(0L, plan.longest().toNanos());
            assertThat(step.bytes()).isPositive();
            assertThat(step.mask()).isBetween(1, 255);
        }
        assertThat(bytes / count).isBetween(190L, 210L);
        assertThat(seen).containsOnlyKeys(Fault.CUT, Fault.STALL);
        assertThat(seen.get(Fault.STALL) / (double) seen.get(Fault.CUT)).isBetween(3.6, 4.4);
    }

    @Test
    void withoutAPlanNothingHappens() {
        FaultScript script = new FaultScript(ChaosPlan.of(1), 0, Direction.UP);
        assertThat(script.connects()).isEmpty();
        assertThat(script.next().after()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void whatHappensToConnectionsHappensToSome() {
        ChaosPlan plan = ChaosPlan.of(2).once(Fault.REFUSE, 4);
        long refused =
                Stream.iterate(0L, number -> number + 1)
                        .limit(4_000)
                        .filter(
                                number ->
                                        new FaultScript(plan, number, Direction.UP)
                                                .connects()
                                                .isPresent())
                        .count();
        assertThat(refused).isBetween(850L, 1_150L);
    }

    @Test
    void aPlanRefusesWhatCannotBe() {
        ChaosPlan plan = ChaosPlan.of(1);
        assertThatThrownBy(() -> plan.once(Fault.CUT, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("CUT cannot happen more often than always: once in 0");
        assertThatThrownBy(() -> plan.atMost(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The longest time must be more than 0: PT0S");
    }
}
